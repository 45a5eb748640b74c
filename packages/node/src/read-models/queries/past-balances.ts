import { CodedError, type PastBalancesJson } from "@sycee/protocol";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";

/** What an address had after a block, the last one if none is given. Rejects with `CodedError` `unknown_block` for one that is not in the tables yet. */
export async function pastBalances(
  tables: Kysely<Tables>,
  { address, at }: { readonly address: string; readonly at: bigint | undefined },
  last: bigint,
): Promise<Omit<PastBalancesJson, "height">> {
  const height = at ?? last;
  if (height > last) throw new CodedError("unknown_block", `Block ${height} is not in the read models yet; they stand at ${last}.`);
  const rows = await tables
    .selectFrom("balances")
    .innerJoin("instruments", "instruments.instrument", "balances.instrument")
    .selectAll("balances")
    .select(["instruments.symbol", "instruments.unit", "instruments.decimals"])
    .distinctOn(["balances.place", "balances.instrument"])
    .where("balances.address", "=", address)
    .where("balances.height", "<=", height)
    .orderBy("balances.place")
    .orderBy("balances.instrument")
    .orderBy("balances.height", "desc")
    .execute();
  return {
    address,
    atHeight: `${height}`,
    balances: rows
      .filter(({ amount }) => amount > 0n)
      .map(({ instrument, symbol, unit, decimals, place, amount, height: since }) => ({
        instrument,
        symbol,
        unit,
        decimals,
        place,
        amountMinor: `${amount}`,
        sinceHeight: `${since}`,
      })),
  };
}
