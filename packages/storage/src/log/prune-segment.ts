import type { FileLayer, OpenFile } from "../files/file-layer.ts";
import { StorageError } from "../storage-error.ts";
import { FRAME_HEADER_BYTES, idsOfFrame, NO_LINK, pendingBlock, readFrameHeader, recordOfFrame, sealFrame, verifyFrame } from "./frame.ts";
import { IdTable } from "./id-table.ts";
import {
  encodeSegmentHeader,
  prunedHeader,
  prunedPath,
  readSegmentHeader,
  SEGMENT_HEADER_BYTES,
  segmentPath,
  sidecarPath,
  writeAll,
} from "./log-directory.ts";
import { RESTORE } from "./restore-advice.ts";
import { scanSegment } from "./scan-segment.ts";
import { encodeSegmentFooter } from "./segment-footer.ts";
import { writeSidecar } from "./sidecar.ts";

/** What a record is reduced to. */
export type StripRecord = (record: Uint8Array) => Uint8Array;

/**
 * Writes beside a full segment one of the same blocks with less in each record, durable under its name, for the log to
 * adopt. Ids stay, so that what was dropped can be told from what never was. Returns the bytes saved. Throws
 * {@link StorageError} when the segment is damaged.
 */
export async function pruneSegment(files: FileLayer, directory: string, firstHeight: number, strip: StripRecord): Promise<number> {
  const path = segmentPath(directory, firstHeight);
  const source = files.open(path, "read");
  const pruned = prunedPath(directory, firstHeight);
  const partial = `${pruned}.partial`;
  await files.remove(partial);
  const target = files.open(partial, "create");
  try {
    const header = readSegmentHeader(source, path);
    const firstLink = readFrameHeader(readBytes(source, SEGMENT_HEADER_BYTES, FRAME_HEADER_BYTES))?.link ?? NO_LINK;
    const scan = header === undefined ? undefined : scanSegment(source, header, firstLink);
    if (header === undefined || scan === undefined || scan.damage !== undefined) {
      throw new StorageError(`${path} at byte ${scan?.end ?? 0} is damaged and was not pruned. ${RESTORE}`);
    }
    const { offsets } = scan;
    const next = prunedHeader(firstHeight);
    await writeAll(target, encodeSegmentHeader(next), 0);
    const syncedBelow = firstHeight + offsets.length;
    const ids = new IdTable();
    const newOffsets: number[] = [];
    let end = SEGMENT_HEADER_BYTES;
    let link = firstLink;
    for (const [place, offset] of offsets.entries()) {
      const frame = readBytes(source, offset, (offsets[place + 1] ?? scan.end) - offset);
      const frameHeader = readFrameHeader(frame);
      if (frameHeader === undefined || verifyFrame(header.salt, frame) === undefined)
        throw new StorageError(`${path} at byte ${offset} changed while it was read`);
      const height = firstHeight + place;
      const entries = [...idsOfFrame(frame, frameHeader)];
      for (const { id, index } of entries) ids.add(id, height, index);
      const block = pendingBlock(height, entries, strip(recordOfFrame(frame, frameHeader)));
      link = sealFrame(block, { salt: next.salt, syncedBelow, link });
      await writeAll(target, block.frame, end);
      newOffsets.push(end);
      end += block.frame.length;
    }
    await writeAll(target, encodeSegmentFooter({ blocks: offsets.length, link: scan.lastChecksum }), end);
    await target.dataSync();
    await writeSidecar(files, directory, sidecarPath(pruned), {
      salt: next.salt,
      offsets: newOffsets,
      end,
      lastChecksum: scan.lastChecksum,
      ids,
    });
    await files.rename(partial, pruned);
    await files.syncDirectory(directory);
    return source.size() - target.size();
  } catch (error) {
    // On a full disk the room it takes is needed.
    await files.remove(partial);
    throw error;
  } finally {
    source.close();
    target.close();
  }
}

function readBytes(file: OpenFile, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, file.readAt(bytes, offset));
}
