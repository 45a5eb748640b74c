import { Alert, Paper, Skeleton } from "@mantine/core";
import { STATUS } from "@sycee/protocol";
import { SyceeError } from "@sycee/sdk";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { componentTexts } from "./component-texts.ts";
import { Failure } from "./failure.tsx";

interface ModelPanelOptions<T> {
  readonly query: UseQueryResult<T>;
  /** Height of what will be there, in pixels. */
  readonly height: number;
  readonly children: (data: T) => ReactNode;
}

/** Whether an answer says no more than that there are no read models now. */
function isPlain(detail: string): boolean {
  return detail === STATUS.read_models_unavailable[2];
}

/** What read models answer, once they do: they start after the ledger and may be off. */
export function ModelPanel<T>({ query, height, children }: ModelPanelOptions<T>) {
  const t = componentTexts.use();
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <Skeleton height={height} />;
  if (!(query.error instanceof SyceeError) || query.error.code !== "read_models_unavailable")
    return <Failure error={query.error} retry={() => void query.refetch()} />;
  return (
    <Paper withBorder p="md" mih={height}>
      <Alert color="blue" variant="light">
        {isPlain(query.error.detail) ? t("modelsStarting") : query.error.detail}
      </Alert>
    </Paper>
  );
}
