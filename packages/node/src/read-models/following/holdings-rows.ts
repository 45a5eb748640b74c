import type { HoldingsChange } from "@sycee/ledger";
import { putRows, rowsText } from "../database/put-rows.ts";
import type { SqlConnection } from "../database/sql-database.ts";
import type { Tables } from "../database/tables.ts";

/** What some places held after each of several blocks. */
export interface BlockHoldings {
  readonly height: bigint;
  readonly changes: readonly HoldingsChange[];
}

interface Place {
  readonly address: string;
  readonly place: string;
  /** Amounts by instrument, none of them zero. */
  amounts: ReadonlyMap<number, bigint>;
  height: bigint;
}

/**
 * Writes what lies where now, and a row of history for every amount that a block changed: a place that no longer has an instrument gets a
 * row of zero. Returns the number of rows.
 */
export async function writeHoldings(connection: SqlConnection, blocks: readonly BlockHoldings[]): Promise<number> {
  const places = new Map<string, Place>();
  for (const { changes } of blocks) {
    for (const { address, place } of changes) places.set(nameOf(address, place), { address, place, amounts: new Map(), height: 0n });
  }
  if (places.size === 0) return 0;
  const touched = rowsText([...places.values()].map(({ address, place }) => ({ address, place })));
  const touchedRows = "json_populate_recordset(NULL::holdings, $1::json)";
  const before = await connection.query<Tables["holdings"]>(
    `SELECT holdings.* FROM ${touchedRows} AS touched JOIN holdings USING (address, place)`,
    [touched],
  );
  for (const { address, place, instrument, amount } of before) {
    const known = places.get(nameOf(address, place));
    if (known !== undefined) known.amounts = new Map(known.amounts).set(instrument, amount);
  }
  const history: Tables["balances"][] = [];
  for (const { height, changes } of blocks) {
    for (const { address, place, amounts } of changes) {
      const known = places.get(nameOf(address, place));
      if (known === undefined) continue;
      for (const instrument of new Set([...known.amounts.keys(), ...amounts.keys()])) {
        const amount = amounts.get(instrument) ?? 0n;
        if (amount !== (known.amounts.get(instrument) ?? 0n)) history.push({ address, place, instrument, height, amount });
      }
      known.amounts = amounts;
    }
  }
  const changed = new Map(history.map((row) => [`${nameOf(row.address, row.place)} ${row.instrument}`, row]));
  const removed = [...changed.values()].filter(({ amount }) => amount === 0n);
  if (removed.length > 0) {
    await connection.query(
      `DELETE FROM holdings USING json_populate_recordset(NULL::holdings, $1::json) AS gone WHERE holdings.address = gone.address AND holdings.place = gone.place AND holdings.instrument = gone.instrument`,
      [rowsText(removed)],
    );
  }
  const present = [...changed.values()].filter(({ amount }) => amount !== 0n);
  const rows = await putRows(connection, "holdings", present, {
    key: ["address", "place", "instrument"],
    set: "amount = EXCLUDED.amount, height = EXCLUDED.height",
  });
  return rows + (await putRows(connection, "balances", history));
}

function nameOf(address: string, place: string): string {
  return `${address} ${place}`;
}
