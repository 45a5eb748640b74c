import { useMemo } from "react";
import type { StatisticsJson } from "@sycee/protocol";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { ChartWithTable } from "../../components/chart-with-table.tsx";
import { ModelPanel } from "../../components/model-panel.tsx";
import { decimalOf, formatMoney } from "../../components/money.ts";
import { useLive } from "../../live/use-live.ts";
import { overviewTexts } from "./overview-texts.ts";

const POINTS = 120;
const REFRESH_MS = 2_000;

type Unit = Pick<StatisticsJson["units"][number], "unit" | "decimals">;
type Activity = Awaited<ReturnType<typeof client.models.activity>>;

/** Payments over time, and what they moved. */
export function ActivityChart({ unit }: { readonly unit: Unit }) {
  const activity = useLive(["activity", unit.unit], () => client.models.activity(unit.unit, { points: POINTS }), REFRESH_MS);
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
  const option = useMemo(
    () => ({
      aria: { enabled: true },
      grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
      tooltip: { trigger: "axis" },
      xAxis: { type: "time", axisLabel: { hideOverlap: true } },
      yAxis: { type: "value", minInterval: 1 },
      series: [{ name: payments, type: "bar", data: activity.points.map((point) => [Number(point.timeMs), Number(point.payments)]) }],
    }),
    [activity, payments],
  );
  const total = (point: Activity["points"][number]) => BigInt(point.realMinor) + BigInt(point.financialMinor);
  return (
    <ChartWithTable
      title={payments}
      file={`payments-${unit.unit}`}
      option={option}
      columns={[t("time"), payments, t("value")]}
      rows={activity.points.map((point) => [
        new Date(Number(point.timeMs)).toLocaleString(language),
        `${point.payments}`,
        formatMoney(total(point), unit, language),
      ])}
      csvRows={activity.points.map((point) => [
        new Date(Number(point.timeMs)).toISOString(),
        point.payments,
        decimalOf(total(point), unit.decimals),
      ])}
    />
  );
}
