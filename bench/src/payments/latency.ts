import type { Latency } from "./load-task.ts";

/** What a list of times in milliseconds comes to; it is sorted in place. */
export function latencyOf(timesMs: number[]): Latency {
  timesMs.sort((left, right) => left - right);
  return { p50Ms: quantile(timesMs, 0.5), p90Ms: quantile(timesMs, 0.9), p99Ms: quantile(timesMs, 0.99), maxMs: timesMs.at(-1) ?? 0 };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
