import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { TransactionEntry } from "../storage.ts";

/*
 * A block in the log, little-endian:
 *
 *   header   magic u32 | payload length u32 | height u64 | synced-below u64 | number of ids u32 | link 16 | crc32 u32 of what stands before
 *   payload  ids: (id 32 | index u32) each | record
 *   trailer  checksum 16: first bytes of blake2b-512 of (the segment's salt | header | payload)
 *
 * `link` is the checksum of the frame before, so that no frame can be missing, moved or taken from elsewhere. Every
 * block below `syncedBelow` was durable before this frame was written: a valid frame thus proves which earlier damage
 * cannot be the torn end of an interrupted write. The salt is known to the disk alone, so that no record can contain
 * bytes that pass for a frame.
 */

export const FRAME_HEADER_BYTES = 48;
export const CHECKSUM_BYTES = 16;
const ID_BYTES = 32;
const ID_ENTRY_BYTES = ID_BYTES + 4;
const MAX_PAYLOAD_BYTES = 2 ** 30;

/** The four bytes that every frame begins with. */
export const FRAME_MAGIC: Buffer = Buffer.from("SCB1", "latin1");

/** Link of the first frame of a log. */
export const NO_LINK: Buffer = Buffer.alloc(CHECKSUM_BYTES);

/** What a frame's header says. Heights are safe integers. */
export interface FrameHeader {
  readonly payloadBytes: number;
  readonly height: number;
  readonly syncedBelow: number;
  readonly idCount: number;
  readonly link: Buffer;
}

/** A block waiting to be written: its frame, of which header and trailer are still to be filled in. */
export interface PendingBlock {
  readonly height: number;
  readonly ids: number;
  readonly frame: Buffer;
}

/** Length of the frame of a block, in bytes. */
export function frameBytes(payloadBytes: number): number {
  return FRAME_HEADER_BYTES + payloadBytes + CHECKSUM_BYTES;
}

/** Copies a block for the log, into memory of that many bytes that `take` gives. Throws on an id that is not 32 bytes and on a block of more than 1 GiB. */
export function pendingBlock(
  height: number,
  ids: readonly TransactionEntry[],
  record: Uint8Array,
  take: (bytes: number) => Buffer = (bytes) => Buffer.allocUnsafeSlow(bytes),
): PendingBlock {
  const payloadBytes = ids.length * ID_ENTRY_BYTES + record.length;
  if (payloadBytes > MAX_PAYLOAD_BYTES) throw new RangeError(`block ${height} is too large for the log`);
  const frame = take(frameBytes(payloadBytes));
  let position = FRAME_HEADER_BYTES;
  for (const { id, index } of ids) {
    if (id.length !== ID_BYTES) throw new RangeError(`a transaction id has ${ID_BYTES} bytes, not ${id.length}`);
    for (let byte = 0; byte < ID_BYTES; byte += 1) frame[position + byte] = id[byte] ?? 0;
    frame.writeUInt32LE(index, position + ID_BYTES);
    position += ID_ENTRY_BYTES;
  }
  frame.set(record, position);
  return { height, ids: ids.length, frame };
}

/** The record of a block that waits to be written, a view. */
export function recordOf({ ids, frame }: PendingBlock): Uint8Array {
  return frame.subarray(FRAME_HEADER_BYTES + ids * ID_ENTRY_BYTES, frame.length - CHECKSUM_BYTES);
}

/** Completes a block's frame with header and trailer; returns its checksum. */
export function sealFrame(
  { height, ids, frame }: PendingBlock,
  chain: { readonly salt: Uint8Array; readonly syncedBelow: number; readonly link: Uint8Array },
): Buffer {
  const end = frame.length - CHECKSUM_BYTES;
  frame.set(FRAME_MAGIC, 0);
  frame.writeUInt32LE(end - FRAME_HEADER_BYTES, 4);
  frame.writeBigUInt64LE(BigInt(height), 8);
  frame.writeBigUInt64LE(BigInt(chain.syncedBelow), 16);
  frame.writeUInt32LE(ids, 24);
  frame.set(chain.link, 28);
  frame.writeUInt32LE(crc32(frame.subarray(0, 44)), 44);
  const checksum = checksumOf(chain.salt, frame.subarray(0, end));
  frame.set(checksum, end);
  return checksum;
}

/** The header at the start of `bytes`; `undefined` when it is incomplete or damaged. */
export function readFrameHeader(bytes: Buffer): FrameHeader | undefined {
  if (bytes.length < FRAME_HEADER_BYTES || !bytes.subarray(0, 4).equals(FRAME_MAGIC)) return undefined;
  if (crc32(bytes.subarray(0, 44)) !== bytes.readUInt32LE(44)) return undefined;
  const header = {
    payloadBytes: bytes.readUInt32LE(4),
    height: Number(bytes.readBigUInt64LE(8)),
    syncedBelow: Number(bytes.readBigUInt64LE(16)),
    idCount: bytes.readUInt32LE(24),
    link: Buffer.from(bytes.subarray(28, 44)),
  };
  if (header.payloadBytes > MAX_PAYLOAD_BYTES || header.idCount * ID_ENTRY_BYTES > header.payloadBytes) return undefined;
  return header;
}

/** The checksum of a whole frame when it is intact, else `undefined`. */
export function verifyFrame(salt: Uint8Array, frame: Buffer): Buffer | undefined {
  const end = frame.length - CHECKSUM_BYTES;
  const checksum = checksumOf(salt, frame.subarray(0, end));
  return checksum.equals(frame.subarray(end)) ? checksum : undefined;
}

/** The record inside a whole, verified frame. */
export function recordOfFrame(frame: Buffer, header: FrameHeader): Uint8Array {
  return frame.subarray(FRAME_HEADER_BYTES + header.idCount * ID_ENTRY_BYTES, frame.length - CHECKSUM_BYTES);
}

/** The ids inside a whole, verified frame. */
export function* idsOfFrame(frame: Buffer, header: FrameHeader): Generator<{ readonly id: Buffer; readonly index: number }> {
  for (let entry = 0; entry < header.idCount; entry += 1) yield idEntryAt(frame, entry);
}

function idEntryAt(frame: Buffer, entry: number): { readonly id: Buffer; readonly index: number } {
  const position = FRAME_HEADER_BYTES + entry * ID_ENTRY_BYTES;
  return { id: frame.subarray(position, position + ID_BYTES), index: frame.readUInt32LE(position + ID_BYTES) };
}

function checksumOf(salt: Uint8Array, bytes: Uint8Array): Buffer {
  return createHash("blake2b512").update(salt).update(bytes).digest().subarray(0, CHECKSUM_BYTES);
}
