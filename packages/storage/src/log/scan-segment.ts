import type { OpenFile } from "../files/file-layer.ts";
import { FRAME_HEADER_BYTES, FRAME_MAGIC, type FrameHeader, frameBytes, idsOfFrame, readFrameHeader, verifyFrame } from "./frame.ts";
import { IdTable } from "./id-table.ts";
import { SEGMENT_HEADER_BYTES, type SegmentHeader } from "./log-directory.ts";
import { framesEnd, readSegmentFooter } from "./segment-footer.ts";

/** What reading a whole segment found. */
export interface SegmentScan {
  /** Where the frame of block `firstHeight + i` begins. */
  readonly offsets: number[];
  /** End of the last intact frame. */
  readonly end: number;
  /** What the next segment is linked to. */
  readonly lastChecksum: Buffer;
  readonly ids: IdTable;
  /** Set when something follows `end` that is not the next frame. */
  readonly damage: ScanDamage | undefined;
}

export interface ScanDamage {
  /** What is wrong, to be followed by where. */
  readonly problem: string;
  /** True when a later frame proves that the damaged one had been durable, or that frames do not belong together: no interrupted write looks so. */
  readonly proven: boolean;
}

const WINDOW_BYTES = 4 * 1024 * 1024;

/** Reads and verifies every frame of a segment. `link` is the checksum of the frame before the segment. */
export function scanSegment(file: OpenFile, header: SegmentHeader, link: Buffer): SegmentScan {
  const reader = new WindowReader(file, framesEnd(file, header.pruned));
  const offsets: number[] = [];
  const ids = new IdTable();
  let lastChecksum = link;
  let offset = SEGMENT_HEADER_BYTES;
  let damage: ScanDamage | undefined;
  while (offset < reader.size) {
    const height = header.firstHeight + offsets.length;
    const frame = frameAt(reader, header.salt, offset);
    if (frame === undefined) {
      damage = { problem: `the frame of block ${height} is damaged`, proven: laterFrameProves(reader, header.salt, offset, height) };
      break;
    }
    if (frame.header.height !== height || !frame.header.link.equals(lastChecksum)) {
      damage = { problem: `where block ${height} should be is a frame of block ${frame.header.height} that does not follow`, proven: true };
      break;
    }
    for (const { id, index } of idsOfFrame(frame.bytes, frame.header)) ids.add(id, height, index);
    offsets.push(offset);
    lastChecksum = Buffer.from(frame.checksum);
    offset += frame.bytes.length;
  }
  if (!header.pruned || damage !== undefined) return { offsets, end: offset, lastChecksum, ids, damage };
  const footer = readSegmentFooter(file);
  if (footer?.blocks === offsets.length) return { offsets, end: offset, lastChecksum: footer.link, ids, damage };
  return { offsets, end: offset, lastChecksum, ids, damage: { problem: "the footer is damaged", proven: true } };
}

interface WholeFrame {
  readonly header: FrameHeader;
  readonly bytes: Buffer;
  readonly checksum: Buffer;
}

function frameAt(reader: WindowReader, salt: Buffer, offset: number): WholeFrame | undefined {
  const header = readFrameHeader(reader.read(offset, FRAME_HEADER_BYTES));
  if (header === undefined) return undefined;
  const length = frameBytes(header.payloadBytes);
  if (offset + length > reader.size) return undefined;
  const bytes = reader.read(offset, length);
  const checksum = verifyFrame(salt, bytes);
  return checksum === undefined ? undefined : { header, bytes, checksum };
}

// Frames written in one go reach the disk in any order, so an intact frame after a torn one proves nothing unless it was
// written when the torn one was already durable.
function laterFrameProves(reader: WindowReader, salt: Buffer, from: number, height: number): boolean {
  let offset = from + 1;
  for (;;) {
    const found = reader.indexOf(FRAME_MAGIC, offset);
    if (found === undefined) return false;
    const frame = frameAt(reader, salt, found);
    if (frame !== undefined && frame.header.syncedBelow > height) return true;
    offset = frame === undefined ? found + 1 : found + frame.bytes.length;
  }
}

/** Reads a file in large pieces. What it returns is valid until the next call. */
class WindowReader {
  readonly size: number;
  readonly #file: OpenFile;
  #window = Buffer.alloc(0);
  #start = 0;

  constructor(file: OpenFile, size: number) {
    this.#file = file;
    this.size = size;
  }

  /** Bytes from `offset` on; fewer than `length` only at the end of the file. */
  read(offset: number, length: number): Buffer {
    const within = offset - this.#start;
    if (within < 0 || within + length > this.#window.length) {
      const wanted = Math.min(Math.max(length, WINDOW_BYTES), Math.max(this.size - offset, 0));
      const window = Buffer.allocUnsafe(wanted);
      this.#window = window.subarray(0, this.#file.readAt(window, offset));
      this.#start = offset;
    }
    return this.#window.subarray(offset - this.#start, offset - this.#start + length);
  }

  indexOf(pattern: Buffer, from: number): number | undefined {
    let offset = from;
    while (offset + pattern.length <= this.size) {
      const piece = this.read(offset, Math.min(WINDOW_BYTES, this.size - offset));
      const found = piece.indexOf(pattern);
      if (found >= 0) return offset + found;
      offset += Math.max(piece.length - pattern.length + 1, 1);
    }
    return undefined;
  }
}
