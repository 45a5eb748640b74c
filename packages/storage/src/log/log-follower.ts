import type { FileLayer, OpenFile } from "../files/file-layer.ts";
import { systemFiles } from "../files/system-files.ts";
import { StorageError } from "../storage-error.ts";
import { FRAME_HEADER_BYTES, frameBytes, readFrameHeader, recordOfFrame, verifyFrame } from "./frame.ts";
import { listSegments, readSegmentHeader, SEGMENT_HEADER_BYTES, segmentFile } from "./log-directory.ts";

/** A record of the log. */
export interface FollowedRecord {
  readonly height: number;
  /** Valid for as long as the caller keeps it. */
  readonly record: Uint8Array;
}

interface OpenSegment {
  readonly file: OpenFile;
  readonly salt: Buffer;
  /** Where the next block's frame begins. */
  offset: number;
}

/**
 * Reads the blocks of a log in a row, each once, while the log's node goes on writing it: nothing is locked or changed, and a block costs
 * one read however long the log is. What is read may not be durable yet: whoever follows asks only for blocks that were announced.
 */
export class LogFollower {
  readonly #files: FileLayer;
  readonly #directory: string;
  #next: number;
  #segment: OpenSegment | undefined;

  /** Begins with the block of height `next`. */
  constructor(directory: string, next: number, files: FileLayer = systemFiles) {
    this.#directory = directory;
    this.#next = next;
    this.#files = files;
  }

  /** Height of the block that is read next. */
  get next(): number {
    return this.#next;
  }

  /** Height of the first block that the log has; `undefined` while it has none. */
  get firstHeight(): number | undefined {
    return listSegments(this.#files, this.#directory)[0];
  }

  /** The next block; `undefined` while it is not wholly written. Throws {@link StorageError} where the log begins later. */
  read(): FollowedRecord | undefined {
    const found = this.#readFrame();
    if (found !== undefined) return found;
    // A full segment is left for the next one; and one that is being born has no header yet.
    if (!listSegments(this.#files, this.#directory).includes(this.#next)) return undefined;
    this.close();
    return this.#readFrame();
  }

  close(): void {
    this.#segment?.file.close();
    this.#segment = undefined;
  }

  #readFrame(): FollowedRecord | undefined {
    this.#segment ??= this.#open();
    const segment = this.#segment;
    if (segment === undefined) return undefined;
    const head = Buffer.alloc(FRAME_HEADER_BYTES);
    const header = segment.file.readAt(head, segment.offset) < head.length ? undefined : readFrameHeader(head);
    if (header === undefined || header.height !== this.#next) return undefined;
    const frame = Buffer.allocUnsafeSlow(frameBytes(header.payloadBytes));
    if (segment.file.readAt(frame, segment.offset) < frame.length || verifyFrame(segment.salt, frame) === undefined) return undefined;
    segment.offset += frame.length;
    const height = this.#next;
    this.#next += 1;
    return { height, record: recordOfFrame(frame, header) };
  }

  #open(): OpenSegment | undefined {
    const heights = listSegments(this.#files, this.#directory);
    const [oldest] = heights;
    if (oldest === undefined) return undefined;
    const firstHeight = heights.findLast((height) => height <= this.#next);
    if (firstHeight === undefined) {
      throw new StorageError(`The log in ${this.#directory} begins with block ${oldest}; block ${this.#next} is not in it`);
    }
    const path = segmentFile(this.#files, this.#directory, firstHeight);
    const file = this.#files.open(path, "read");
    try {
      const header = readSegmentHeader(file, path);
      const offset = header === undefined ? undefined : placeOf(file, firstHeight, this.#next);
      if (header !== undefined && offset !== undefined) return { file, salt: header.salt, offset };
    } catch (error) {
      file.close();
      throw error;
    }
    file.close();
    return undefined;
  }
}

// From header to header, up to the block that is looked for.
function placeOf(file: OpenFile, firstHeight: number, wanted: number): number | undefined {
  const bytes = Buffer.alloc(FRAME_HEADER_BYTES);
  let offset = SEGMENT_HEADER_BYTES;
  for (let height = firstHeight; height < wanted; height += 1) {
    const header = file.readAt(bytes, offset) < bytes.length ? undefined : readFrameHeader(bytes);
    if (header === undefined || header.height !== height) return undefined;
    offset += frameBytes(header.payloadBytes);
  }
  return offset;
}
