import fs from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setAsideIfDamaged } from "./checkpoint/set-aside.ts";
import { StateCheckpoint } from "./checkpoint/state-checkpoint.ts";
import { lockDirectory } from "./directory-lock.ts";
import type { FileLayer } from "./files/file-layer.ts";
import { systemFiles } from "./files/system-files.ts";
import { LedgerStorage } from "./ledger-storage.ts";
import { openBlockLog } from "./log/block-log.ts";
import { listSegments } from "./log/log-directory.ts";
import type { Storage } from "./storage.ts";
import { StorageError } from "./storage-error.ts";

/** Options of {@link openStorage}. */
export interface StorageOptions {
  /** Made if it is not there. It gets `log/` (the truth) and `state/` (derived from it). */
  readonly directory: string;
  /** A segment of the log that has this many bytes takes no more blocks; 256 MiB if not given. */
  readonly segmentBytes?: number;
  /** A checkpoint is written when this many entries have changed; 20,000 if not given. */
  readonly checkpointEntries?: number;
  /** Where the log's files are; the operating system's if not given. */
  readonly files?: FileLayer;
}

/**
 * Opens a ledger's store. The torn end of an interrupted write is cut off; damaged state is set aside, to be made again from
 * the log. Throws {@link StorageError} when the directory is in use or its log is damaged.
 *
 * After it, for every record after `checkpointHeight`: take its writes again with `restage`; only then `append`.
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const directory = resolve(options.directory);
  const files = options.files ?? systemFiles;
  fs.mkdirSync(directory, { recursive: true });
  const lock = lockDirectory(directory);
  let checkpoint: StateCheckpoint | undefined;
  try {
    const logDirectory = join(directory, "log");
    files.makeDirectory(logDirectory);
    await systemFiles.syncDirectory(dirname(directory));
    await files.syncDirectory(directory);
    const repair = setAsideIfDamaged(join(directory, "state"), listSegments(files, logDirectory).length === 0);
    checkpoint = new StateCheckpoint(join(directory, "state"));
    const mark = checkpoint.load();
    const log = await openBlockLog({
      files,
      directory: logDirectory,
      segmentBytes: options.segmentBytes ?? 256 * 1024 * 1024,
      durableThrough: mark?.height ?? -1,
    });
    try {
      if (mark !== undefined) checkMark(directory, mark, log);
    } catch (error) {
      await log.close();
      throw error;
    }
    return new LedgerStorage({
      log,
      checkpoint,
      lock,
      checkpointEntries: options.checkpointEntries ?? 20_000,
      notices: repair === undefined ? [] : [repair],
    });
  } catch (error) {
    await checkpoint?.close();
    lock.release();
    throw error;
  }
}

function checkMark(
  directory: string,
  mark: { readonly height: number; readonly checksum: Buffer },
  log: { readonly lastHeight: number | undefined; checksum(height: number): Buffer | undefined },
): void {
  const state = join(directory, "state");
  const last = log.lastHeight ?? -1;
  if (mark.height > last) {
    throw new StorageError(
      `The state in ${state} is as of block ${mark.height}, but the log ends ${last < 0 ? "before its first block" : `at block ${last}`}: the log has lost durable blocks. ` +
        `Restore it: sycee restore BACKUP --data DIRECTORY --force. To go on without the lost blocks, delete ${state}: it is made again from the log`,
    );
  }
  if (log.checksum(mark.height)?.equals(mark.checksum) !== true) {
    throw new StorageError(`The state in ${state} belongs to another log. Delete that directory: it is made again from the log`);
  }
}
