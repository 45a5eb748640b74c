import { randomUUID } from "node:crypto";
import fs from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import {
  blake2b,
  checkCode,
  decodeBlockRecord,
  EntryChunkReader,
  historyBeginning,
  publishedModules,
  SnapshotError,
  WindowCheck,
} from "@sycee/ledger";
import { blockHash, bytesToHex, compareBytes } from "@sycee/protocol/core";
import { buildStorage, type StorageBuilder } from "@sycee/storage";
import { entriesOf } from "../block-runner/block-entries.ts";
import { type SnapshotProgress, type SnapshotReport, reportOf } from "./export-snapshot.ts";
import { writeGenesisFile } from "./genesis-file.ts";
import { snapshotPath, snapshotsDirectory } from "./retained-snapshots.ts";
import { SnapshotFile } from "./snapshot-file.ts";
import { syncDirectory } from "./snapshot-writer.ts";
import { StateLoader } from "./state-loader.ts";

/** What is imported. */
export interface ImportOptions {
  readonly file: string;
  /** Where the chain shall be: a directory that is empty or not there. */
  readonly dataDirectory: string;
  /** The hash of the header that the snapshot must have: 32 bytes from somebody who is believed. Without it whoever made the snapshot is. */
  readonly trust?: Uint8Array | undefined;
  readonly onProgress?: ((progress: SnapshotProgress) => void) | undefined;
}

/**
 * Begins a chain's directory with a snapshot: its state, checked against its header's root, its blocks of the replay window,
 * checked against its header's hash, its Move modules, verified. The directory has its name only when all of it is there and durable. Rejects with
 * `SnapshotError`, and then leaves everything as it was.
 */
export async function importSnapshot(options: ImportOptions): Promise<SnapshotReport> {
  const target = resolve(options.dataDirectory);
  checkTarget(target);
  const file = new SnapshotFile(options.file);
  try {
    checkTrust(file, options.trust);
    const directory = join(dirname(target), `${basename(target)}.${randomUUID()}.importing`);
    fs.mkdirSync(directory, { recursive: true });
    try {
      await fill(directory, file, options);
      const kept = snapshotPath(snapshotsDirectory(directory), file.manifest.header.height);
      await keepSnapshot(options.file, kept);
      await syncDirectory(directory);
      fs.renameSync(directory, target);
    } catch (error) {
      fs.rmSync(directory, { recursive: true, force: true });
      throw error;
    }
    await syncDirectory(dirname(target));
    const { header, entryCount, chunks } = file.manifest;
    const blocks = chunks.filter(({ kind }) => kind === "block").length;
    return reportOf(snapshotPath(snapshotsDirectory(target), header.height), header, entryCount, blocks);
  } finally {
    file.close();
  }
}

function checkTarget(target: string): void {
  if (fs.existsSync(target) && fs.readdirSync(target).length > 0) {
    throw new SnapshotError("snapshot_target", `${target} is not empty: a snapshot begins a directory of its own.`);
  }
}

function checkTrust({ manifest }: SnapshotFile, trust: Uint8Array | undefined): void {
  const hash = blockHash(manifest.header, blake2b);
  if (trust === undefined || compareBytes(hash, trust) === 0) return;
  throw new SnapshotError(
    "snapshot_untrusted",
    `The snapshot's header is block ${manifest.header.height} with hash 0x${bytesToHex(hash)}, not the one that is trusted.`,
  );
}

async function fill(directory: string, file: SnapshotFile, { onProgress }: ImportOptions): Promise<void> {
  const { header, chunks, entryCount } = file.manifest;
  const genesis = file.read(0);
  await writeGenesisFile(directory, genesis);
  const storage = await buildStorage(directory);
  try {
    await appendBlocks(storage, file, new WindowCheck(genesis, header, file.manifest.boundary));
    storage.put(historyBeginning(header));
    const loader = new StateLoader(storage);
    const reader = new EntryChunkReader();
    const published: Uint8Array[] = [];
    for (const [index, { kind, count }] of chunks.entries()) {
      if (kind !== "entries") continue;
      const entries = reader.read(index, file.read(index), count);
      for (const entry of entries) loader.add(entry);
      published.push(...publishedModules(entries));
      onProgress?.({ entries: loader.count, entryCount });
    }
    if (compareBytes(loader.finish(), header.stateRoot) !== 0) {
      throw new SnapshotError("snapshot_wrong_state", `The snapshot's entries do not make up the state of block ${header.height}.`);
    }
    checkCode(genesis, published);
  } catch (error) {
    await storage.abandon();
    throw error;
  }
  await storage.finish();
}

async function appendBlocks(storage: StorageBuilder, file: SnapshotFile, check: WindowCheck): Promise<void> {
  for (const [index, { kind }] of file.manifest.chunks.entries()) {
    if (kind !== "block") continue;
    const payload = file.read(index);
    const record = decodeRecord(payload, index);
    check.add(record);
    await storage.append(record.header.height, payload, entriesOf(record));
  }
  check.finish();
}

function decodeRecord(payload: Uint8Array, index: number): ReturnType<typeof decodeBlockRecord> {
  try {
    return decodeBlockRecord(payload);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SnapshotError("snapshot_damaged", `Chunk ${index} of the snapshot is not a block: ${reason}.`, { cause: error });
  }
}

// The state can be rebuilt from log and snapshot together only, so the snapshot stays beside the log.
async function keepSnapshot(from: string, to: string): Promise<void> {
  fs.mkdirSync(dirname(to), { recursive: true });
  fs.copyFileSync(from, to, fs.constants.COPYFILE_FICLONE);
  const descriptor = fs.openSync(to, "r+");
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
  await syncDirectory(dirname(to));
}
