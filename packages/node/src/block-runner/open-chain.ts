import { mkdirSync } from "node:fs";
import {
  decodeBlockRecord,
  decodeRecordHeader,
  type BlockRecord,
  type Ledger,
  openStateCommitment,
  openLedger,
  REPLAY_WINDOW_MS,
} from "@sycee/ledger";
import { type BlockHeader, compareBytes } from "@sycee/protocol";
import { openStorage, type Storage, type TransactionEntry } from "@sycee/storage";
import { NodeStartError } from "./node-start-error.ts";

/** A recovered chain: ledger and storage stand at the same head, which is durable. */
export interface OpenChain {
  readonly ledger: Ledger;
  readonly storage: Storage;
}

/**
 * Opens the chain in a directory, or begins it with `genesis` when the directory is empty. Blocks that the log has beyond
 * the checkpoint are applied again, each checked against its header. Throws {@link NodeStartError} for a missing or another genesis.
 */
export async function openChain(dataDirectory: string, genesis: Uint8Array | undefined): Promise<OpenChain> {
  mkdirSync(dataDirectory, { recursive: true });
  const storage = await openStorage({ directory: dataDirectory });
  try {
    const ledger = await recover(storage, dataDirectory, genesis);
    return { ledger, storage };
  } catch (error) {
    await storage.close();
    throw error;
  }
}

async function recover(storage: Storage, dataDirectory: string, genesis: Uint8Array | undefined): Promise<Ledger> {
  const stored = storage.lastHeight === undefined ? undefined : readGenesis(storage);
  if (stored !== undefined && genesis !== undefined && compareBytes(stored, genesis) !== 0) {
    throw new NodeStartError(`The chain in ${dataDirectory} began with another genesis: choose another directory, or start afresh.`);
  }
  const document = stored ?? genesis;
  if (document === undefined) throw new NodeStartError(`There is no chain in ${dataDirectory} and no genesis to begin one with.`);
  const ledger = openAtCheckpoint(storage, document);
  if (stored === undefined) {
    const block = ledger.executeGenesis();
    storage.append(0n, block.encodeRecord(), entriesOf(block.record), block.writes);
    block.commit();
  } else {
    applyLog(storage, ledger);
  }
  await storage.sync();
  return ledger;
}

/** Ids of the transactions that a block includes, with their positions. */
export function entriesOf(record: BlockRecord): TransactionEntry[] {
  const entries: TransactionEntry[] = [];
  for (const [index, result] of record.results.entries()) if (result.kind === "receipt") entries.push({ id: result.receipt.id, index });
  return entries;
}

/** The decoded record of a block of the log. Throws when the log does not have it. */
export function readBlock(storage: Storage, height: bigint): BlockRecord {
  return decodeBlockRecord(readRecord(storage, height));
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

function readGenesis(storage: Storage): Uint8Array {
  const [entry] = readBlock(storage, 0n).entries;
  if (entry === undefined) throw new Error("block 0 has no genesis document");
  return entry;
}

function openAtCheckpoint(storage: Storage, genesis: Uint8Array): Ledger {
  const height = storage.checkpointHeight;
  const head = height === undefined ? undefined : readHeader(storage, height);
  const recentRecords = head === undefined ? [] : recordsWithin(storage, head);
  return openLedger({ store: storage, commitment: openStateCommitment(storage), genesis, head, recentRecords });
}

function recordsWithin(storage: Storage, head: BlockHeader): BlockRecord[] {
  const records: BlockRecord[] = [];
  for (let height = head.height; height >= 0n; height -= 1n) {
    const record = readBlock(storage, height);
    if (record.header.timeMs + REPLAY_WINDOW_MS < head.timeMs) break;
    records.push(record);
  }
  return records.reverse();
}

function applyLog(storage: Storage, ledger: Ledger): void {
  const next = ledger.head === undefined ? 0n : ledger.head.height + 1n;
  for (const { height, record } of storage.records(next)) {
    const block = ledger.applyRecord(decodeBlockRecord(record));
    storage.restage(height, block.writes);
    block.commit();
  }
}
