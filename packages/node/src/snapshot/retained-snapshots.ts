import fs from "node:fs";
import { join } from "node:path";

/** A snapshot that lies beside its chain. */
export interface RetainedSnapshot {
  readonly height: number;
  readonly path: string;
}

const DIRECTORY = "snapshots";
const NAME = /^(\d{16})\.snapshot$/;

/** Where a chain keeps its snapshots. */
export function snapshotsDirectory(dataDirectory: string): string {
  return join(dataDirectory, DIRECTORY);
}

/** Where the snapshot of a height lies in a directory of snapshots. */
export function snapshotPath(directory: string, height: number | bigint): string {
  return join(directory, `${height.toString().padStart(16, "0")}.snapshot`);
}

/** The snapshots beside a chain, lowest height first. */
export function retainedSnapshots(dataDirectory: string): RetainedSnapshot[] {
  const directory = snapshotsDirectory(dataDirectory);
  if (!fs.existsSync(directory)) return [];
  const found: RetainedSnapshot[] = [];
  for (const name of fs.readdirSync(directory)) {
    const height = NAME.exec(name)?.[1];
    if (height !== undefined) found.push({ height: Number(height), path: join(directory, name) });
  }
  return found.sort((left, right) => left.height - right.height);
}
