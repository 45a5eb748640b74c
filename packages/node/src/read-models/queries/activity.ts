import type { ActivitySeriesJson } from "@sycee/protocol";
import { type Kysely, sql } from "kysely";
import { ACTIVITY_BUCKET_MS, type Tables } from "../database/tables.ts";
import type { SeriesRange } from "../process/messages.ts";
import { stretchOf } from "./series-range.ts";
import { decimalsOf } from "./unit-decimals.ts";
import { HOUR_MS, type PaidHours, wholeHours } from "./whole-hours.ts";

/** What is asked of {@link activitySeries}. */
interface ActivityQuestion extends SeriesRange {
  readonly unit: string;
  /** Values of whole hours with many payments alone: see `wholeHours`. */
  readonly inWholeHours: boolean;
}

/** What was paid in a unit, and how many transactions there were, in parts of equal length. */
export async function activitySeries(
  tables: Kysely<Tables>,
  { unit, inWholeHours, ...range }: ActivityQuestion,
  lastMs: bigint,
): Promise<Omit<ActivitySeriesJson, "height" | "beginsAtHeight">> {
  const first = await tables.selectFrom("block_activity").select("bucket_ms").orderBy("bucket_ms").limit(1).executeTakeFirst();
  const { fromMs, toMs, points } = stretchOf(range, first?.bucket_ms, lastMs);
  const leastMs = inWholeHours ? HOUR_MS : ACTIVITY_BUCKET_MS;
  const start = fromMs - (fromMs % leastMs);
  const buckets = (toMs - start) / leastMs + 1n;
  const partMs = ((buckets + points - 1n) / points) * leastMs;
  const part = sql<bigint>`(bucket_ms - ${start}::bigint) / ${partMs}::bigint`;
  // An hour is read whole, wherever in it the stretch ends.
  const paid = inWholeHours
    ? wholeHours(await paidParts(tables, unit, start, HOUR_MS, toMs - (toMs % HOUR_MS) + HOUR_MS - 1n), start, partMs, lastMs)
    : await paidParts(tables, unit, start, partMs, toMs);
  const blocks = await tables
    .selectFrom("block_activity")
    .select([
      part.as("part"),
      sql<bigint>`sum(blocks)`.as("blocks"),
      sql<bigint>`sum(executed)`.as("executed"),
      sql<bigint>`sum(refused)`.as("refused"),
    ])
    .where("bucket_ms", ">=", start)
    .where("bucket_ms", "<=", toMs)
    .groupBy("part")
    .orderBy("part")
    .execute();
  const timeOf = (place: bigint) => `${start + place * partMs}`;
  return {
    unit,
    decimals: await decimalsOf(tables, unit),
    partMs: `${partMs}`,
    points: paid.map((row) => ({
      timeMs: `${row.beginMs}`,
      payments: `${row.payments}`,
      realMinor: `${row.real}`,
      financialMinor: `${row.financial}`,
    })),
    blocks: blocks.map((row) => ({
      timeMs: timeOf(row.part),
      blocks: `${row.blocks}`,
      executed: `${row.executed}`,
      refused: `${row.refused}`,
    })),
  };
}

/** Sums of parts of `partMs` from `startMs` on, in buckets that begin up to `endMs`. */
async function paidParts(tables: Kysely<Tables>, unit: string, startMs: bigint, partMs: bigint, endMs: bigint): Promise<PaidHours[]> {
  const rows = await tables
    .selectFrom("payment_activity")
    .select([
      sql<bigint>`(bucket_ms - ${startMs}::bigint) / ${partMs}::bigint`.as("part"),
      sql<bigint>`sum(payments)`.as("payments"),
      sql<bigint>`sum(real_value)`.as("real"),
      sql<bigint>`sum(financial_value)`.as("financial"),
    ])
    .where("unit", "=", unit)
    .where("bucket_ms", ">=", startMs)
    .where("bucket_ms", "<=", endMs)
    .groupBy("part")
    .orderBy("part")
    .execute();
  return rows.map(({ part, ...sums }) => ({ beginMs: startMs + part * partMs, ...sums }));
}
