import { useMemo } from "react";
import type { StatisticsJson } from "@sycee/protocol";
import { client } from "../../app/client.ts";
import { type Language, useLanguage } from "../../app/texts.ts";
import { CHART_COLOURS } from "../../components/chart-colours.ts";
import { ChartWithTable } from "../../components/chart-with-table.tsx";
import { componentTexts } from "../../components/component-texts.ts";
import { ModelPanel } from "../../components/model-panel.tsx";
import { formatMoment } from "../../components/moment.ts";
import { decimalOf, formatMoney } from "../../components/money.ts";
import { useHead } from "../../live/head.ts";
import { useLive } from "../../live/use-live.ts";
import { type ChartRange, stretchOf } from "./chart-range.tsx";
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
export function SupplyChart({ unit, range }: { readonly unit: Unit; readonly range: ChartRange }) {
  const headMs = useHead().block?.timeMs;
  const supply = useLive(
    ["supply", unit.unit, range],
    () => client.models.supply(unit.unit, { ...stretchOf(range, headMs === undefined ? undefined : BigInt(headMs)), points: POINTS }),
    REFRESH_MS,
  );
  return (
    <ModelPanel query={supply} height={350}>
      {(data) => <Chart supply={data} unit={unit} />}
    </ModelPanel>
  );
}

function Chart({ supply, unit }: { readonly supply: Supply; readonly unit: Unit }) {
  const t = overviewTexts.use();
  const shared = componentTexts.use();
  const { beginsAtHeight } = supply;
  const language = useLanguage();
  const option = useMemo(() => optionOf(supply, unit, language), [supply, unit, language]);
  return (
    <ChartWithTable
      title={t("supply")}
      file={`supply-${unit.unit}`}
      option={option}
      height={HEIGHT}
      note={beginsAtHeight === "0" ? t("ownScale") : `${t("ownScale")} ${shared("historyBegins", { height: beginsAtHeight })}`}
      columns={[t("time"), t("block"), ...SERIES.map(({ name }) => name)]}
      rows={supply.points.map((point) => [
        formatMoment(point.timeMs),
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

/** Height of the chart in pixels: a strip for each measure, above the axis of time. */
const HEIGHT = 280;
const STRIP = 62;
const GAP = 22;

/**
 * A strip for each, on a scale of its own: on one scale the movements of all would be lost beside their levels.
 * A scale does not begin at zero, so what is under a line is left empty: its area would say nothing.
 */
function optionOf(supply: Supply, unit: Unit, language: Language) {
  const value = (minor: string) => Number(decimalOf(minor, unit.decimals));
  const last = SERIES.length - 1;
  const short = shortMoney(supply, unit, language);
  return {
    aria: { enabled: true },
    grid: SERIES.map((_, place) => ({ left: 78, right: 16, top: 24 + place * (STRIP + GAP), height: STRIP })),
    axisPointer: { link: [{ xAxisIndex: "all" }] },
    tooltip: {
      trigger: "axis",
      confine: true,
      valueFormatter: (amount: unknown) => (typeof amount === "number" ? exact(amount, unit, language) : ""),
    },
    xAxis: SERIES.map((_, place) => ({
      type: "time",
      gridIndex: place,
      axisLabel: { hideOverlap: true, show: place === last },
      axisTick: { show: place === last },
    })),
    yAxis: SERIES.map(({ name, key }, place) => ({
      type: "value",
      gridIndex: place,
      scale: true,
      splitNumber: 2,
      name: `${name} (${unit.unit})`,
      nameLocation: "end",
      nameGap: 6,
      nameTextStyle: { align: "left", fontWeight: "bold", color: CHART_COLOURS[place] },
      axisLabel: { hideOverlap: true, formatter: short(key) },
    })),
    series: SERIES.map(({ name, key }, place) => ({
      name: `${name} (${unit.unit})`,
      type: "line",
      step: "end",
      xAxisIndex: place,
      yAxisIndex: place,
      lineStyle: { width: 2 },
      showSymbol: supply.points.length < 3,
      data: supply.points.map((point) => [Number(point.timeMs), value(point[key])]),
    })),
  };
}

function exact(amount: number, unit: Unit, language: Language): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: unit.decimals, maximumFractionDigits: unit.decimals }).format(amount);
}

/** Labels of an axis in short, with as many digits as tell the ends of its strip apart. */
function shortMoney(supply: Supply, unit: Unit, language: Language) {
  return (key: (typeof SERIES)[number]["key"]) => {
    const amounts = supply.points.map((point) => Number(decimalOf(point[key], unit.decimals)));
    const [lowest, highest] = [Math.min(...amounts), Math.max(...amounts)];
    const digits = highest === lowest ? 4 : Math.ceil(Math.log10(Math.abs(highest) / (highest - lowest) + 1)) + 2;
    const format = new Intl.NumberFormat(language, { notation: "compact", maximumSignificantDigits: Math.min(12, Math.max(3, digits)) });
    return (amount: number) => format.format(amount);
  };
}
