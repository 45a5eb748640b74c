/** A stretch of block time, both ends in it, milliseconds since 1970. */
export interface SeriesOptions {
  /** The beginning of the series if absent. */
  readonly fromMs?: bigint;
  /** The last block if absent. */
  readonly toMs?: bigint;
  /** At most so many points, from 2 to 2,000; 300 if absent. */
  readonly points?: number;
}

/** A stretch as a query. */
export function seriesQuery({ fromMs, toMs, points }: SeriesOptions): { from?: string; to?: string; points?: number } {
  return {
    ...(fromMs === undefined ? {} : { from: `${fromMs}` }),
    ...(toMs === undefined ? {} : { to: `${toMs}` }),
    ...(points === undefined ? {} : { points }),
  };
}
