import type { FileLayer } from "../files/file-layer.ts";
import { StorageError } from "../storage-error.ts";
import { FRAME_HEADER_BYTES, type FrameHeader, frameBytes, readFrameHeader } from "./frame.ts";
import { listSegments, readSegmentHeader, SEGMENT_HEADER_BYTES, segmentFile } from "./log-directory.ts";
import { RESTORE } from "./restore-advice.ts";
import { readFromSegment, wholeRecord, withFile } from "./segment.ts";

interface ViewedSegment {
  readonly path: string;
  readonly firstHeight: number;
  readonly salt: Buffer;
  readonly offsets: readonly number[];
  readonly end: number;
}

/**
 * A log as it is now, read without changing anything and without taking the directory: its node may be running. Holds six
 * bytes a block, or so. Throws {@link StorageError} on a damaged log.
 */
export class LogView {
  readonly #files: FileLayer;
  readonly #segments: readonly ViewedSegment[];
  /** The last block that is known to be durable: one after it may still be lost. `undefined` when there is none. */
  readonly durableHeight: number | undefined;

  constructor(files: FileLayer, directory: string) {
    this.#files = files;
    const segments: ViewedSegment[] = [];
    let durable: number | undefined;
    for (const firstHeight of listSegments(files, directory)) {
      const path = segmentFile(files, directory, firstHeight);
      const found = withFile(files, path, (file) => {
        const header = readSegmentHeader(file, path);
        return header === undefined ? undefined : { path, ...header, ...hop(file, firstHeight) };
      });
      // A segment being born, or an end being written: what there is before it is what there is.
      if (found === undefined || found.offsets.length === 0) continue;
      const before = segments.at(-1);
      if (before !== undefined && before.firstHeight + before.offsets.length !== firstHeight) {
        throw new StorageError(`${before.path} does not lead to block ${firstHeight}. ${RESTORE}`);
      }
      segments.push(found);
      // A segment begins when all before it is durable.
      durable = Math.max(durable ?? 0, firstHeight - 1, found.syncedBelow - 1);
    }
    this.#segments = segments;
    const [first] = segments;
    this.durableHeight = first === undefined || durable === undefined || durable < first.firstHeight ? undefined : durable;
  }

  get firstHeight(): number | undefined {
    return this.#segments[0]?.firstHeight;
  }

  /** Height of the last block that is whole, durable or not. */
  get lastHeight(): number | undefined {
    const last = this.#segments.at(-1);
    return last === undefined ? undefined : last.firstHeight + last.offsets.length - 1;
  }

  /**
   * Makes durable what the log ends with, also what its running node has just written and not synced yet. Resolves to the height of the
   * last block, `undefined` when there is none.
   */
  async syncToEnd(): Promise<number | undefined> {
    const last = this.#segments.at(-1);
    if (last === undefined) return undefined;
    const file = this.#files.open(last.path, "read");
    try {
      await file.dataSync();
      let height = Math.max(this.durableHeight ?? -1, last.firstHeight - 1);
      while (height < last.firstHeight + last.offsets.length - 1 && wholeRecord(file, last, height + 1) !== undefined) height += 1;
      return height < (this.firstHeight ?? 0) ? undefined : height;
    } finally {
      file.close();
    }
  }

  /** Where a block begins; `undefined` when the log does not have it. */
  placeOf(height: number): { readonly path: string; readonly offset: number } | undefined {
    const segment = this.#segmentOf(height);
    const offset = segment?.offsets[height - segment.firstHeight];
    return segment === undefined || offset === undefined ? undefined : { path: segment.path, offset };
  }

  /** The record of a block, verified; `undefined` when the log does not have it. */
  read(height: number): Uint8Array | undefined {
    const segment = this.#segmentOf(height);
    return segment === undefined ? undefined : withFile(this.#files, segment.path, (file) => readFromSegment(file, segment, height));
  }

  #segmentOf(height: number): ViewedSegment | undefined {
    return this.#segments.find(({ firstHeight, offsets }) => height >= firstHeight && height < firstHeight + offsets.length);
  }
}

// From header to header: the frames themselves are verified when they are read.
function hop(
  file: { size(): number; readAt(target: Uint8Array, offset: number): number },
  firstHeight: number,
): { readonly offsets: number[]; readonly end: number; readonly syncedBelow: number } {
  const size = file.size();
  const bytes = Buffer.alloc(FRAME_HEADER_BYTES);
  const offsets: number[] = [];
  let end = SEGMENT_HEADER_BYTES;
  let syncedBelow = 0;
  for (;;) {
    const header: FrameHeader | undefined = file.readAt(bytes, end) < bytes.length ? undefined : readFrameHeader(bytes);
    if (header === undefined || header.height !== firstHeight + offsets.length) break;
    const next = end + frameBytes(header.payloadBytes);
    if (next > size) break;
    offsets.push(end);
    end = next;
    syncedBelow = header.syncedBelow;
  }
  return { offsets, end, syncedBelow };
}
