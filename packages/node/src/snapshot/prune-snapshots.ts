import fs from "node:fs";
import { SnapshotError } from "@sycee/ledger";
import { type RetainedSnapshot, retainedSnapshots, snapshotsDirectory } from "./retained-snapshots.ts";
import { SnapshotFile } from "./snapshot-file.ts";
import { syncDirectory } from "./snapshot-writer.ts";

/**
 * Removes all but the newest `keep` sound snapshots beside a chain. A damaged one counts for nothing: the state may rest on
 * an older one. Resolves to those removed.
 */
export async function pruneSnapshots(dataDirectory: string, keep: number): Promise<readonly RetainedSnapshot[]> {
  if (!Number.isInteger(keep) || keep < 1) throw new RangeError(`${keep} snapshots cannot be kept: it must be at least 1`);
  const snapshots = retainedSnapshots(dataDirectory);
  let kept = 0;
  let oldest = 0;
  for (const { height, path } of snapshots.toReversed()) {
    if (kept === keep) break;
    if (!isSound(path)) continue;
    kept += 1;
    oldest = height;
  }
  const removed = kept === 0 ? [] : snapshots.filter(({ height }) => height < oldest);
  for (const { path } of removed) fs.rmSync(path);
  if (removed.length > 0) await syncDirectory(snapshotsDirectory(dataDirectory));
  return removed;
}

function isSound(path: string): boolean {
  try {
    const file = new SnapshotFile(path);
    try {
      for (let chunk = 0; chunk < file.manifest.chunks.length; chunk += 1) file.read(chunk);
      return true;
    } finally {
      file.close();
    }
  } catch (error) {
    if (error instanceof SnapshotError) return false;
    throw error;
  }
}
