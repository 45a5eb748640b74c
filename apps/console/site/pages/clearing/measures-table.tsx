import { Button, Group, Paper, Table } from "@mantine/core";
import type { ClearingHouseJson } from "@sycee/protocol";
import { IconDownload } from "@tabler/icons-react";
import { useLanguage } from "../../app/texts.ts";
import { FiguresTable } from "../../components/chart-with-table.tsx";
import { componentTexts } from "../../components/component-texts.ts";
import { downloadCsv } from "../../components/csv.ts";
import { formatMoney } from "../../components/money.ts";
import { clearingTexts } from "./clearing-texts.ts";
import { durationText } from "./durations.ts";

type Measures = ClearingHouseJson["measures"]["net"];

/** What each mode has settled so far, with how much money and delay, side by side. */
export function MeasuresTable({ house }: { readonly house: ClearingHouseJson }) {
  const t = clearingTexts.use();
  const shared = componentTexts.use();
  const language = useLanguage();
  const money = (minor: string) => formatMoney(minor, house, language);
  const share = (bps: number | null) =>
    bps === null ? t("noneSettled") : new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 2 }).format(bps / 10_000);
  const delay = (ms: string | null) => (ms === null ? t("noneSettled") : durationText(ms, language));
  const lines: readonly (readonly [string, (measures: Measures) => string])[] = [
    [t("settledPayments"), ({ payments }) => payments],
    [t("settledValue"), ({ valueMinor }) => money(valueMinor)],
    [t("liquidity"), ({ liquidityMinor }) => money(liquidityMinor)],
    [t("nettingRatio"), ({ nettingRatioBps }) => share(nettingRatioBps)],
    [t("bilateralRatio"), ({ bilateralRatioBps }) => share(bilateralRatioBps)],
    [t("meanDelay"), ({ meanDelayMs }) => delay(meanDelayMs)],
    [t("weightedDelay"), ({ valueWeightedDelayMs }) => delay(valueWeightedDelayMs)],
    [t("longestDelay"), ({ longestDelayMs }) => delay(longestDelayMs)],
    [t("revoked"), ({ revoked }) => revoked],
    [t("returned"), ({ returned }) => returned],
  ];
  const columns = [t("measure"), t("grossName"), t("netName")];
  const rows = lines.map(([name, of]) => [name, of(house.measures.gross), of(house.measures.net)]);
  return (
    <Paper withBorder p="md">
      <Group justify="flex-end" mb="xs">
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconDownload size={14} />}
          onClick={() => downloadCsv("clearing-measures.csv", [columns, ...rows])}
        >
          {shared("exportCsv")}
        </Button>
      </Group>
      <Table.ScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <FiguresTable columns={columns} rows={rows} />
      </Table.ScrollContainer>
    </Paper>
  );
}
