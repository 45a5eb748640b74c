import fs from "node:fs";
import { join, resolve } from "node:path";
import { StateCheckpoint } from "./checkpoint/state-checkpoint.ts";
import { StateLayer } from "./checkpoint/state-layer.ts";
import { lockDirectory } from "./directory-lock.ts";
import { systemFiles } from "./files/system-files.ts";
import { openBlockLog } from "./log/block-log.ts";
import type { StateWrites } from "./storage.ts";

/**
 * Makes a checkpoint where there is none: `fill` puts a whole state, that after block `height` of the log in the directory.
 * Rejects with whatever `fill` throws, and then there still is none. Throws `StorageError` when the directory is in use.
 */
export async function restoreCheckpoint(
  directory: string,
  height: bigint,
  fill: (put: (writes: StateWrites) => void) => void,
): Promise<void> {
  const lock = await lockDirectory(resolve(directory));
  const aside = join(directory, "state-restoring");
  try {
    fs.rmSync(aside, { recursive: true, force: true });
    await build(directory, aside, Number(height), fill);
    fs.rmSync(join(directory, "state"), { recursive: true, force: true });
    fs.renameSync(aside, join(directory, "state"));
    await systemFiles.syncDirectory(directory);
  } catch (error) {
    fs.rmSync(aside, { recursive: true, force: true });
    throw error;
  } finally {
    lock.release();
  }
}

async function build(directory: string, aside: string, height: number, fill: (put: (writes: StateWrites) => void) => void): Promise<void> {
  const log = await openBlockLog({
    files: systemFiles,
    directory: join(directory, "log"),
    segmentBytes: 1,
    durableThrough: () => Promise.resolve(-1),
  });
  const checkpoint = new StateCheckpoint(aside);
  let whole = false;
  try {
    const checksum = log.checksum(height);
    if (checksum === undefined) throw new Error(`block ${height} is not in the log`);
    fill((writes) => checkpoint.fill(writes));
    await checkpoint.write(new StateLayer(height), { height, checksum });
    whole = true;
  } finally {
    await log.close();
    await checkpoint.close({ seal: whole });
  }
}
