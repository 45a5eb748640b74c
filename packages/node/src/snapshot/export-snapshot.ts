import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  blake2b,
  chainIdOf,
  decodeBlockRecord,
  decodeRecordHeader,
  encodeBlockRecord,
  isPruned,
  EntryChunkWriter,
  REPLAY_WINDOW_MS,
  RootBuilder,
  SnapshotError,
} from "@sycee/ledger";
import { type BlockHeader, blockHash, bytesToHex, compareBytes } from "@sycee/protocol/core";
import { type CheckpointView, type LogView, openLogView, viewCheckpoint } from "@sycee/storage";
import { NodeStartError } from "../block-runner/node-start-error.ts";
import { genesisDocument } from "./genesis-file.ts";
import { retainedSnapshots, snapshotPath } from "./retained-snapshots.ts";
import { SnapshotFile } from "./snapshot-file.ts";
import { SnapshotWriter } from "./snapshot-writer.ts";
import { stateAtHeight } from "./state-at-height.ts";

const CHUNK_BYTES = 1024 * 1024;

/** What is told of a snapshot that was made or taken in. */
export interface SnapshotReport {
  readonly path: string;
  readonly height: bigint;
  /** `0x` and 64 hexadecimal digits; so are the hashes below. */
  readonly chainId: string;
  readonly headHash: string;
  readonly stateRoot: string;
  readonly entries: number;
  /** Blocks that it carries, for replay protection. */
  readonly blocks: number;
  readonly bytes: number;
}

/** How far an export or import is. */
export interface SnapshotProgress {
  readonly entries: number;
  /** Known when a file is read. */
  readonly entryCount: number | undefined;
}

/** What is exported. */
export interface ExportOptions {
  readonly dataDirectory: string;
  /** Block whose state is wanted; the last one if not given. */
  readonly height?: bigint | undefined;
  /** File to write, or a directory, which gets a file named by the height. */
  readonly output: string;
  readonly onProgress?: ((progress: SnapshotProgress) => void) | undefined;
}

/**
 * Writes the state of a chain after one of its blocks to a file, with what a node needs to go on from there. The chain's
 * node may be running. Rejects with `SnapshotError`; a state that does not have its header's root is never written.
 */
export async function exportSnapshot(options: ExportOptions): Promise<SnapshotReport> {
  const { dataDirectory } = options;
  if (!existsSync(join(dataDirectory, "log"))) throw new NodeStartError(`There is no chain in ${dataDirectory}.`);
  // The checkpoint first, held as it is now: the log then has its block, and the checkpoint that a running node writes
  // meanwhile does not pass the height that is exported.
  const checkpoint = await checkpointFor(options);
  try {
    return await exportState(options, checkpoint);
  } finally {
    await checkpoint?.close();
  }
}

// One of a later block is of no use, and holding it would keep the node from using its pages again.
async function checkpointFor({ dataDirectory, height }: ExportOptions): Promise<CheckpointView | undefined> {
  const checkpoint = await viewCheckpoint(join(dataDirectory, "state"));
  if (checkpoint === undefined || height === undefined || checkpoint.height <= height) return checkpoint;
  await checkpoint.close();
  return undefined;
}

