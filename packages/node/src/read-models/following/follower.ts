import { join } from "node:path";
import {
  blake2b,
  type BlockRecord,
  chainIdOf,
  type ChainReader,
  decodeBlockRecord,
  decodeRecordHeader,
  isPruned,
  keptEntries,
  type KeptEntries,
  openChainReader,
  SnapshotError,
} from "@sycee/ledger";
import { type Address, blockHash, bytesToHex, compareBytes } from "@sycee/protocol/core";
import { LogFollower } from "@sycee/storage";
import { NodeStartError } from "../../block-runner/node-start-error.ts";
import { genesisDocument } from "../../snapshot/genesis-file.ts";
import { retainedSnapshots } from "../../snapshot/retained-snapshots.ts";
import { snapshotEntry } from "../../snapshot/snapshot-entry.ts";
import type { AlertFeed } from "../alerts/storing/alert-feed.ts";
import { alertFault, openAlertFeed } from "../alerts/storing/open-alert-feed.ts";
import { PaymentWatch } from "../alerts/watching/payment-watch.ts";
import { beginAfresh } from "../database/migrate.ts";
import { putRows } from "../database/put-rows.ts";
import type { SqlConnection, SqlDatabase } from "../database/sql-database.ts";
import { readPosition } from "./chain-position.ts";
import { LastValues } from "./last-values.ts";
import { beginWithSnapshot } from "./begin-with-snapshot.ts";
import { type FirstSnapshot, firstSnapshots } from "./first-snapshots.ts";
import { type HistoryBeginning, readBeginning } from "./history-beginning.ts";
import { LaterLogError } from "./later-log-error.ts";
import { recordAt } from "./record-at.ts";
import { RowGroup } from "./row-group.ts";

/** A group of blocks is written when it has about so many rows, or took so long to read. */
const GROUP_ROWS = 10_000;
const GROUP_MS = 500;

/** What a step did. */
export interface FollowedGroup {
  /** The last block written. */
  readonly height: number;
  readonly blocks: number;
  readonly rows: number;
  readonly seconds: number;
}

type Write = BlockRecord["writes"][number];

/** Goes through the log of a chain and writes what it says into the tables, each group of blocks in one transaction with its position. */
export class Follower {
  readonly #database: SqlDatabase;
  readonly #dataDirectory: string;
  readonly #beginning: HistoryBeginning;
  readonly #reader: ChainReader;
  readonly #store: KeptEntries;
  readonly #log: LogFollower;
  readonly #last: LastValues;
  readonly #alerts: AlertFeed;
  readonly #watch: PaymentWatch;
  #hash: Uint8Array | undefined;
  /** Wallets that the blocks of the present group changed. */
  readonly #wallets = new Map<string, Uint8Array | undefined>();

  /**
   * Goes on where the tables stand. Tables of another chain, or that are ahead of `head` (the last durable block), are made afresh, and empty ones of a
   * chain that was begun from a snapshot begin with its state: `notice` is told so in a sentence. Rejects with {@link LaterLogError} where there is no
   * snapshot to begin with.
   */
  static async open(database: SqlDatabase, dataDirectory: string, head: number, notice: (text: string) => void): Promise<Follower> {
    const logDirectory = join(dataDirectory, "log");
    const genesis = genesisOf(dataDirectory, logDirectory);
    const chainId = `0x${bytesToHex(chainIdOf(genesis))}`;
    let position = await readPosition(database);
    const fault = position === undefined ? undefined : (faultOf(position, chainId, logDirectory, head) ?? (await alertFault(database)));
    if (fault !== undefined) {
      notice(`The read models are made afresh: ${fault}`);
      await beginAfresh(database);
      position = undefined;
    }
    if (position === undefined && !reachesBack(logDirectory)) {
      await beginWithFirst(database, genesis, firstSnapshots(dataDirectory, head), notice);
      position = await readPosition(database);
    }
    const store = keptEntries();
    for (const { key, value } of await database.query<{ key: string; value: string }>("SELECT key, value FROM kept_entries")) {
      store.put([{ key: Buffer.from(key, "hex"), value: Buffer.from(value, "hex") }]);
    }
    const record = position === undefined ? undefined : recordAt(logDirectory, Number(position.height));
    const header = record === undefined ? undefined : decodeRecordHeader(record);
    const log = new LogFollower(logDirectory, header === undefined ? 0 : Number(header.height) + 1);
    const hash = header === undefined ? undefined : blockHash(header, blake2b);
    const reader = openChainReader(genesis, store, header);
    const alerts = await openAlertFeed(database);
    const watch = await PaymentWatch.open(database);
    const last = await LastValues.read(database);
    const beginning = await readBeginning(database);
    return new Follower({ database, dataDirectory, beginning, reader, store, log, last, alerts, watch, hash });
  }

