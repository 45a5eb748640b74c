import { keptEntries, openChainReader } from "@sycee/ledger";
import { snapshotEntries } from "../../snapshot/state-at-height.ts";
import type { SqlDatabase } from "../database/sql-database.ts";
import type { FirstSnapshot } from "./first-snapshots.ts";
import { StateRows } from "./state-rows.ts";

/** Kinds of keys without which no other entry tells its type: names of generic types, and published modules. */
const TYPE_NAME = 0x03;
const MODULE = 0x05;

/**
 * Fills empty tables with what stood after the block of a snapshot, in one transaction: what lies where, instruments, supply, balance sheets,
 * institutions. Nothing of what came before is in them. Memory holds one chunk of the snapshot and what the reader of a chain goes on reading.
 * Rejects with `SnapshotError` where the file is damaged; the tables are as empty as before then.
 */
export async function beginWithSnapshot(database: SqlDatabase, genesis: Uint8Array, { path, header }: FirstSnapshot): Promise<void> {
  const store = keptEntries();
  for (const entries of snapshotEntries(path)) store.put(entries.filter(({ key }) => key[0] === TYPE_NAME || key[0] === MODULE));
  const sorter = openChainReader(genesis, store, header);
  // Whose wallets are kept is known only when everybody has been seen.
  for (const entries of snapshotEntries(path)) sorter.membersIn(entries);
  await database.transaction(async (connection) => {
    const rows = new StateRows(connection, sorter, header);
    for (const entries of snapshotEntries(path)) store.put(await rows.add(entries));
    await rows.finish(openChainReader(genesis, store, header));
  });
}
