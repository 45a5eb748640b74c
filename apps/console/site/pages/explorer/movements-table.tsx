import { Paper, Table, Text, Title } from "@mantine/core";
import type { InstrumentJson, ReceiptJson } from "@sycee/protocol";
import { Amount } from "../../components/amount.tsx";
import { Holder } from "../../components/holder.tsx";
import { useNameOfInstrument } from "../../components/instrument-names.ts";
import { WideTable } from "../../components/wide-table.tsx";
import { explorerTexts } from "./explorer-texts.ts";

/** A batch may have thousands. */
const SHOWN = 200;
const KINDS = { paid: "kindPaid", issued: "kindIssued", redeemed: "kindRedeemed" } as const;

/** Who paid whom what in a transaction. */
export function MovementsTable({
  movements,
  instruments,
}: {
  readonly movements: ReceiptJson["movements"];
  readonly instruments: readonly InstrumentJson[];
}) {
  const t = explorerTexts.use();
  const nameOf = useNameOfInstrument();
  return (
    <Paper withBorder p="md" component="section">
      <Title order={3} size="h5" mb="sm">
        {t("movements")} ({movements.length})
      </Title>
      <WideTable
        minWidth={640}
        caption={t("movements")}
        columns={[{ label: t("kind") }, { label: t("from") }, { label: t("to") }, { label: t("amount"), isFigure: true }]}
      >
        <Table.Tbody>
          {movements.slice(0, SHOWN).map(({ kind, from, to, amountMinor, symbol, instrument, call }, place) => {
            const known = instruments.find((candidate) => candidate.instrument === instrument);
            return (
              <Table.Tr key={`${call} ${place}`}>
                <Table.Td>{t(KINDS[kind])}</Table.Td>
                <Table.Td>{from === null ? "—" : <Holder address={from} what={t("address")} />}</Table.Td>
                <Table.Td>{to === null ? "—" : <Holder address={to} what={t("address")} />}</Table.Td>
                <Table.Td ta="right">
                  {known === undefined ? amountMinor : <Amount minor={amountMinor} unit={known.unit} decimals={known.decimals} />}{" "}
                  <Text span size="xs" c="dimmed">
                    {nameOf({ instrument, symbol })}
                  </Text>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </WideTable>
    </Paper>
  );
}
