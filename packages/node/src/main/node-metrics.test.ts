import { expect, test } from "vitest";
import { createNodeMetrics } from "./node-metrics.ts";

test.each([0, 1, 255, 256, 257, 1_000])("when metrics are read, each of %i times is counted", async (count) => {
  const metrics = createNodeMetrics();
  for (let at = 0; at < count; at++) metrics.stageTook("decode", 0.003);
  metrics.stageTook("order", 0.7);
  const text = await metrics.registry.metrics();
  const read = (series: string) => text.split("\n").find((line) => line.startsWith(`${series} `));
  const bucket = (le: string) => `sycee_stage_seconds_bucket{le="${le}",stage="decode"}`;
  if (count > 0) {
    expect(read(bucket("0.002"))).toBe(`${bucket("0.002")} 0`);
    expect(read(bucket("0.005"))).toBe(`${bucket("0.005")} ${count}`);
    expect(read('sycee_stage_seconds_count{stage="decode"}')).toBe(`sycee_stage_seconds_count{stage="decode"} ${count}`);
  }
  expect(read('sycee_stage_seconds_count{stage="order"}')).toBe('sycee_stage_seconds_count{stage="order"} 1');
  expect(await metrics.registry.metrics()).toContain('sycee_stage_seconds_count{stage="order"} 1');
});
