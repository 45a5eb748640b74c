// Texts are compared byte by byte: addresses and ids have no language.
const TEXT = 'text COLLATE "C"';

/** Makes the tables of alerts. Amounts are minor units, times are block times in milliseconds since 1970. */
export const ALERT_TABLES: readonly string[] = [
  `CREATE TABLE alerts (id ${TEXT} PRIMARY KEY, rule ${TEXT} NOT NULL, height bigint NOT NULL, score integer NOT NULL, revision integer NOT NULL, alert ${TEXT} NOT NULL)`,
  "CREATE INDEX alerts_by_height ON alerts (height, id)",
  `CREATE TABLE alert_memory (memory ${TEXT}, key ${TEXT}, touched bigint NOT NULL, json ${TEXT} NOT NULL, PRIMARY KEY (memory, key))`,
];

/** One statement after another on one connection, of a PostgreSQL whose numbers of 64 bits and `numeric` are read as `bigint`. */
export interface AlertConnection {
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** A row of `alerts`; `alert` is the whole alert as `stateToJson` writes it. */
export interface AlertRow {
  readonly id: string;
  readonly rule: string;
  readonly height: bigint;
  readonly score: number;
  readonly revision: number;
  readonly alert: string;
}

const COLUMNS: Readonly<Record<"alerts" | "alert_memory", string>> = {
  alerts: "id text, rule text, height bigint, score integer, revision integer, alert text",
  alert_memory: "memory text, key text, touched bigint, json text",
};
const KEYS: Readonly<Record<"alerts" | "alert_memory", string>> = { alerts: "id", alert_memory: "memory, key" };
const ROWS_OF_STATEMENT = 5_000;

/** Writes rows, and in the place of those with the same key. Returns how many. */
export async function putAlertRows(
  connection: AlertConnection,
  table: "alerts" | "alert_memory",
  rows: readonly object[],
): Promise<number> {
  const names = COLUMNS[table].split(", ").map((column) => column.split(" ", 1)[0] ?? "");
  const sql = `INSERT INTO ${table} SELECT ${names.join(", ")} FROM json_to_recordset($1::json) AS given(${COLUMNS[table]})
    ON CONFLICT (${KEYS[table]}) DO UPDATE SET ${names.map((name) => `${name} = EXCLUDED.${name}`).join(", ")}`;
  for (let start = 0; start < rows.length; start += ROWS_OF_STATEMENT) {
    const text = JSON.stringify(rows.slice(start, start + ROWS_OF_STATEMENT), (_key, value: unknown) =>
      typeof value === "bigint" ? value.toString() : value,
    );
    await connection.query(sql, [text]);
  }
  return rows.length;
}
