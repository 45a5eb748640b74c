import { Group, SegmentedControl, Text } from "@mantine/core";
import type { SeriesOptions } from "@sycee/sdk";
import { overviewTexts } from "./overview-texts.ts";

const HOUR_MS = 3_600_000n;
/** How far back charts reach from the last block; `all` is the whole of the ledger. */
const SPANS_MS = { hour: HOUR_MS, day: 24n * HOUR_MS, month: 30n * 24n * HOUR_MS, all: undefined } as const;

export type ChartRange = keyof typeof SPANS_MS;
export const CHART_RANGES = ["hour", "day", "month", "all"] as const satisfies readonly ChartRange[];

/** The stretch of a range that ends with the last block, whose time is block time in milliseconds since 1970. */
export function stretchOf(range: ChartRange, headMs: bigint | undefined): SeriesOptions {
  const spanMs = SPANS_MS[range];
  if (spanMs === undefined || headMs === undefined || headMs < spanMs) return {};
  return { fromMs: headMs - spanMs };
}

/** Chooses how far back the charts reach. */
export function ChartRangeChoice({ range, choose }: { readonly range: ChartRange; readonly choose: (range: ChartRange) => void }) {
  const t = overviewTexts.use();
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {t("range")}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={t("range")}
        value={range}
        onChange={(value) => choose(CHART_RANGES.find((each) => each === value) ?? "hour")}
        data={CHART_RANGES.map((value) => ({ value, label: t(value) }))}
      />
    </Group>
  );
}
