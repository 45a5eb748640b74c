import { join } from "node:path";
import { blake2b, decodeBlockRecord, decodeRecordHeader, SnapshotError } from "@sycee/ledger";
import { type BlockHeader, blockHash, compareBytes } from "@sycee/protocol/core";
import { LogFollower } from "@sycee/storage";
import { type RetainedSnapshot, retainedSnapshots } from "../../snapshot/retained-snapshots.ts";
import { SnapshotFile } from "../../snapshot/snapshot-file.ts";
import { recordAt } from "./record-at.ts";

/** A snapshot from which a log goes on, and the header of its block. */
export interface FirstSnapshot extends RetainedSnapshot {
  readonly header: BlockHeader;
}

/**
 * The snapshots beside a chain from which its log goes on with what blocks wrote, up to `head`, the last durable block: lowest height first. One that
 * is not readable, or is of another chain, is left out.
 */
export function firstSnapshots(dataDirectory: string, head: number): FirstSnapshot[] {
  const logDirectory = join(dataDirectory, "log");
  return retainedSnapshots(dataDirectory).flatMap((snapshot) => {
    const record = snapshot.height > head ? undefined : recordAt(logDirectory, snapshot.height);
    const header = headerOf(snapshot.path);
    if (record === undefined || header === undefined) return [];
    if (compareBytes(blockHash(header, blake2b), blockHash(decodeRecordHeader(record), blake2b)) !== 0) return [];
    return hasWritesAfter(logDirectory, header) ? [{ ...snapshot, header }] : [];
  });
}

function headerOf(path: string): BlockHeader | undefined {
  try {
    const file = new SnapshotFile(path);
    file.close();
    return file.manifest.header;
  } catch (error) {
    if (error instanceof SnapshotError) return undefined;
    throw error;
  }
}

// Blocks that came with a snapshot are without their writes: the first after this one that changed the state tells.
function hasWritesAfter(logDirectory: string, { height, stateRoot }: BlockHeader): boolean {
  const log = new LogFollower(logDirectory, Number(height) + 1);
  try {
    for (let found = log.read(); found !== undefined; found = log.read()) {
      const { header, writes } = decodeBlockRecord(found.record);
      if (writes.length > 0) return true;
      if (compareBytes(header.stateRoot, stateRoot) !== 0) return false;
    }
    return true;
  } finally {
    log.close();
  }
}
