import { join } from "node:path";
import type { FileLayer, OpenFile } from "../files/file-layer.ts";
import { StorageError } from "../storage-error.ts";
import { CHECKSUM_BYTES, FRAME_HEADER_BYTES, NO_LINK, readFrameHeader } from "./frame.ts";
import {
  listSegments,
  readSegmentHeader,
  SEGMENT_HEADER_BYTES,
  segmentFile,
  type SegmentHeader,
  segmentPath,
  sidecarPath,
} from "./log-directory.ts";
import { RESTORE } from "./restore-advice.ts";
import { scanSegment } from "./scan-segment.ts";
import { framesEnd, readSegmentFooter } from "./segment-footer.ts";
import type { ActiveSegment, SealedSegment } from "./segment.ts";
import { readSidecar, type SealedIndex, writeSidecar } from "./sidecar.ts";

/** The segments of a log, checked and repaired. */
export interface LogSegments {
  readonly sealed: SealedSegment[];
  readonly active: ActiveSegment | undefined;
}

/**
 * Opens the segments of a directory. A torn end of the last one, above `durableThrough`, is cut off; whatever else is
 * wrong throws {@link StorageError}. Blocks up to `durableThrough` are known from elsewhere to have been durable: it is asked only where
 * an end is torn.
 */
export async function openSegments(files: FileLayer, directory: string, durableThrough: () => Promise<number>): Promise<LogSegments> {
  files.makeDirectory(directory);
  await dropReplaced(files, directory);
  const heights = listSegments(files, directory);
  const unborn = await dropUnborn(files, directory, heights);
  // A segment begins only when everything before it is durable.
  const durable = async () => Math.max(await durableThrough(), unborn === undefined ? -1 : unborn - 1);
  const sealed: SealedSegment[] = [];
  let active: ActiveSegment | undefined;
  let link = NO_LINK;
  for (const [position, firstHeight] of heights.entries()) {
    const before = sealed.at(-1);
    const expected = before === undefined ? firstHeight : before.firstHeight + before.offsets.length;
    if (firstHeight !== expected) {
      throw new StorageError(`Blocks ${expected} to ${firstHeight - 1} are missing from ${directory}. ${RESTORE}`);
    }
    if (position === heights.length - 1 && segmentFile(files, directory, firstHeight).endsWith(".log")) {
      active = await openLast(files, directory, firstHeight, link, durable);
      break;
    }
    const segment = await openSealed(files, directory, firstHeight, link);
    sealed.push(segment);
    link = segment.lastChecksum;
  }
  return { sealed, active };
}

// A segment that was pruned stands for the one it was made from, which a kill can have left; one half made stands for nothing.
async function dropReplaced(files: FileLayer, directory: string): Promise<void> {
  const names = files.list(directory);
  const dropped = names.filter((name) => name.endsWith(".partial"));
  for (const name of names) {
    if (!name.endsWith(".pruned")) continue;
    const log = name.replace(/pruned$/, "log");
    dropped.push(...[log, sidecarPath(log)].filter((replaced) => names.includes(replaced)));
  }
  for (const name of dropped) await files.remove(join(directory, name));
  if (dropped.length > 0) await files.syncDirectory(directory);
}

// A last segment cut short in its header never held a block: its header is durable before its first frame.
async function dropUnborn(files: FileLayer, directory: string, heights: number[]): Promise<number | undefined> {
  const last = heights.at(-1);
  if (last === undefined) return undefined;
  const path = segmentFile(files, directory, last);
  const file = files.open(path, "read");
  let unborn: boolean;
  try {
    unborn = file.size() <= SEGMENT_HEADER_BYTES && readSegmentHeader(file, path) === undefined;
  } finally {
    file.close();
  }
  if (!unborn) return undefined;
  await files.remove(path);
  await files.syncDirectory(directory);
  return heights.pop();
}

function headerOf(file: OpenFile, path: string, firstHeight: number): SegmentHeader {
  const header = readSegmentHeader(file, path);
  if (header === undefined || header.firstHeight !== firstHeight) {
    throw new StorageError(`${path} has a damaged header. ${RESTORE}`);
  }
  return header;
}

async function openLast(
  files: FileLayer,
  directory: string,
  firstHeight: number,
  link: Buffer,
  durableThrough: () => Promise<number>,
): Promise<ActiveSegment> {
  const path = segmentPath(directory, firstHeight);
  const file = files.open(path, "write");
  try {
    const header = headerOf(file, path, firstHeight);
    const scan = scanSegment(file, header, link);
    const last = firstHeight + scan.offsets.length - 1;
    if (scan.damage !== undefined) {
      if (scan.damage.proven || last < (await durableThrough())) {
        throw new StorageError(`${path} at byte ${scan.end}: ${scan.damage.problem}, and it had been durable. ${RESTORE}`);
      }
      await file.truncate(scan.end);
      await file.dataSync();
    }
    const { offsets, end, lastChecksum, ids } = scan;
    return { path, firstHeight, salt: header.salt, file, offsets, end, lastChecksum, ids };
  } catch (error) {
    file.close();
    throw error;
  }
}

/** Opens a full segment that follows one whose last checksum was `link`. */
export async function openSealed(files: FileLayer, directory: string, firstHeight: number, link: Buffer): Promise<SealedSegment> {
  const path = segmentFile(files, directory, firstHeight);
  const file = files.open(path, "read");
  try {
    const header = headerOf(file, path, firstHeight);
    const sidecar = sidecarPath(path);
    const known = openSidecar(files, directory, sidecar, { salt: header.salt, size: framesEnd(file, header.pruned) });
    if (known !== undefined && known.offsets.length > 0) {
      checkEnds(file, path, known, link, header.pruned);
      return { path, sidecar, firstHeight, salt: header.salt, pruned: header.pruned, ...known };
    }
    const scan = scanSegment(file, header, link);
    if (scan.damage !== undefined) throw new StorageError(`${path} at byte ${scan.end}: ${scan.damage.problem}. ${RESTORE}`);
    await writeSidecar(files, directory, sidecar, { salt: header.salt, ...scan });
    const { offsets, end, lastChecksum, ids } = scan;
    return { path, sidecar, firstHeight, salt: header.salt, pruned: header.pruned, offsets, end, lastChecksum, idCount: ids.size };
  } finally {
    file.close();
  }
}

function openSidecar(files: FileLayer, directory: string, path: string, segment: { salt: Buffer; size: number }): SealedIndex | undefined {
  if (!files.list(directory).some((name) => path.endsWith(name))) return undefined;
  const file = files.open(path, "read");
  try {
    return readSidecar(file, segment);
  } finally {
    file.close();
  }
}

// What a sidecar cannot vouch for: that the segment still follows the one before it and still ends as it did.
function checkEnds(file: OpenFile, path: string, index: SealedIndex, link: Buffer, pruned: boolean): void {
  const first = Buffer.alloc(FRAME_HEADER_BYTES);
  file.readAt(first, SEGMENT_HEADER_BYTES);
  const last = pruned ? readSegmentFooter(file)?.link : checksumAt(file, index.end - CHECKSUM_BYTES);
  if (readFrameHeader(first)?.link.equals(link) !== true)
    throw new StorageError(`${path} does not follow the segment before it. ${RESTORE}`);
  if (last?.equals(index.lastChecksum) !== true) throw new StorageError(`${path} does not end as it did when it was sealed. ${RESTORE}`);
}

function checksumAt(file: OpenFile, offset: number): Buffer {
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  file.readAt(checksum, offset);
  return checksum;
}
