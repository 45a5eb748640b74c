import { mkdirSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { lockDirectory } from "@sycee/storage";
import { BIGINT_TYPES, SCHEMA, type SqlConnection, type SqlDatabase } from "./sql-database.ts";

/** Opens the PostgreSQL that lies in a directory, or makes one there. Rejects with `StorageError` where another process has it. */
export async function openEmbeddedDatabase(directory: string): Promise<SqlDatabase> {
  mkdirSync(directory, { recursive: true });
  const lock = await lockDirectory(directory);
  let postgres: PGlite;
  try {
    postgres = await PGlite.create(`${directory}/postgres`, {
      parsers: { [BIGINT_TYPES.int8]: BigInt, [BIGINT_TYPES.numeric]: BigInt },
    });
    await postgres.exec(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}; SET search_path TO ${SCHEMA}`);
  } catch (error) {
    lock.release();
    throw error;
  }
  // Transactions come one after another: what is read in one is of one state.
  const transaction: SqlDatabase["transaction"] = (act) => postgres.transaction((inner) => act(connectionOf(inner)));
  return {
    ...connectionOf(postgres),
    transaction,
    snapshot: transaction,
    async close() {
      await postgres.close();
      lock.release();
    },
  };
}

function connectionOf(queryable: Pick<PGlite, "query">): SqlConnection {
  return {
    query: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
      (await queryable.query<Row>(sql, [...parameters])).rows,
  };
}
