import type { FileLayer, OpenFile } from "../files/file-layer.ts";
import { StorageError } from "../storage-error.ts";
import { CHECKSUM_BYTES, readFrameHeader, recordOfFrame, verifyFrame } from "./frame.ts";
import type { IdTable } from "./id-table.ts";
import { RESTORE } from "./restore-advice.ts";
import type { SealedIndex } from "./sidecar.ts";

interface SegmentPlace {
  readonly path: string;
  readonly firstHeight: number;
  readonly salt: Buffer;
}

/** A full segment, its index beside it in a file. */
export interface SealedSegment extends SegmentPlace, SealedIndex {
  readonly sidecar: string;
  readonly pruned: boolean;
}

/** The segment that takes new blocks, or one just full whose sidecar is being written; its index is in memory. */
export interface ActiveSegment extends SegmentPlace {
  readonly file: OpenFile;
  readonly offsets: number[];
  end: number;
  lastChecksum: Buffer;
  readonly ids: IdTable;
}

/** Heights of the blocks of a segment. */
export interface SegmentSpan {
  readonly firstHeight: number;
  readonly lastHeight: number;
}

type IndexedSegment = SegmentPlace & { readonly offsets: readonly number[]; readonly end: number };

/** A block's record from an open segment, verified. Throws {@link StorageError} when it is damaged. */
export function readFromSegment(file: OpenFile, segment: IndexedSegment, height: number): Uint8Array {
  const record = wholeRecord(file, segment, height);
  if (record !== undefined) return record;
  const start = segment.offsets[height - segment.firstHeight] ?? segment.end;
  throw new StorageError(`${segment.path} at byte ${start}: block ${height} is damaged. ${RESTORE}`);
}

/** The same; `undefined` when it is damaged, or not wholly written yet. */
export function wholeRecord(file: OpenFile, segment: IndexedSegment, height: number): Uint8Array | undefined {
  const place = height - segment.firstHeight;
  const start = segment.offsets[place] ?? segment.end;
  const frame = Buffer.allocUnsafe((segment.offsets[place + 1] ?? segment.end) - start);
  const complete = file.readAt(frame, start) === frame.length;
  const header = readFrameHeader(frame);
  if (!complete || header === undefined || header.height !== height || verifyFrame(segment.salt, frame) === undefined) return undefined;
  return recordOfFrame(frame, header);
}

/** The checksum at the end of a block's frame, as it is on the disk. */
export function checksumFromSegment(file: OpenFile, segment: IndexedSegment, height: number): Buffer {
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  const end = segment.offsets[height - segment.firstHeight + 1] ?? segment.end;
  file.readAt(checksum, end - CHECKSUM_BYTES);
  return checksum;
}

/** Runs `read` on a file opened for it. */
export function withFile<T>(files: FileLayer, path: string, read: (file: OpenFile) => T): T {
  const file = files.open(path, "read");
  try {
    return read(file);
  } finally {
    file.close();
  }
}

/** Whether a segment has the block of a height. */
export function holds(segment: { readonly firstHeight: number; readonly offsets: readonly number[] }, height: number): boolean {
  return height >= segment.firstHeight && height < segment.firstHeight + segment.offsets.length;
}
