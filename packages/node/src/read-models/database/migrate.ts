import { NodeStartError } from "../../block-runner/node-start-error.ts";
import { MIGRATIONS } from "./migrations.ts";
import { SCHEMA, type SqlDatabase } from "./sql-database.ts";

/** Brings the tables to their present form. Rejects with {@link NodeStartError} where a newer version of the software made them. */
export async function migrate(database: SqlDatabase): Promise<void> {
  await database.query("CREATE TABLE IF NOT EXISTS migrations (number integer PRIMARY KEY)");
  const [found] = await database.query<{ last: number | null }>("SELECT max(number) AS last FROM migrations");
  const last = found?.last ?? 0;
  const newest = MIGRATIONS.at(-1)?.number ?? 0;
  if (last > newest) {
    throw new NodeStartError(`The read models are of form ${last} and this version knows ${newest}: rebuild them with sycee reindex.`);
  }
  for (const { number, sql } of MIGRATIONS) {
    if (number <= last) continue;
    await database.transaction(async (connection) => {
      for (const statement of sql) await connection.query(statement);
      await connection.query("INSERT INTO migrations (number) VALUES ($1)", [number]);
    });
  }
}

/** Removes every table, whatever made it, and makes them again, empty. */
export async function beginAfresh(database: SqlDatabase): Promise<void> {
  await database.query(`DROP SCHEMA ${SCHEMA} CASCADE`);
  await database.query(`CREATE SCHEMA ${SCHEMA}`);
  await migrate(database);
}
