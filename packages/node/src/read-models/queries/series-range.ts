import type { SeriesRange } from "../process/messages.ts";

/** A stretch of block time, both ends in it, and how many parts of it have a point each. */
export interface Stretch {
  readonly fromMs: bigint;
  readonly toMs: bigint;
  readonly points: bigint;
}

/**
 * The stretch that is asked for, of a series that begins at `firstMs` in tables that stand at `lastMs`: not from before the series begins, where
 * parts would have nothing.
 */
export function stretchOf({ fromMs, toMs, points }: SeriesRange, firstMs: bigint | undefined, lastMs: bigint): Stretch {
  const end = toMs ?? lastMs;
  const first = firstMs ?? end;
  const start = fromMs === undefined || fromMs < first ? first : fromMs;
  return { fromMs: start < end ? start : end, toMs: end, points: BigInt(points) };
}
