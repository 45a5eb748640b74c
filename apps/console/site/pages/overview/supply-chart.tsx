import { useMemo } from "react";
import type { StatisticsJson } from "@sycee/protocol";
import { client } from "../../app/client.ts";
import { type Language, useLanguage } from "../../app/texts.ts";
import { ChartWithTable } from "../../components/chart-with-table.tsx";
import { ModelPanel } from "../../components/model-panel.tsx";
import { decimalOf, formatMoney, formatMoneyShort } from "../../components/money.ts";
import { useLive } from "../../live/use-live.ts";
import { overviewTexts } from "./overview-texts.ts";

const POINTS = 200;
const REFRESH_MS = 3_000;
const SERIES = [
  { name: "M2", key: "m2Minor" },
  { name: "M1", key: "m1Minor" },
  { name: "M0", key: "m0Minor" },
] as const;

type Unit = Pick<StatisticsJson["units"][number], "unit" | "decimals">;
type Supply = Awaited<ReturnType<typeof client.models.supply>>;

/** Money supply over time. */
export function SupplyChart({ unit }: { readonly unit: Unit }) {
  const supply = useLive(["supply", unit.unit], () => client.models.supply(unit.unit, { points: POINTS }), REFRESH_MS);
  return (
    <ModelPanel query={supply} height={350}>
      {(data) => <Chart supply={data} unit={unit} />}
    </ModelPanel>
  );
}

function Chart({ supply, unit }: { readonly supply: Supply; readonly unit: Unit }) {
  const t = overviewTexts.use();
  const language = useLanguage();
  const option = useMemo(() => optionOf(supply, unit, language), [supply, unit, language]);
  const time = (timeMs: string) => new Date(Number(timeMs)).toLocaleString(language);
  return (
    <ChartWithTable
      title={t("supply")}
      file={`supply-${unit.unit}`}
      option={option}
      columns={[t("time"), t("block"), ...SERIES.map(({ name }) => name)]}
      rows={supply.points.map((point) => [
        time(point.timeMs),
        point.height,
        ...SERIES.map(({ key }) => formatMoney(point[key], unit, language)),
      ])}
      csvRows={supply.points.map((point) => [
        new Date(Number(point.timeMs)).toISOString(),
        point.height,
        ...SERIES.map(({ key }) => decimalOf(point[key], unit.decimals)),
      ])}
    />
  );
}

function optionOf(supply: Supply, unit: Unit, language: Language) {
  const value = (minor: string) => Number(decimalOf(minor, unit.decimals));
  return {
    aria: { enabled: true },
    grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
    legend: { top: 0 },
    tooltip: {
      trigger: "axis",
      valueFormatter: (amount: unknown) => (typeof amount === "number" ? new Intl.NumberFormat(language).format(amount) : ""),
    },
    xAxis: { type: "time", axisLabel: { hideOverlap: true } },
    yAxis: {
      type: "value",
      scale: true,
      axisLabel: {
        formatter: (amount: number) => formatMoneyShort(BigInt(Math.round(amount)) * 10n ** BigInt(unit.decimals), unit, language),
      },
    },
    series: SERIES.map(({ name, key }) => ({
      name,
      type: "line",
      step: "end",
      showSymbol: supply.points.length < 3,
      data: supply.points.map((point) => [Number(point.timeMs), value(point[key])]),
    })),
  };
}
