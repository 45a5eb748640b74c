import type { SqlConnection } from "./sql-database.ts";
import type { Tables } from "./tables.ts";

/** Text of one statement's rows: PostgreSQL takes far more, and the copy of it is in memory several times. */
const MAX_ROWS = 5_000;

/** What becomes of a row whose key is there already. */
export type OnConflict<T extends keyof Tables> = { readonly key: readonly (keyof Tables[T] & string)[]; readonly set: string } | undefined;

/**
 * Writes rows of a table, thousands in a statement: they go as one JSON text, so that a statement is the same for any number of them.
 * Returns how many there were. `set` is what an `UPDATE` sets where the key exists, with `EXCLUDED` and the table's name.
 */
export async function putRows<T extends keyof Tables>(
  connection: SqlConnection,
  table: T,
  rows: readonly Tables[T][],
  onConflict?: OnConflict<T>,
): Promise<number> {
  const [first] = rows;
  if (first === undefined) return 0;
  const columns = Object.keys(first).join(", ");
  const conflict = onConflict === undefined ? "" : ` ON CONFLICT (${onConflict.key.join(", ")}) DO UPDATE SET ${onConflict.set}`;
  const sql = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json)${conflict}`;
  for (let start = 0; start < rows.length; start += MAX_ROWS) {
    await connection.query(sql, [rowsText(rows.slice(start, start + MAX_ROWS))]);
  }
  return rows.length;
}

/** Rows as JSON text, large integers as text. PostgreSQL has no text with a zero character, which Move strings may have. */
export function rowsText(rows: readonly object[]): string {
  return JSON.stringify(rows, (_, value: unknown) => {
    if (typeof value === "bigint") return value.toString();
    return typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\uFFFD") : value;
  });
}
