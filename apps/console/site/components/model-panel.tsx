import { Alert, Paper, Skeleton } from "@mantine/core";
import { STATUS } from "@sycee/protocol";
import { SyceeError } from "@sycee/sdk";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { client } from "../app/client.ts";
import { componentTexts } from "./component-texts.ts";
import { Failure } from "./failure.tsx";

interface ModelPanelOptions<T> {
  readonly query: UseQueryResult<T>;
  /** Height of what will be there, in pixels. */
  readonly height: number;
  readonly children: (data: T) => ReactNode;
}

const STATUS_MS = 5_000;

/** Whether an answer says no more than that there are no read models now. */
function isPlain(detail: string): boolean {
  return detail === STATUS.read_models_unavailable[2];
}

/** What read models answer, once they do: they start after the ledger and may be off. */
export function ModelPanel<T>({ query, height, children }: ModelPanelOptions<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <Skeleton height={height} />;
  if (!(query.error instanceof SyceeError) || query.error.code !== "read_models_unavailable")
    return <Failure error={query.error} retry={() => void query.refetch()} />;
  return <Unavailable detail={query.error.detail} height={height} />;
}

/** Being prepared, as nearly always, or off, which only the state of the models tells. */
function Unavailable({ detail, height }: { readonly detail: string; readonly height: number }) {
  const t = componentTexts.use();
  const status = useQuery({ queryKey: ["models-status"], queryFn: () => client.models.status(), refetchInterval: STATUS_MS });
  const isOff = status.data?.state === "off";
  const isPrepared = isPlain(detail) && !isOff;
  return (
    <Paper withBorder p="md" mih={height}>
      <Alert color="blue" variant="light">
        {isOff ? t("modelsOff") : isPrepared ? t("modelsStarting") : detail}
      </Alert>
      {isPrepared ? <Skeleton height={Math.max(60, height - 110)} mt="md" /> : null}
    </Paper>
  );
}
