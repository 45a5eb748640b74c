import { CodedError, type PastBalancesJson } from "@sycee/protocol";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { type HistoryBeginning, notKept } from "../following/history-beginning.ts";

/** What an address had after a block, the last one if none is given. Rejects with `CodedError`: `unknown_block` for one that is not in the tables yet, `history_not_kept` for one before `beginning`. */
export async function pastBalances(
  tables: Kysely<Tables>,
  { address, at }: { readonly address: string; readonly at: bigint | undefined },
  last: bigint,
  beginning: HistoryBeginning,
): Promise<Omit<PastBalancesJson, "height" | "beginsAtHeight">> {
  const height = at ?? last;
  if (height > last) throw new CodedError("unknown_block", `Block ${height} is not in the read models yet; they stand at ${last}.`);
  if (beginning !== undefined && height < beginning.height) throw notKept(beginning);
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
