import type { RecentEventsJson } from "@sycee/protocol";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { PageBefore } from "../process/messages.ts";
import { placeText } from "./payments.ts";

/** What institutions and authorities did, the newest first. */
export async function recentEvents(
  tables: Kysely<Tables>,
  { before, limit }: PageBefore,
): Promise<Omit<RecentEventsJson, "height" | "beginsAtHeight">> {
  let asked = tables
    .selectFrom("events")
    .innerJoin("transactions", (join) =>
      join.onRef("transactions.height", "=", "events.height").onRef("transactions.position", "=", "events.position"),
    )
    .selectAll("events")
    .select("transactions.id")
    .where("is_public", "=", true)
    .orderBy("events.height", "desc")
    .orderBy("events.position", "desc")
    .orderBy("events.number", "desc")
    .limit(limit + 1);
  if (before !== undefined) {
    const { height, position, number } = before;
    asked = asked.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("events.height", "events.position", "events.number"), "<", tuple(height, position, number)),
    );
  }
  const rows = await asked.execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    events: shown.map((row) => ({
      place: placeText(row),
      height: `${row.height}`,
      timeMs: `${row.time_ms}`,
      transaction: row.id,
      type: row.type,
      fields: row.fields,
    })),
    next: rows.length > limit && last !== undefined ? placeText(last) : null,
  };
}
