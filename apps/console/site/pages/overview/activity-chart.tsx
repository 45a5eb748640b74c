import { useMemo } from "react";
import type { StatisticsJson } from "@sycee/protocol";
import { client } from "../../app/client.ts";
import { type Language, useLanguage } from "../../app/texts.ts";
import { ChartWithTable } from "../../components/chart-with-table.tsx";
import { ModelPanel } from "../../components/model-panel.tsx";
import { formatMoment } from "../../components/moment.ts";
import { decimalOf, formatMoney } from "../../components/money.ts";
import { useHead } from "../../live/head.ts";
import { useLive } from "../../live/use-live.ts";
import { cutOf } from "./bars-with-cut.ts";
import { type ChartRange, stretchOf } from "./chart-range.tsx";
import { overviewTexts } from "./overview-texts.ts";

const POINTS = 120;
const REFRESH_MS = 2_000;

type Unit = Pick<StatisticsJson["units"][number], "unit" | "decimals">;
type Activity = Awaited<ReturnType<typeof client.models.activity>>;

interface ActivityOptions {
  readonly unit: Unit;
  readonly range: ChartRange;
}

/** Payments over time, and what they moved. */
export function ActivityChart({ unit, range }: ActivityOptions) {
  const headMs = useHead().block?.timeMs;
  const activity = useLive(
    ["activity", unit.unit, range],
    () => client.models.activity(unit.unit, { ...stretchOf(range, headMs === undefined ? undefined : BigInt(headMs)), points: POINTS }),
    REFRESH_MS,
  );
  return (
    <ModelPanel query={activity} height={350}>
      {(data) => <Chart activity={data} unit={unit} />}
    </ModelPanel>
  );
}

function Chart({ activity, unit }: { readonly activity: Activity; readonly unit: Unit }) {
  const t = overviewTexts.use();
  const language = useLanguage();
  const payments = t("payments");
  const cut = cutOf(activity.points.map((point) => Number(point.payments)));
  const option = useMemo(() => optionOf(activity, payments, cut, language), [activity, payments, cut, language]);
  const total = (point: Activity["points"][number]) => BigInt(point.realMinor) + BigInt(point.financialMinor);
  return (
    <ChartWithTable
      title={payments}
      file={`payments-${unit.unit}`}
      option={option}
      columns={[t("time"), payments, t("value")]}
      {...(cut === undefined ? {} : { note: t("cutOff") })}
      rows={activity.points.map((point) => [formatMoment(point.timeMs), `${point.payments}`, formatMoney(total(point), unit, language)])}
      csvRows={activity.points.map((point) => [
        new Date(Number(point.timeMs)).toISOString(),
        point.payments,
        decimalOf(total(point), unit.decimals),
      ])}
    />
  );
}

function optionOf(activity: Activity, payments: string, cut: number | undefined, language: Language) {
  const format = new Intl.NumberFormat(language);
  return {
    aria: { enabled: true },
    grid: { left: 8, right: 16, top: 28, bottom: 8, containLabel: true },
    tooltip: { trigger: "axis" },
    xAxis: { type: "time", axisLabel: { hideOverlap: true } },
    yAxis: { type: "value", minInterval: 1, ...(cut === undefined ? {} : { max: cut }) },
    series: [
      {
        name: payments,
        type: "bar",
        barMaxWidth: 28,
        labelLayout: { hideOverlap: true },
        data: activity.points.map((point) => {
          const count = Number(point.payments);
          const value = [Number(point.timeMs), count];
          if (cut === undefined || count <= cut) return { value };
          return {
            value,
            label: {
              show: true,
              position: "insideTop",
              align: "left",
              offset: [6, 0],
              formatter: format.format(count),
              fontWeight: "bold",
            },
          };
        }),
      },
    ],
  };
}
