import type { ActivitySeriesJson } from "@sycee/protocol";
import { type Kysely, sql } from "kysely";
import { ACTIVITY_BUCKET_MS, type Tables } from "../database/tables.ts";
import type { SeriesRange } from "../process/messages.ts";
import { stretchOf } from "./series-range.ts";
import { decimalsOf } from "./unit-decimals.ts";

/** What was paid in a unit, and how many transactions there were, in parts of equal length. */
export async function activitySeries(
  tables: Kysely<Tables>,
  { unit, ...range }: SeriesRange & { readonly unit: string },
  lastMs: bigint,
): Promise<Omit<ActivitySeriesJson, "height">> {
  const first = await tables.selectFrom("block_activity").select("bucket_ms").orderBy("bucket_ms").limit(1).executeTakeFirst();
  const { fromMs, toMs, points } = stretchOf(range, first?.bucket_ms, lastMs);
  const start = fromMs - (fromMs % ACTIVITY_BUCKET_MS);
  const buckets = (toMs - start) / ACTIVITY_BUCKET_MS + 1n;
  const partMs = ((buckets + points - 1n) / points) * ACTIVITY_BUCKET_MS;
  const part = sql<bigint>`(bucket_ms - ${start}::bigint) / ${partMs}::bigint`;
  const paid = await tables
    .selectFrom("payment_activity")
    .select([
      part.as("part"),
      sql<bigint>`sum(payments)`.as("payments"),
      sql<bigint>`sum(real_value)`.as("real"),
      sql<bigint>`sum(financial_value)`.as("financial"),
    ])
    .where("unit", "=", unit)
    .where("bucket_ms", ">=", start)
    .where("bucket_ms", "<=", toMs)
    .groupBy("part")
    .orderBy("part")
    .execute();
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
      timeMs: timeOf(row.part),
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
