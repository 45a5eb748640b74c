import { Button, Group, Skeleton, Stack, Table } from "@mantine/core";
import type { Address } from "@sycee/protocol";
import { IconQrcode } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { RowActs } from "../../acting/row-acts.tsx";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { shortened } from "../../components/copyable.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { formatMoment } from "../../components/moment.ts";
import { formatMoney } from "../../components/money.ts";
import { WideTable } from "../../components/wide-table.tsx";
import { useNames } from "../../identity/names.ts";
import { useLive } from "../../live/use-live.ts";
import { historyTexts } from "./history-texts.ts";
import { codeOnLedger, type ShownRequest } from "./request-code.ts";
import { readUnderWay, type UnderWay } from "./under-way.ts";
import { useUnderWayActs } from "./under-way-acts.ts";

const COLUMNS = ["kind", "counterparty", "amount", "state", "until", "details"] as const;

/** What waits for a holder: requests, escrows, red packets, standing orders. */
export function UnderWayPart({ address, show }: { readonly address: string; readonly show: (request: ShownRequest) => void }) {
  const t = historyTexts.use();
  const name = useNames().of(address) ?? "";
  const reading = useMutation({ mutationFn: (at: string) => codeOnLedger(at, name), onSuccess: show });
  const answer = useLive(["under-way", address], () => readUnderWay(client, address as Address));
  if (answer.isPending) return <Skeleton height={240} />;
  if (answer.isError) return <Failure error={answer.error} retry={() => void answer.refetch()} />;
  if (answer.data.length === 0) return <EmptyState title={t("nothing")} text={t("nothingText")} />;
  return (
    <Stack gap="sm">
      {reading.isError ? <Failure error={reading.error} /> : null}
      <WideTable
        columns={COLUMNS.map((column) => ({ label: t(column), isFigure: column === "amount" }))}
        minWidth={760}
        caption={t("underWay")}
      >
        <Table.Tbody>
          {answer.data.map((thing) => (
            <ThingRow key={thing.at} actor={address as Address} thing={thing} showCode={() => reading.mutate(thing.at)} />
          ))}
        </Table.Tbody>
      </WideTable>
    </Stack>
  );
}

interface ThingOptions {
  readonly actor: Address;
  readonly thing: UnderWay;
  readonly showCode: () => void;
}

function ThingRow({ actor, thing, showCode }: ThingOptions) {
  const t = historyTexts.use();
  const language = useLanguage();
  const names = useNames();
  const { kind, number, counterparty, amountMinor, symbol } = thing;
  const what = `${t(kind)} ${number}`;
  const acts = useUnderWayActs(actor, thing, what);
  return (
    <Table.Tr>
      <Table.Td>{t(kind)}</Table.Td>
      <Table.Td>
        {counterparty === null ? "–" : <span title={counterparty}>{names.of(counterparty) ?? shortened(counterparty)}</span>}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {amountMinor === null ? t("anyAmount") : formatMoney(amountMinor, thing, language)} {symbol}
      </Table.Td>
      <Table.Td>{useStateText(thing)}</Table.Td>
      <Table.Td className="figures">{untilText(thing) ?? t("over")}</Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap" justify="flex-end">
          {kind === "request" && thing.state.kind === "named" && thing.state.name === "open" ? (
            <Button size="compact-sm" variant="default" leftSection={<IconQrcode size={14} />} onClick={showCode}>
              {t("showAgain")}
            </Button>
          ) : null}
          {acts.length === 0 ? null : <RowActs what={what} acts={acts} />}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function useStateText({ state }: UnderWay): string {
  const t = historyTexts.use();
  switch (state.kind) {
    case "named":
      return t(`state_${state.name}`);
    case "shares":
      return t("sharesLeft", { shares: state.shares });
    case "payments":
      return t("paidTimes", { paid: state.paid, missed: state.missed });
  }
}

function untilText({ until }: UnderWay): string | undefined {
  if (until === null) return undefined;
  if (until.kind === "time") return formatMoment(until.ms);
  return until.day;
}