  private constructor(parts: {
    readonly database: SqlDatabase;
    readonly dataDirectory: string;
    readonly beginning: HistoryBeginning;
    readonly reader: ChainReader;
    readonly store: KeptEntries;
    readonly log: LogFollower;
    readonly last: LastValues;
    readonly alerts: AlertFeed;
    readonly watch: PaymentWatch;
    readonly hash: Uint8Array | undefined;
  }) {
    this.#database = parts.database;
    this.#dataDirectory = parts.dataDirectory;
    this.#beginning = parts.beginning;
    this.#reader = parts.reader;
    this.#store = parts.store;
    this.#log = parts.log;
    this.#last = parts.last;
    this.#alerts = parts.alerts;
    this.#watch = parts.watch;
    this.#hash = parts.hash;
  }

  /** Height of the last block that is in the tables; -1 before the genesis. */
  get height(): number {
    return this.#log.next - 1;
  }

  /** The block whose state the tables begin with; 0 where they have every block. */
  get beginsAt(): number {
    return Number(this.#beginning?.height ?? 0n);
  }

  /**
   * Writes a group of the blocks up to `head`, which are durable; `undefined` when there are none. After a rejection the follower is of no
   * use: another one goes on where the tables stand.
   */
  async step(head: number): Promise<FollowedGroup | undefined> {
    if (this.#log.next > head) return undefined;
    const start = performance.now();
    const first = this.#log.next;
    const group = new RowGroup(this.#reader, this.#last, this.#alerts, this.#watch);
    const kept = new Map<string, string | undefined>();
    while (this.#log.next <= head && group.size < GROUP_ROWS && performance.now() - start < GROUP_MS) {
      const record = this.#read();
      for (const { key, value } of await this.#take(record)) {
        kept.set(bytesToHex(key), value === undefined ? undefined : bytesToHex(value));
      }
      group.add({ record, hash: `0x${bytesToHex(this.#hash ?? new Uint8Array(32))}`, isPruned: isPruned(record) });
      // Questions are answered in between.
      await new Promise(setImmediate);
    }
    const rows = await this.#database.transaction(async (connection) => {
      await writeKept(connection, kept);
      return await group.write(connection);
    });
    this.#wallets.clear();
    return { height: this.height, blocks: this.#log.next - first, rows, seconds: (performance.now() - start) / 1_000 };
  }

  close(): void {
    this.#log.close();
  }

  // Announced blocks are durable: one that cannot be read is damaged.
  #read(): BlockRecord {
    const found = this.#log.read();
    if (found === undefined) throw new NodeStartError(`Block ${this.#log.next} cannot be read from the log.`);
    const record = decodeBlockRecord(found.record);
    const { header } = record;
    if (this.#hash !== undefined && compareBytes(header.parentHash, this.#hash) !== 0) {
      throw new NodeStartError(`Block ${found.height} in the log does not follow the block before it.`);
    }
    this.#hash = blockHash(header, blake2b);
    return record;
  }

  // What statistics read again goes into the store first, with the wallets of those who have come to belong to them.
  async #take(record: BlockRecord): Promise<readonly Write[]> {
    const { writes } = record;
    this.#store.put(writes.filter(({ key }) => key[0] === TYPE_DIRECTORY));
    const wallets: Write[] = [];
    for (const member of this.#reader.membersIn(writes)) wallets.push(...(await this.#walletOf(member, record.header.height)));
    for (const { key, value } of writes) if (this.#reader.isWallet(key)) this.#wallets.set(bytesToHex(key), value);
    const kept = [...wallets, ...writes.filter(({ key }) => this.#reader.isKept(key))];
    this.#store.put(kept);
    this.#reader.take(record);
    return kept;
  }

  // As of the block before: in this group, or else where the tables say that it last changed.
  async #walletOf(member: Address, below: bigint): Promise<Write[]> {
    const key = this.#reader.walletKey(member);
    if (key === undefined) return [];
    const text = bytesToHex(key);
    if (this.#wallets.has(text)) return [{ key, value: this.#wallets.get(text) }];
    const [last] = await this.#database.query<{ height: bigint | null }>(
      "SELECT max(height) AS height FROM balances WHERE address = $1 AND place = 'wallet'",
      [member],
    );
    if (last === undefined || last.height === null) return [];
    if (last.height === this.#beginning?.height) return [{ key, value: this.#beganWith(last.height, key, below) }];
    const record = recordAt(join(this.#dataDirectory, "log"), Number(last.height));
    return record === undefined ? [] : decodeBlockRecord(record).writes.filter((write) => bytesToHex(write.key) === text);
  }

  // Nothing changed it up to the block before `below`: any snapshot in between has it as it was.
  #beganWith(height: bigint, key: Uint8Array, below: bigint): Uint8Array | undefined {
    const kept = retainedSnapshots(this.#dataDirectory).find((each) => each.height >= height && each.height < below);
    if (kept === undefined) throw LaterLogError.withoutBeginning(height);
    return snapshotEntry(kept.path, key);
  }
}

const TYPE_DIRECTORY = 0x03;

async function writeKept(connection: SqlConnection, kept: ReadonlyMap<string, string | undefined>): Promise<void> {
  const gone = [...kept].filter(([, value]) => value === undefined).map(([key]) => key);
  for (const key of gone) await connection.query("DELETE FROM kept_entries WHERE key = $1", [key]);
  const rows = [...kept].flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
  await putRows(connection, "kept_entries", rows, { key: ["key"], set: "value = EXCLUDED.value" });
}

/** Whether a log has everything from the first block on, or nothing yet: the blocks that come with a snapshot are without what they wrote. */
function reachesBack(logDirectory: string): boolean {
  const log = new LogFollower(logDirectory, 0);
  if (log.firstHeight === undefined) return true;
  const first = recordAt(logDirectory, 0);
  return first !== undefined && decodeBlockRecord(first).writes.length > 0;
}

/** Begins with the earliest snapshot that is sound. */
async function beginWithFirst(
  database: SqlDatabase,
  genesis: Uint8Array,
  snapshots: readonly FirstSnapshot[],
  notice: (text: string) => void,
): Promise<void> {
  for (const snapshot of snapshots) {
    try {
      await beginWithSnapshot(database, genesis, snapshot);
      notice(
        `The read models begin with the state of block ${snapshot.height}, from a snapshot: what was before is not in this node's log.`,
      );
      return;
    } catch (error) {
      if (!(error instanceof SnapshotError)) throw error;
      notice(`The read models do not begin with the snapshot of block ${snapshot.height}: ${error.message}`);
    }
  }
  throw LaterLogError.withoutSnapshot();
}

function genesisOf(dataDirectory: string, logDirectory: string): Uint8Array {
  const genesis = genesisDocument(recordAt(logDirectory, 0), dataDirectory);
  if (genesis === undefined) throw new NodeStartError(`There is no chain in ${dataDirectory}.`);
  return genesis;
}

/** Why tables cannot be gone on with; `undefined` if they can. */
function faultOf(
  position: { readonly chain_id: string; readonly height: bigint; readonly hash: string },
  chainId: string,
  logDirectory: string,
  head: number,
): string | undefined {
  if (position.chain_id !== chainId) return `they are of the chain ${position.chain_id}, and this one is ${chainId}.`;
  if (position.height > BigInt(head)) return `they stand at block ${position.height}, and the chain at ${head}.`;
  const record = recordAt(logDirectory, Number(position.height));
  if (record === undefined) return `block ${position.height}, where they stand, is not in the log.`;
  const hash = `0x${bytesToHex(blockHash(decodeRecordHeader(record), blake2b))}`;
  return hash === position.hash ? undefined : `they stand at another block ${position.height} than the chain has.`;
}
