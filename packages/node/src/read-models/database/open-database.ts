import { join } from "node:path";
import { openEmbeddedDatabase } from "./embedded-database.ts";
import { openServerDatabase } from "./server-database.ts";
import type { SqlDatabase } from "./sql-database.ts";

/** Where read models are kept. */
export interface ReadModelsPlace {
  readonly dataDirectory: string;
  /** A PostgreSQL server's; one of its own in the data directory if absent. */
  readonly databaseUrl: string | undefined;
}

/** What opening tells. */
export interface DatabaseEvents {
  /** Something that whoever runs the node should know, in a sentence. */
  notice(text: string): void;
  /** The connection to the server is broken: the database is of no use any more. */
  broken(error: Error): void;
}

/** Opens the database of a chain's read models, for this process alone. Rejects with `StorageError` or `NodeStartError` where another has it. */
export async function openDatabase(
  { dataDirectory, databaseUrl }: ReadModelsPlace,
  { notice, broken }: DatabaseEvents,
): Promise<SqlDatabase> {
  if (databaseUrl === undefined) return await openEmbeddedDatabase(join(dataDirectory, "read-models"), notice);
  return await openServerDatabase(databaseUrl, broken);
}
