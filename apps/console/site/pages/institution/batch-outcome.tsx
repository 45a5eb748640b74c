import { Badge, Button, SimpleGrid, Stack, Table, Text } from "@mantine/core";
import type { TransferStatus } from "@sycee/sdk";
import { IconDownload } from "@tabler/icons-react";
import { Amount } from "../../components/amount.tsx";
import { downloadCsv } from "../../components/csv.ts";
import { decimalOf } from "../../components/money.ts";
import { Panel } from "../../components/panel.tsx";
import { StatTile } from "../../components/stat-tile.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import type { Outcome } from "./batch-panel.tsx";
import { batchTexts } from "./batch-texts.ts";
import type { Institution } from "./institution-page.tsx";

/** Lines that the page shows; the file has all. */
const MAX_SHOWN = 500;

/** What became of each transfer of a batch, and that nothing came into being by it. */
export function BatchOutcome({ institution, outcome }: { readonly institution: Institution; readonly outcome: Outcome }) {
  const t = batchTexts.use();
  const { transfers, result, beforeMinor, afterMinor } = outcome;
  const lines = transfers.map((transfer, place) => ({ ...transfer, status: result.statuses[place] ?? "unknown_payer" }));
  const word = (status: TransferStatus) => (status === "accepted" ? t("acceptedStatus") : t(status));
  const download = () =>
    downloadCsv(`batch-${institution.name}.csv`, [
      ["line", "from", "to", "amount", "status"],
      ...lines.map(({ line, payer, payee, amountMinor, status }) => [
        line,
        payer,
        payee,
        decimalOf(amountMinor, institution.decimals),
        status,
      ]),
    ]);
  return (
    <Panel
      title={t("done")}
      aside={
        <Button size="compact-xs" variant="default" leftSection={<IconDownload size={14} />} onClick={download}>
          {t("csv")}
        </Button>
      }
    >
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2, lg: 5 }}>
          <StatTile name={t("accepted")} value={`${result.accepted}`} />
          <StatTile name={t("refused")} value={`${result.refused}`} />
          <StatTile name={t("acceptedTotal")} value={<Amount minor={result.total} {...institution} />} />
          <StatTile name={t("before")} value={<Amount minor={beforeMinor} {...institution} />} />
          <StatTile name={t("after")} value={<Amount minor={afterMinor} {...institution} />} />
        </SimpleGrid>
        <Text size="sm">{t(beforeMinor === afterMinor ? "conserved" : "changed")}</Text>
        <WideTable
          minWidth={520}
          caption={t("done")}
          columns={[
            { label: t("line"), isFigure: true },
            { label: t("from"), isFigure: true },
            { label: t("to"), isFigure: true },
            { label: t("amount"), isFigure: true },
            { label: t("status") },
          ]}
        >
          <Table.Tbody>
            {lines.slice(0, MAX_SHOWN).map(({ line, payer, payee, amountMinor, status }) => (
              <Table.Tr key={line}>
                {[line, payer, payee].map((number, place) => (
                  <Table.Td key={["line", "payer", "payee"][place]} ta="right" className="figures">
                    {number}
                  </Table.Td>
                ))}
                <Table.Td ta="right">
                  <Amount minor={amountMinor} {...institution} />
                </Table.Td>
                <Table.Td>
                  <Badge variant="light" color={status === "accepted" ? "teal" : "red"}>
                    {word(status)}
                  </Badge>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
        {lines.length > MAX_SHOWN ? <Text size="sm">{t("more", { count: lines.length - MAX_SHOWN })}</Text> : null}
      </Stack>
    </Panel>
  );
}