async function exportState(options: ExportOptions, checkpoint: CheckpointView | undefined): Promise<SnapshotReport> {
  const { dataDirectory } = options;
  const log = openLogView(join(dataDirectory, "log"));
  const height = options.height === undefined ? await lastDurable(log, dataDirectory, checkpoint) : heightOf(log, Number(options.height));
  const header = headerAt(log, height);
  const path = outputPath(options.output, height);
  const writer = new SnapshotWriter(path);
  try {
    writer.add("genesis", genesisOf(log, dataDirectory, header));
    const first = windowStart(log, header);
    for (let block = first; block <= height; block += 1) writer.add("block", strippedRecord(log, block));
    await writeState(writer, options, log, header, checkpoint);
    const boundary = first === 0 ? undefined : boundaryHeader(log, dataDirectory, first - 1);
    const manifest = await writer.finish({ header, boundary });
    return reportOf(path, manifest.header, manifest.entryCount, height - first + 1);
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

export function reportOf(path: string, header: BlockHeader, entries: number, blocks: number): SnapshotReport {
  return {
    path,
    height: header.height,
    chainId: hex(header.chainId),
    headHash: hex(blockHash(header, blake2b)),
    stateRoot: hex(header.stateRoot),
    entries,
    blocks,
    bytes: statSync(path).size,
  };
}

async function writeState(
  writer: SnapshotWriter,
  options: ExportOptions,
  log: LogView,
  header: BlockHeader,
  checkpoint: CheckpointView | undefined,
): Promise<void> {
  const state = await stateAtHeight(options.dataDirectory, log, Number(header.height), checkpoint);
  try {
    const chunks = new EntryChunkWriter(CHUNK_BYTES);
    const root = new RootBuilder();
    let entries = 0;
    for (const entry of state.entries()) {
      root.add(entry.key, entry.value);
      const chunk = chunks.add(entry);
      entries += 1;
      if (chunk === undefined) continue;
      writer.add("entries", chunk.payload, chunk.count);
      options.onProgress?.({ entries, entryCount: undefined });
    }
    const last = chunks.take();
    if (last !== undefined) writer.add("entries", last.payload, last.count);
    if (compareBytes(root.finish(), header.stateRoot) !== 0) {
      throw new SnapshotError(
        "snapshot_wrong_state",
        `The state kept for block ${header.height} does not have the root in its header: it is damaged. Stop the node and run "sycee verify".`,
      );
    }
  } finally {
    await state.close();
  }
}

// The checkpoint may be of a later block than the log had when it was viewed.
async function lastDurable(log: LogView, dataDirectory: string, checkpoint: CheckpointView | undefined): Promise<number> {
  const height = Math.max(checkpoint?.height ?? -1, (await log.syncToEnd()) ?? -1);
  if (height < 0) throw new NodeStartError(`There is no chain in ${dataDirectory}.`);
  return heightOf(log, height);
}

function heightOf(log: LogView, height: number): number {
  const last = log.lastHeight ?? -1;
  if (height > last) throw new SnapshotError("snapshot_unavailable", `There is no block ${height} yet; the last is ${last}.`);
  if (height < (log.firstHeight ?? 0)) {
    throw new SnapshotError("snapshot_unavailable", `Block ${height} was pruned; the log begins at block ${log.firstHeight}.`);
  }
  return height;
}

function outputPath(output: string, height: number): string {
  if (existsSync(output) && statSync(output).isDirectory()) return snapshotPath(output, height);
  if (!existsSync(dirname(output))) mkdirSync(dirname(output), { recursive: true });
  return output;
}

function genesisOf(log: LogView, dataDirectory: string, { chainId }: BlockHeader): Uint8Array {
  const genesis = genesisDocument(log.read(0), dataDirectory);
  if (genesis === undefined)
    throw new SnapshotError("snapshot_unavailable", `The genesis document of the chain in ${dataDirectory} is missing.`);
  if (compareBytes(chainIdOf(genesis), chainId) !== 0)
    throw new SnapshotError("snapshot_wrong_chain", `The genesis document in ${dataDirectory} is not that of its chain: it is damaged.`);
  return genesis;
}

/** Height of the first block that replay protection after `header` rests on. */
function windowStart(log: LogView, header: BlockHeader): number {
  let first = Number(header.height);
  while (first > (log.firstHeight ?? 0) && headerAt(log, first - 1).timeMs + REPLAY_WINDOW_MS >= header.timeMs) first -= 1;
  return first;
}

// What an imported chain's log begins with is the window of its snapshot: the header before it lies there.
function boundaryHeader(log: LogView, dataDirectory: string, height: number): BlockHeader {
  const bytes = log.read(height);
  if (bytes !== undefined) return decodeRecordHeader(bytes);
  for (const { path } of retainedSnapshots(dataDirectory)) {
    const file = new SnapshotFile(path);
    file.close();
    if (file.manifest.boundary?.height === BigInt(height)) return file.manifest.boundary;
  }
  throw new SnapshotError("snapshot_unavailable", `Block ${height} was pruned, and replay protection at that height needs it.`);
}

function strippedRecord(log: LogView, height: number): Uint8Array {
  const record = decodeBlockRecord(recordAt(log, height));
  if (isPruned(record)) {
    throw new SnapshotError(
      "snapshot_unavailable",
      `The receipts of block ${height} were pruned, and replay protection at that height needs them.`,
    );
  }
  return encodeBlockRecord({ ...record, writes: [] });
}

function headerAt(log: LogView, height: number): BlockHeader {
  return decodeRecordHeader(recordAt(log, height));
}

function recordAt(log: LogView, height: number): Uint8Array {
  const bytes = log.read(height);
  if (bytes === undefined) throw new SnapshotError("snapshot_unavailable", `Block ${height} is not in the log any more.`);
  return bytes;
}

function hex(bytes: Uint8Array): string {
  return `0x${bytesToHex(bytes)}`;
}
