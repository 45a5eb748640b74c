import type { StatementSeriesJson } from "@sycee/protocol";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { SeriesRange } from "../process/messages.ts";
import { stretchOf } from "./series-range.ts";

type Row = Pick<Tables["statement_lines"], "side" | "line" | "height" | "time_ms" | "amount">;

/** Every line of an institution's balance sheet over time: what it was at the beginning, and of each part of the stretch the last change. */
export async function statementSeries(
  tables: Kysely<Tables>,
  { institution, ...range }: SeriesRange & { readonly institution: string },
  lastMs: bigint,
): Promise<Omit<StatementSeriesJson, "height" | "beginsAtHeight">> {
  const of = tables.selectFrom("statement_lines").where("institution", "=", institution);
  const first = await of.select("time_ms").orderBy("height").limit(1).executeTakeFirst();
  const { fromMs, toMs, points } = stretchOf(range, first?.time_ms, lastMs);
  const columns = ["side", "line", "height", "time_ms", "amount"] as const;
  const before: Row[] = await of
    .select(columns)
    .distinctOn(["side", "line"])
    .where("time_ms", "<", fromMs)
    .orderBy("side")
    .orderBy("line")
    .orderBy("height", "desc")
    .execute();
  const part = sql<bigint>`((time_ms - ${fromMs}::bigint) * ${points - 1n}::bigint / ${toMs > fromMs ? toMs - fromMs : 1n}::bigint)`;
  const within: Row[] = await of
    .select(columns)
    .select(part.as("part"))
    .distinctOn(["side", "line", sql.ref("part")])
    .where("time_ms", ">=", fromMs)
    .where("time_ms", "<=", toMs)
    .orderBy("side")
    .orderBy("line")
    .orderBy("part")
    .orderBy("height", "desc")
    .execute();
  const lines = new Map<string, StatementSeriesJson["lines"][number]>();
  for (const { side, line, height, time_ms, amount } of [...before, ...within]) {
    const found = lines.get(`${side} ${line}`) ?? { side, line, points: [] };
    lines.set(`${side} ${line}`, found);
    found.points.push({ height: `${height}`, timeMs: `${time_ms < fromMs ? fromMs : time_ms}`, amountMinor: `${amount}` });
  }
  return { institution, lines: [...lines.values()] };
}
