import fs from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setAsideIfDamaged } from "./checkpoint/set-aside.ts";
import { type CheckpointMark, StateCheckpoint } from "./checkpoint/state-checkpoint.ts";
import { lockDirectory } from "./directory-lock.ts";
import type { FileLayer } from "./files/file-layer.ts";
import { systemFiles } from "./files/system-files.ts";
import { LedgerStorage } from "./ledger-storage.ts";
import { type BlockLog, type BlockLogOptions, openBlockLog } from "./log/block-log.ts";
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
  /** A checkpoint does not rest when this many bytes of changed entries wait in memory; 96 MiB if not given. Twice as much can wait, and again as much be on its way. */
  readonly checkpointBytes?: number;
  /** Where the log's files are; the operating system's if not given. */
  readonly files?: FileLayer;
  /** Told how opening goes on, several times a second at most; not where it is done at once. */
  readonly onProgress?: (progress: OpeningProgress) => void;
}

/** The state on the disk is being looked through: how much of it is done, from 0 to 1. */
export interface OpeningProgress {
  readonly checkedState: number;
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
  const lock = await lockDirectory(directory);
  let state: Promise<OpenState> | undefined;
  try {
    const logDirectory = join(directory, "log");
    files.makeDirectory(logDirectory);
    await systemFiles.syncDirectory(dirname(directory));
    await files.syncDirectory(directory);
    // The state is looked through by other threads while this one reads the log.
    state = openState(join(directory, "state"), listSegments(files, logDirectory).length === 0, options.onProgress);
    const log = await openLogBeside(state, {
      files,
      directory: logDirectory,
      segmentBytes: options.segmentBytes ?? 256 * 1024 * 1024,
    });
    try {
      const { checkpoint, mark, repair } = await state;
      if (mark !== undefined) checkMark(directory, mark, log);
      const notices = repair === undefined ? [] : [repair];
      const { checkpointEntries = 20_000, checkpointBytes = 96 * 1024 * 1024 } = options;
      return new LedgerStorage({ log, checkpoint, lock, checkpointEntries, checkpointBytes, notices });
    } catch (error) {
      await log.close();
      throw error;
    }
  } catch (error) {
    const [opened] = state === undefined ? [] : await Promise.allSettled([state]);
    if (opened?.status === "fulfilled") await opened.value.checkpoint.close();
    lock.release();
    throw error;
  }
}

interface OpenState {
  readonly checkpoint: StateCheckpoint;
  readonly mark: CheckpointMark | undefined;
  /** What was done about damage, in a sentence. */
  readonly repair: string | undefined;
}

async function openState(path: string, logIsEmpty: boolean, onProgress: StorageOptions["onProgress"]): Promise<OpenState> {
  const repair = await setAsideIfDamaged(path, logIsEmpty, (checkedState) => onProgress?.({ checkedState }));
  const checkpoint = new StateCheckpoint(path);
  try {
    return { checkpoint, mark: checkpoint.load(), repair };
  } catch (error) {
    await checkpoint.close();
    throw error;
  }
}

async function openLogBeside(state: Promise<OpenState>, options: Omit<BlockLogOptions, "durableThrough">): Promise<BlockLog> {
  const durableThrough = state.then(({ mark }) => mark?.height ?? -1);
  // Whoever opens the state is told of its failure; here it only says that nobody knows.
  durableThrough.catch(() => undefined);
  return await openBlockLog({ ...options, durableThrough: () => durableThrough });
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
