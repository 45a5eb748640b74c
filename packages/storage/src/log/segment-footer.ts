import { crc32 } from "node:zlib";
import type { OpenFile } from "../files/file-layer.ts";
import { CHECKSUM_BYTES } from "./frame.ts";

/*
 * What follows the frames of a pruned segment, little-endian: magic 8 | blocks u32 | link 16 | crc32 of what stands before.
 * The link is the checksum that the segment's last frame had before it was pruned, to which the next segment is linked.
 */
const MAGIC = Buffer.from("SYCEEPRN", "latin1");
export const SEGMENT_FOOTER_BYTES = 32;

export interface SegmentFooter {
  readonly blocks: number;
  readonly link: Buffer;
}

export function encodeSegmentFooter({ blocks, link }: SegmentFooter): Buffer {
  const bytes = Buffer.alloc(SEGMENT_FOOTER_BYTES);
  bytes.set(MAGIC);
  bytes.writeUInt32LE(blocks, 8);
  bytes.set(link, 12);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 28)), 28);
  return bytes;
}

/** The footer at the end of a pruned segment; `undefined` when it is damaged. */
export function readSegmentFooter(file: OpenFile): SegmentFooter | undefined {
  const bytes = Buffer.alloc(SEGMENT_FOOTER_BYTES);
  const start = file.size() - SEGMENT_FOOTER_BYTES;
  if (start < 0 || file.readAt(bytes, start) < bytes.length || !bytes.subarray(0, 8).equals(MAGIC)) return undefined;
  if (crc32(bytes.subarray(0, 28)) !== bytes.readUInt32LE(28)) return undefined;
  return { blocks: bytes.readUInt32LE(8), link: bytes.subarray(12, 12 + CHECKSUM_BYTES) };
}

/** Where the frames of a segment end, as far as its length tells. */
export function framesEnd(file: OpenFile, pruned: boolean): number {
  return file.size() - (pruned ? SEGMENT_FOOTER_BYTES : 0);
}
