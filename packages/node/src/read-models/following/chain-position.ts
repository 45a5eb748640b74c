import type { SqlConnection } from "../database/sql-database.ts";
import type { Tables } from "../database/tables.ts";

/** The block up to which the tables are true; `undefined` while they are empty. */
export async function readPosition(connection: SqlConnection): Promise<Tables["chain_position"] | undefined> {
  const [position] = await connection.query<Tables["chain_position"]>("SELECT chain_id, height, hash, time_ms FROM chain_position");
  return position;
}
