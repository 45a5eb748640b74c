import pg from "pg";
import { NodeStartError } from "../../block-runner/node-start-error.ts";
import { BIGINT_TYPES, SCHEMA, type SqlConnection, type SqlDatabase } from "./sql-database.ts";

const CONNECTIONS = 4;
/** "SYCEE" as a number: whoever holds this lock writes. */
const WRITER_LOCK = 0x53_59_43_45_45;

/** Opens a database of a PostgreSQL server. Rejects with {@link NodeStartError} where another process writes to it. */
export async function openServerDatabase(url: string, broken: (error: Error) => void): Promise<SqlDatabase> {
  for (const type of Object.values(BIGINT_TYPES)) pg.types.setTypeParser(type, BigInt);
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, options: `-c search_path=${SCHEMA}` });
  pool.on("error", broken);
  // Its connection is kept for as long as the process lives: the lock goes with it.
  const writer = await pool.connect();
  try {
    const { rows } = await writer.query<{ held: boolean }>("SELECT pg_try_advisory_lock($1) AS held", [WRITER_LOCK]);
    if (rows[0]?.held !== true) throw new NodeStartError("Another process writes the read models in this database. Stop it first.");
    await writer.query(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
  } catch (error) {
    writer.release(true);
    await pool.end();
    throw error;
  }
  writer.on("error", broken);
  return {
    ...connectionOf(pool),
    transaction: (act) => within(writer, "BEGIN", act),
    async snapshot(act) {
      const client = await pool.connect();
      try {
        return await within(client, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", act);
      } finally {
        client.release();
      }
    },
    async close() {
      writer.release(true);
      await pool.end();
    },
  };
}

async function within<T>(client: pg.PoolClient, begin: string, act: (connection: SqlConnection) => Promise<T>): Promise<T> {
  await client.query(begin);
  try {
    const result = await act(connectionOf(client));
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

function connectionOf(queryable: Pick<pg.Pool, "query">): SqlConnection {
  return {
    query: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
      (await queryable.query<Row>(sql, [...parameters])).rows,
  };
}
