import { CodedError } from "@sycee/protocol/core";
import type { SqlConnection } from "../database/sql-database.ts";
import type { Tables } from "../database/tables.ts";

/** The block whose state the tables begin with: that of a snapshot. `undefined` where they have every block. */
export type HistoryBeginning = Tables["history_beginning"] | undefined;

/** Reads where the tables begin. */
export async function readBeginning(connection: SqlConnection): Promise<HistoryBeginning> {
  const [beginning] = await connection.query<Tables["history_beginning"]>("SELECT height, time_ms FROM history_beginning");
  return beginning;
}

/** The refusal of a question about what was before the tables begin. */
export function notKept({ height }: Tables["history_beginning"]): CodedError {
  return new CodedError(
    "history_not_kept",
    `This node's history begins with the state of block ${height}, which it got as a snapshot: what was before is not kept here. A node that has every block can tell.`,
  );
}
