import { Button, Table } from "@mantine/core";
import type { ClearingHouseJson } from "@sycee/protocol";
import { IconDownload } from "@tabler/icons-react";
import { useLanguage } from "../../app/texts.ts";
import { FiguresTable } from "../../components/chart-with-table.tsx";
import { componentTexts } from "../../components/component-texts.ts";
import { downloadCsv } from "../../components/csv.ts";
import { formatMoney } from "../../components/money.ts";
import { Panel } from "../../components/panel.tsx";
import { formatPercent } from "../../components/percent.ts";
import { clearingTexts } from "./clearing-texts.ts";
import { durationText } from "./durations.ts";

type Measures = ClearingHouseJson["measures"]["net"];

/** What each mode has settled so far, with how much money and delay, side by side. */
export function MeasuresTable({ house }: { readonly house: ClearingHouseJson }) {
  const t = clearingTexts.use();
  const shared = componentTexts.use();
  const language = useLanguage();
  const money = (minor: string) => formatMoney(minor, house, language);
  const share = (bps: number | null) => (bps === null ? t("noneSettled") : formatPercent(bps, language));
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
    <Panel
      title={t("measures")}
      aside={
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconDownload size={14} />}
          onClick={() => downloadCsv("clearing-measures.csv", [columns, ...rows])}
        >
          {shared("exportCsv")}
        </Button>
      }
    >
      <Table.ScrollContainer minWidth={480} type="native" tabIndex={0} role="region" aria-label={t("measures")}>
        <FiguresTable columns={columns} rows={rows} />
      </Table.ScrollContainer>
    </Panel>
  );
}
