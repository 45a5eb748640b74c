import { SCHEMA, type SqlConnection } from "./sql-database.ts";

/** What a table holds, in short: the same for the same rows, in whatever order they were written. */
export interface TableDigest {
  readonly table: string;
  readonly rows: number;
  /** The sum of all rows' hashes: two tables with the same rows have the same, and by mistake others hardly ever. */
  readonly digest: string;
}

/** Working memory, written now and then, and the numbers of the migrations: no part of what the tables say. */
const NOT_COUNTED = ["alert_memory", "migrations"];

/** A digest of every table. */
export async function tableDigests(connection: SqlConnection): Promise<TableDigest[]> {
  const tables = await connection.query<{ name: string }>(
    "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = $1 ORDER BY tablename",
    [SCHEMA],
  );
  const digests: TableDigest[] = [];
  for (const { name } of tables) {
    if (NOT_COUNTED.includes(name)) continue;
    const half = (start: number) => `coalesce(sum(('x' || substr(hash, ${start}, 15))::bit(60)::bigint), 0)`;
    const [found] = await connection.query<{ rows: bigint; first: bigint; second: bigint }>(
      `SELECT count(*) AS rows, ${half(1)} AS first, ${half(17)} AS second FROM (SELECT md5(${name}::text) AS hash FROM ${name}) AS hashed`,
    );
    if (found === undefined) throw new Error(`${name} was not counted`);
    digests.push({ table: name, rows: Number(found.rows), digest: `${found.first.toString(16)}.${found.second.toString(16)}` });
  }
  return digests;
}
