import { type Kysely, sql } from "kysely";
import type { SupplySeriesJson } from "@sycee/protocol";
import type { Tables } from "../database/tables.ts";
import type { SeriesRange } from "../process/messages.ts";
import { stretchOf } from "./series-range.ts";
import { decimalsOf } from "./unit-decimals.ts";

/** The money supply of a unit over time: what it was at the beginning, and of each part of the stretch the last that it changed to. */
export async function supplySeries(
  tables: Kysely<Tables>,
  { unit, ...range }: SeriesRange & { readonly unit: string },
  lastMs: bigint,
): Promise<Omit<SupplySeriesJson, "height" | "beginsAtHeight">> {
  const of = tables.selectFrom("money_supply").where("unit", "=", unit);
  const columns = ["height", "time_ms", "base", "m0", "m1", "m2"] as const;
  const first = await of.select("time_ms").orderBy("height").limit(1).executeTakeFirst();
  const { fromMs, toMs, points } = stretchOf(range, first?.time_ms, lastMs);
  const before = await of.select(columns).where("time_ms", "<", fromMs).orderBy("height", "desc").limit(1).execute();
  const part = sql<bigint>`((time_ms - ${fromMs}::bigint) * ${points - 1n}::bigint / ${toMs > fromMs ? toMs - fromMs : 1n}::bigint)`;
  const within = await of
    .select(columns)
    .select(part.as("part"))
    .distinctOn(sql.ref("part"))
    .where("time_ms", ">=", fromMs)
    .where("time_ms", "<=", toMs)
    .orderBy("part")
    .orderBy("height", "desc")
    .execute();
  return {
    unit,
    decimals: await decimalsOf(tables, unit),
    points: [...before, ...within].map(({ height, time_ms, base, m0, m1, m2 }) => ({
      height: `${height}`,
      timeMs: `${time_ms < fromMs ? fromMs : time_ms}`,
      baseMinor: `${base}`,
      m0Minor: `${m0}`,
      m1Minor: `${m1}`,
      m2Minor: `${m2}`,
    })),
  };
}
