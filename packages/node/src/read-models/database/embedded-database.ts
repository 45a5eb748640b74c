import fs from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { lockDirectory } from "@sycee/storage";
import { BIGINT_TYPES, SCHEMA, type SqlConnection, type SqlDatabase } from "./sql-database.ts";

/**
 * Opens the PostgreSQL that lies in a directory, or makes one there. One that cannot be opened is set aside and another made, which `notice`
 * is told in a sentence: whatever is in it is made again from the log. Rejects with `StorageError` where another process has the directory.
 */
export async function openEmbeddedDatabase(directory: string, notice: (text: string) => void): Promise<SqlDatabase> {
  fs.mkdirSync(directory, { recursive: true });
  const lock = await lockDirectory(directory);
  let postgres: PGlite;
  try {
    postgres = await openOrMake(join(directory, "postgres"), notice);
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

async function openOrMake(path: string, notice: (text: string) => void): Promise<PGlite> {
  if (fs.existsSync(path)) {
    try {
      return await open(path);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      notice(`The database of the read models does not open and is made afresh; the old one is in ${path}.broken: ${reason}`);
      fs.rmSync(`${path}.broken`, { recursive: true, force: true });
      fs.renameSync(path, `${path}.broken`);
    }
  }
  // Under another name until it is whole: a process that ends in between leaves nothing that looks like a database.
  const unfinished = `${path}.new`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  await (await open(unfinished)).close();
  fs.renameSync(unfinished, path);
  return await open(path);
}

async function open(path: string): Promise<PGlite> {
  return await PGlite.create(path, { parsers: { [BIGINT_TYPES.int8]: BigInt, [BIGINT_TYPES.numeric]: BigInt } });
}
