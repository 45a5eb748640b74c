import { randomUUID } from "node:crypto";
import fs from "node:fs";
import { join } from "node:path";
import { type BlockRecord, decodeBlockRecord, EntryChunkReader, SnapshotError, type StateEntry } from "@sycee/ledger";
import { buildStorage, type CheckpointView, type LogView } from "@sycee/storage";
import { retainedSnapshots } from "./retained-snapshots.ts";
import { SnapshotFile } from "./snapshot-file.ts";
import { StateOverlay } from "./state-overlay.ts";

/** Writes applied to a store of its own in one go. */
const BATCH_ENTRIES = 20_000;

/** A whole state as of a block. */
export interface StateAtHeight {
  /** Entries ascending by key. */
  entries(): Iterable<StateEntry>;
  close(): Promise<void>;
}

/**
 * The state after block `height` of a chain: the checkpoint, which stays open, with the write sets after it, or else the nearest earlier
 * snapshot (or nothing, before genesis) with those, put together in a directory of its own. Memory holds the writes of
 * the blocks between checkpoint and height only. Throws {@link SnapshotError} `snapshot_unavailable`.
 */
export async function stateAtHeight(
  dataDirectory: string,
  log: LogView,
  height: number,
  checkpoint: CheckpointView | undefined,
): Promise<StateAtHeight> {
  if (checkpoint !== undefined && checkpoint.height <= height) {
    const overlay = new StateOverlay(checkpoint);
    for (const writes of writeSets(log, checkpoint.height + 1, height)) overlay.apply(writes);
    return { entries: () => overlay.entries(), close: () => Promise.resolve() };
  }
  return rebuiltState(dataDirectory, log, height);
}

async function rebuiltState(dataDirectory: string, log: LogView, height: number): Promise<StateAtHeight> {
  const base = retainedSnapshots(dataDirectory).findLast((snapshot) => snapshot.height <= height);
  if (base === undefined && log.firstHeight !== 0) {
    throw new SnapshotError(
      "snapshot_unavailable",
      `The state at block ${height} was pruned: no earlier snapshot is kept and the log begins later.`,
    );
  }
  const directory = join(dataDirectory, `state-at-${height}-${randomUUID()}`);
  const store = await buildStorage(directory);
  const close = async (): Promise<void> => {
    await store.abandon();
    fs.rmSync(directory, { recursive: true, force: true });
  };
  try {
    if (base !== undefined) for (const entries of snapshotEntries(base.path)) store.put(entries);
    const overlay = new StateOverlay(store);
    for (const writes of writeSets(log, (base?.height ?? -1) + 1, height)) {
      overlay.apply(writes);
      if (overlay.size >= BATCH_ENTRIES) store.put(overlay.take());
    }
    store.put(overlay.take());
    return { entries: () => overlay.entries(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The entries of a snapshot's file, chunk by chunk. Throws {@link SnapshotError}. */
export function* snapshotEntries(path: string): Generator<StateEntry[]> {
  const file = new SnapshotFile(path);
  try {
    const reader = new EntryChunkReader();
    for (const [index, { kind, count }] of file.manifest.chunks.entries()) {
      if (kind === "entries") yield reader.read(index, file.read(index), count);
    }
  } finally {
    file.close();
  }
}

function* writeSets(log: LogView, from: number, to: number): Generator<BlockRecord["writes"]> {
  for (let height = from; height <= to; height += 1) {
    const record = log.read(height);
    if (record === undefined) {
      throw new SnapshotError(
        "snapshot_unavailable",
        `The state at block ${to} cannot be had: block ${height} is not in the log any more.`,
      );
    }
    yield decodeBlockRecord(record).writes;
  }
}
