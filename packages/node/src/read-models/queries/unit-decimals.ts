import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";

/** Decimals of a unit's amounts; 0 for one that nothing is in. */
export async function decimalsOf(tables: Kysely<Tables>, unit: string): Promise<number> {
  const found = await tables.selectFrom("instruments").select("decimals").where("unit", "=", unit).limit(1).executeTakeFirst();
  return found?.decimals ?? 0;
}
