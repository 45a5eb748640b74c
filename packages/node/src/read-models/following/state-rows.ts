import { BcsReader } from "@sycee/bcs";
import { blake2b, type ChainReader, type JsonValue, type StateEntry } from "@sycee/ledger";
import { type Address, type BlockHeader, blockHash, bytesToHex } from "@sycee/protocol/core";
import { customerAccount } from "../alerts/customer-account.ts";
import { putRows } from "../database/put-rows.ts";
import type { SqlConnection } from "../database/sql-database.ts";
import { writeHoldings } from "./holdings-rows.ts";
import { roleOfResource, tellsOfRole } from "./institution-roles.ts";
import { LastValues } from "./last-values.ts";
import { SeriesRows } from "./series-rows.ts";

const MERCHANTS = "0x4::merchant::Merchants";

/** Writes the rows of a whole state, chunk by chunk in the order of keys, into empty tables. */
export class StateRows {
  readonly #connection: SqlConnection;
  readonly #reader: ChainReader;
  readonly #header: BlockHeader;
  readonly #series = new SeriesRows(new LastValues());
  /** Payment institutions by the handle of the table that has their merchants. */
  readonly #merchantTables = new Map<string, Address>();

  /** `reader` tells entries apart; its store has the names of types and what is kept of the chunks before. */
  constructor(connection: SqlConnection, reader: ChainReader, header: BlockHeader) {
    this.#connection = connection;
    this.#reader = reader;
    this.#header = header;
  }

  /** Takes the next entries. Resolves to those of them that are to be kept. */
  async add(entries: readonly StateEntry[]): Promise<readonly StateEntry[]> {
    const { height } = this.#header;
    const changes = this.#reader.resourcesIn(
      entries,
      (type) => type === MERCHANTS || tellsOfRole(type) || SeriesRows.isRead(this.#reader, type),
    );
    this.#series.addResources(this.#reader, changes, this.#header);
    for (const change of changes) {
      const role = roleOfResource(change);
      if (role !== undefined) this.#series.addRole(role, height);
      if (change.type === MERCHANTS) this.#merchantTables.set(handleOf(change.value, "terms"), change.address);
    }
    await writeHoldings(this.#connection, [{ height, changes: this.#reader.holdingsIn(entries) }]);
    await putRows(this.#connection, "merchant_accounts", this.#merchantsIn(entries));
    const kept = entries.filter(({ key }) => this.#reader.isKept(key));
    const keptRows = kept.map(({ key, value }) => ({ key: bytesToHex(key), value: bytesToHex(value) }));
    await putRows(this.#connection, "kept_entries", keptRows);
    return kept;
  }

  /** Writes what only the whole of it tells, and where the tables begin and stand. `whole` reads a store with everything that was kept. */
  async finish(whole: ChainReader): Promise<void> {
    const { height, timeMs: time_ms, chainId } = this.#header;
    this.#series.addStanding(whole.instruments(), whole.supply(), this.#header);
    await this.#series.write(this.#connection, whole.units());
    await putRows(this.#connection, "history_beginning", [{ height, time_ms }]);
    const hash = `0x${bytesToHex(blockHash(this.#header, blake2b))}`;
    await putRows(this.#connection, "chain_position", [{ chain_id: `0x${bytesToHex(chainId)}`, height, hash, time_ms }]);
  }

  // Keys of tables come after those of resources: it is known by then whose table it is.
  #merchantsIn(entries: readonly StateEntry[]): { readonly account: string }[] {
    const found = this.#reader.tableEntriesIn(entries, (handle) => this.#merchantTables.has(handle));
    return found.flatMap(({ handle, keyBytes }) => {
      const institution = this.#merchantTables.get(handle);
      return institution === undefined ? [] : [{ account: customerAccount(institution, "own", new BcsReader(keyBytes).u32()) }];
    });
  }
}

/** The handle of a table that is a field of a struct. */
function handleOf(value: JsonValue | undefined, field: string): string {
  const table = (value as { readonly [name: string]: { readonly handle: string } } | undefined)?.[field];
  if (table === undefined) throw new Error(`a resource of the state lacks the table ${field}`);
  return table.handle;
}
