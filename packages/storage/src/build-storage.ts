import fs from "node:fs";
import { join } from "node:path";
import { StateCheckpoint } from "./checkpoint/state-checkpoint.ts";
import { asBuffer } from "./checkpoint/key-text.ts";
import { StateLayer } from "./checkpoint/state-layer.ts";
import { systemFiles } from "./files/system-files.ts";
import { openBlockLog } from "./log/block-log.ts";
import type { StateWrites, TransactionEntry } from "./storage.ts";

const SEGMENT_BYTES = 256 * 1024 * 1024;

/** A store that is filled from elsewhere than its own log. It is one only after `finish`; before, opening it is refused. */
export interface StorageBuilder {
  /** State put so far. */
  get(key: Uint8Array): Uint8Array | undefined;
  scan(prefix: Uint8Array): Iterable<{ readonly key: Uint8Array; readonly value: Uint8Array }>;
  /** Takes a block for the log; the first may have any height. Resolves when the log has room for the next. */
  append(height: bigint, record: Uint8Array, ids: readonly TransactionEntry[]): Promise<void>;
  /** Puts entries, in one transaction. It is quickest for some thousands of them in ascending order. */
  put(writes: StateWrites): void;
  /** Declares the state to be that after the last block of the log, makes everything durable and lets go. */
  finish(): Promise<void>;
  /** Lets go without finishing. */
  abandon(): Promise<void>;
}

/** Begins a store in an empty directory that nobody else knows of. */
export async function buildStorage(directory: string): Promise<StorageBuilder> {
  const logDirectory = join(directory, "log");
  fs.mkdirSync(logDirectory, { recursive: true });
  const checkpoint = new StateCheckpoint(join(directory, "state"));
  const log = await openBlockLog({
    files: systemFiles,
    directory: logDirectory,
    segmentBytes: SEGMENT_BYTES,
    durableThrough: () => Promise.resolve(-1),
  });
  return {
    get: (key) => checkpoint.get(asBuffer(key)),
    scan: (prefix) => checkpoint.range(asBuffer(prefix)),
    append(height, record, ids) {
      log.append(Number(height), record, ids);
      return log.sync();
    },
    put: (writes) => checkpoint.fill(writes),
    async finish() {
      await log.sync();
      const height = log.lastHeight;
      const checksum = height === undefined ? undefined : log.checksum(height);
      if (height === undefined || checksum === undefined) throw new Error("a store cannot be finished without a block");
      await log.close();
      await checkpoint.write(new StateLayer(height), { height, checksum });
      await checkpoint.close({ seal: true });
      await systemFiles.syncDirectory(join(directory, "state"));
      await systemFiles.syncDirectory(directory);
    },
    async abandon() {
      await log.close();
      await checkpoint.close();
    },
  };
}
