import { mkdirSync } from "node:fs";
import { decodeRecordHeader, type Ledger, openStateCommitment, openLedger, REPLAY_WINDOW_MS } from "@sycee/ledger";
import { type BlockHeader, compareBytes } from "@sycee/protocol/core";
import { openStorage, type Storage, type StorageOptions } from "@sycee/storage";
import { entriesOf } from "./block-entries.ts";
import { restoreState } from "../snapshot/restore-state.ts";
import { retainedSnapshots } from "../snapshot/retained-snapshots.ts";
import { NodeStartError } from "./node-start-error.ts";
import { readGenesis } from "./stored-genesis.ts";

/** A recovered chain: ledger and storage stand at the same head, which is durable. */
export interface OpenChain {
  readonly ledger: Ledger;
  readonly storage: Storage;
  /** What opening repaired, in sentences for whoever runs the node. */
  readonly notices: readonly string[];
}

/** Blocks of the log that recovery applies at a time, at most. */
const GROUP_BLOCKS = 64;
const GROUP_BYTES = 32 * 1024 * 1024;

/**
 * Objects of the state kept decoded: about a kilobyte each with all that belongs to it. A million payers and payees would take a gigabyte,
 * and among ten million accounts hardly one of them is asked for again before it goes.
 */
const OBJECT_CACHE_SIZE = 300_000;

/** How the store is kept. */
export type StorageSettings = Omit<StorageOptions, "directory" | "onProgress">;

/** Told what opening is doing, in words: `looking through the state on the disk, 40%`. Often where it takes long. */
export type TellStep = (text: string) => void;

/**
 * Opens the chain in a directory, or begins it with `genesis` when the directory is empty. Blocks that the log has beyond
 * the checkpoint are applied again: each follows the one before, and they lead to the state root in the last one's header. Throws {@link NodeStartError} for a missing or another genesis.
 */
export async function openChain(
  dataDirectory: string,
  genesis: Uint8Array | undefined,
  settings: StorageSettings = {},
  tell: TellStep = () => undefined,
): Promise<OpenChain> {
  mkdirSync(dataDirectory, { recursive: true });
  const { storage, notices } = await openWithState(dataDirectory, settings, tell);
  try {
    const ledger = await recover(storage, dataDirectory, genesis, tell);
    return { ledger, storage, notices };
  } catch (error) {
    await storage.close();
    throw error;
  }
}

// A checkpoint that was lost comes from a snapshot beside the log, where there is one; from the log alone it takes all of it.
async function openWithState(dataDirectory: string, settings: StorageSettings, tell: TellStep): Promise<Omit<OpenChain, "ledger">> {
  const onProgress: StorageOptions["onProgress"] = ({ checkedState }) =>
    tell(`looking through the state on the disk, ${Math.floor(100 * checkedState)}%`);
  tell("reading the log");
  const storage = await openStorage({ ...settings, directory: dataDirectory, onProgress });
  const { notices } = storage;
  if (storage.checkpointHeight !== undefined || storage.lastHeight === undefined) return { storage, notices };
  const wholeLog = storage.readRecord(0n) !== undefined;
  const headers = retainedSnapshots(dataDirectory).map(({ height }) => headerIfThere(storage, BigInt(height)));
  await storage.close();
  tell("making the state again from a snapshot, where one lies beside the log");
  if (await restoreState(dataDirectory, (height) => headers.find((header) => header?.height === height))) {
    return { storage: await openStorage({ ...settings, directory: dataDirectory }), notices };
  }
  if (!wholeLog) {
    throw new NodeStartError(
      `The state of the chain in ${dataDirectory} is missing, its log does not begin with block 0, and no sound snapshot lies beside it. Restore the directory from a copy.`,
    );
  }
  return { storage: await openStorage({ ...settings, directory: dataDirectory }), notices };
}

