import { join } from "node:path";
import { crc32 } from "node:zlib";
import { randomBytes } from "node:crypto";
import type { FileLayer, OpenFile } from "../files/file-layer.ts";
import { StorageError } from "../storage-error.ts";

/*
 * A segment's header, little-endian: magic 8 | version u32 | height of its first block u64 | salt 16 | crc32 of what stands before.
 * It is durable before the first frame is written.
 */
const MAGIC = Buffer.from("SYCEELOG", "latin1");
const VERSION = 1;
/** A segment whose receipts were dropped: its frames are others than they were, and a footer follows them. */
const PRUNED_VERSION = 2;
const SALT_BYTES = 16;
export const SEGMENT_HEADER_BYTES = 40;

/** What a segment's header says. */
export interface SegmentHeader {
  readonly firstHeight: number;
  readonly salt: Buffer;
  readonly pruned: boolean;
}

export function segmentPath(directory: string, firstHeight: number): string {
  return join(directory, `${String(firstHeight).padStart(16, "0")}.log`);
}

/** Where a segment is that was pruned. */
export function prunedPath(directory: string, firstHeight: number): string {
  return join(directory, `${String(firstHeight).padStart(16, "0")}.pruned`);
}

/** Where a segment is now: a pruned one stands for the one it was made from. */
export function segmentFile(files: FileLayer, directory: string, firstHeight: number): string {
  const pruned = prunedPath(directory, firstHeight);
  return files.list(directory).some((name) => pruned.endsWith(`/${name}`)) ? pruned : segmentPath(directory, firstHeight);
}

/** Where the index of a segment is. */
export function sidecarPath(segment: string): string {
  return segment.endsWith(".log") ? segment.replace(/\.log$/, ".idx") : `${segment}.idx`;
}

/** First heights of the segments in a directory, ascending. */
export function listSegments(files: FileLayer, directory: string): number[] {
  const heights = new Set<number>();
  for (const name of files.list(directory)) {
    const match = /^(\d{16})\.(?:log|pruned)$/.exec(name);
    if (match?.[1] !== undefined) heights.add(Number(match[1]));
  }
  return [...heights].sort((left, right) => left - right);
}

/** The header of a pruned segment, with a salt of its own. */
export function prunedHeader(firstHeight: number): SegmentHeader {
  return { firstHeight, salt: randomBytes(SALT_BYTES), pruned: true };
}

export function encodeSegmentHeader({ firstHeight, salt, pruned }: SegmentHeader): Buffer {
  const bytes = Buffer.alloc(SEGMENT_HEADER_BYTES);
  bytes.set(MAGIC, 0);
  bytes.writeUInt32LE(pruned ? PRUNED_VERSION : VERSION, 8);
  bytes.writeBigUInt64LE(BigInt(firstHeight), 12);
  bytes.set(salt, 20);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 36)), 36);
  return bytes;
}

/** Makes a segment, durable with its name, and leaves it open for writing. */
export async function createSegment(
  files: FileLayer,
  directory: string,
  firstHeight: number,
): Promise<{ file: OpenFile; header: SegmentHeader }> {
  const header = { firstHeight, salt: randomBytes(SALT_BYTES), pruned: false };
  const bytes = encodeSegmentHeader(header);
  const file = files.open(segmentPath(directory, firstHeight), "create");
  await writeAll(file, bytes, 0);
  await file.dataSync();
  await files.syncDirectory(directory);
  return { file, header };
}

/** A segment's header; `undefined` when it is incomplete or damaged. Throws {@link StorageError} on another version. */
export function readSegmentHeader(file: OpenFile, path: string): SegmentHeader | undefined {
  const bytes = Buffer.alloc(SEGMENT_HEADER_BYTES);
  if (file.readAt(bytes, 0) < SEGMENT_HEADER_BYTES || !bytes.subarray(0, 8).equals(MAGIC)) return undefined;
  if (crc32(bytes.subarray(0, 36)) !== bytes.readUInt32LE(36)) return undefined;
  const version = bytes.readUInt32LE(8);
  if (version !== VERSION && version !== PRUNED_VERSION) {
    throw new StorageError(`${path} has version ${version} of the log; this program reads versions ${VERSION} and ${PRUNED_VERSION}`);
  }
  return { firstHeight: Number(bytes.readBigUInt64LE(12)), salt: bytes.subarray(20, 36), pruned: version === PRUNED_VERSION };
}

/** Writes all of `bytes`, however many short writes it takes. */
export async function writeAll(file: OpenFile, bytes: Uint8Array, offset: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const written = await file.write(bytes.subarray(done), offset + done);
    if (written <= 0) throw new StorageError("the system wrote nothing and gave no reason");
    done += written;
  }
}
