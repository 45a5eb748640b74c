import { useComputedColorScheme } from "@mantine/core";
import { BarChart, GraphChart, LineChart, PieChart } from "echarts/charts";
import { AriaComponent, DataZoomComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { CHART_COLOURS } from "./chart-colours.ts";

use([
  BarChart,
  GraphChart,
  LineChart,
  PieChart,
  AriaComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  CanvasRenderer,
]);

/** A drawing of Apache ECharts, as high as it is told and as wide as there is room. */
export function EChart({ option, height, label }: { readonly option: EChartsCoreOption; readonly height: number; readonly label: string }) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(undefined);
  const scheme = useComputedColorScheme("light");
  useEffect(() => {
    if (element.current === null) return;
    const made = init(element.current, scheme === "dark" ? "dark" : undefined);
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = undefined;
    };
  }, [scheme]);
  useEffect(() => {
    chart.current?.setOption(
      { backgroundColor: "transparent", animation: false, color: [...CHART_COLOURS], ...option },
      { notMerge: true, lazyUpdate: true },
    );
  }, [option, scheme]);
  return <div ref={element} role="img" aria-label={label} style={{ height, width: "100%" }} />;
}