async function recover(storage: Storage, dataDirectory: string, genesis: Uint8Array | undefined, tell: TellStep): Promise<Ledger> {
  const stored = storage.lastHeight === undefined ? undefined : readGenesis(storage, dataDirectory);
  if (stored !== undefined && genesis !== undefined && compareBytes(stored, genesis) !== 0) {
    throw new NodeStartError(`The chain in ${dataDirectory} began with another genesis: choose another directory, or start afresh.`);
  }
  const document = stored ?? genesis;
  if (document === undefined) throw new NodeStartError(`There is no chain in ${dataDirectory} and no genesis to begin one with.`);
  const ledger = openAtCheckpoint(storage, document, tell);
  if (stored === undefined) {
    const block = ledger.executeGenesis();
    storage.append(0n, block.viewRecord(), entriesOf(block.record), block.writes);
    block.commit();
  } else {
    await applyLog(storage, ledger, tell);
  }
  await storage.sync();
  return ledger;
}

/** The header of a block of the log. Throws when the log does not have it. */
export function readHeader(storage: Storage, height: bigint): BlockHeader {
  return decodeRecordHeader(readRecord(storage, height));
}

function readRecord(storage: Storage, height: bigint): Uint8Array {
  const bytes = storage.readRecord(height);
  if (bytes === undefined) throw new Error(`the log has no block ${height}`);
  return bytes;
}

function headerIfThere(storage: Storage, height: bigint): BlockHeader | undefined {
  const bytes = storage.readRecord(height);
  return bytes === undefined ? undefined : decodeRecordHeader(bytes);
}

function openAtCheckpoint(storage: Storage, genesis: Uint8Array, tell: TellStep): Ledger {
  const height = storage.checkpointHeight;
  const head = height === undefined ? undefined : readHeader(storage, height);
  const recentRecords = head === undefined ? [] : recordsWithin(storage, head, tell);
  return openLedger({
    store: storage,
    commitment: openStateCommitment(storage),
    genesis,
    head,
    recentRecords,
    objectCacheSize: OBJECT_CACHE_SIZE,
  });
}

// One after another: a busy node's two minutes are more than memory should hold.
function* recordsWithin(storage: Storage, head: BlockHeader, tell: TellStep): Generator<Uint8Array> {
  for (let height = windowStart(storage, head); height <= head.height; height += 1n) {
    tell(`reading who paid in the last two minutes: block ${height} of ${head.height}`);
    yield readRecord(storage, height);
  }
}

// By halves: block time grows with every block. What is pruned is older than the window.
function windowStart(storage: Storage, head: BlockHeader): bigint {
  let low = 0n;
  let high = head.height;
  while (low < high) {
    const middle = (low + high) / 2n;
    const header = headerIfThere(storage, middle);
    if (header !== undefined && header.timeMs + REPLAY_WINDOW_MS >= head.timeMs) high = middle;
    else low = middle + 1n;
  }
  return low;
}

// Several blocks at a time: what they change again and again is hashed once. Each group reaches the store whole, which says
// when it has taken enough for now: a whole log's changes are more than memory holds.
async function applyLog(storage: Storage, ledger: Ledger, tell: TellStep): Promise<void> {
  const next = ledger.head === undefined ? 0n : ledger.head.height + 1n;
  let group: Uint8Array[] = [];
  let bytes = 0;
  const apply = async (): Promise<void> => {
    const first = ledger.head === undefined ? 0n : ledger.head.height + 1n;
    tell(`applying the log from block ${first} on, of ${storage.lastHeight}`);
    const { height, writes, commit } = ledger.applyRecords(group);
    storage.restage(height, writes, first);
    commit();
    group = [];
    bytes = 0;
    await storage.sync();
  };
  for (const { record } of storage.records(next)) {
    group.push(record);
    bytes += record.length;
    if (group.length === GROUP_BLOCKS || bytes >= GROUP_BYTES) await apply();
  }
  if (group.length > 0) await apply();
}
