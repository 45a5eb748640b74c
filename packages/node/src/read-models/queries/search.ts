import type { SearchJson } from "@sycee/protocol";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { HistoryBeginning } from "../following/history-beginning.ts";

const MOST = 20;
const HASH = /^0x[0-9a-f]{64}$/;
const HEIGHT = /^[0-9]{1,15}$/;

type Found = SearchJson["found"];

/** What a text names. `account` is an address that the reader may read. */
export async function searchTables(
  tables: Kysely<Tables>,
  { text, account }: { readonly text: string; readonly account: string | undefined },
  beginning: HistoryBeginning,
): Promise<Omit<SearchJson, "height" | "beginsAtHeight">> {
  const wanted = text.trim().toLowerCase();
  const found: Found = [];
  if (HEIGHT.test(wanted)) found.push(...(await blocks(tables, "height", BigInt(wanted))));
  if (HASH.test(wanted)) {
    found.push(...(await blocks(tables, "hash", wanted)));
    const transaction = await tables
      .selectFrom("transactions")
      .select(["id", "height", "status"])
      .where("id", "=", wanted)
      .executeTakeFirst();
    if (transaction !== undefined) {
      found.push({ kind: "transaction", id: transaction.id, text: `${transaction.status} in block ${transaction.height}` });
    }
    found.push(...(await institutions(tables, "address", wanted)));
    if (account !== undefined) {
      const known = await changeOf(tables, account, beginning);
      if (known !== undefined) found.push({ kind: "account", id: account, text: known });
    }
  } else {
    found.push(...(await institutions(tables, "name", wanted)));
    const symbols = await tables
      .selectFrom("instruments")
      .select(["instrument", "symbol", "kind"])
      .where("symbol", "ilike", `%${literal(wanted)}%`)
      .orderBy("instrument")
      .limit(MOST)
      .execute();
    found.push(
      ...symbols.map(({ instrument, symbol, kind }) => ({ kind: "instrument" as const, id: `${instrument}`, text: `${symbol} (${kind})` })),
    );
  }
  return { found: found.slice(0, MOST) };
}

/** When an account last changed, in words; `undefined` where there is none. */
async function changeOf(tables: Kysely<Tables>, account: string, beginning: HistoryBeginning): Promise<string | undefined> {
  const known = await tables.selectFrom("accounts").select("last_height").where("address", "=", account).executeTakeFirst();
  if (known !== undefined) return `last changed in block ${known.last_height}`;
  if (beginning === undefined) return undefined;
  const holds = await tables.selectFrom("holdings").select("address").where("address", "=", account).limit(1).executeTakeFirst();
  return holds === undefined ? undefined : `has not changed since block ${beginning.height}, with which history begins here`;
}

async function blocks(tables: Kysely<Tables>, column: "height" | "hash", value: bigint | string): Promise<Found> {
  const block = await tables.selectFrom("blocks").select(["height", "transactions"]).where(column, "=", value).executeTakeFirst();
  if (block === undefined) return [];
  return [{ kind: "block", id: `${block.height}`, text: `${block.transactions} transactions` }];
}

async function institutions(tables: Kysely<Tables>, by: "address" | "name", wanted: string): Promise<Found> {
  const of = tables.selectFrom("institutions").select(["address", "role", "name"]).orderBy("name").orderBy("role").limit(MOST);
  const rows = await (by === "address" ? of.where("address", "=", wanted) : of.where("name", "ilike", `%${literal(wanted)}%`)).execute();
  return rows.map(({ address, role, name }) => ({ kind: "institution", id: address, text: name === "" ? role : `${name} (${role})` }));
}

// What has a meaning of its own in a pattern stands for itself.
function literal(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
