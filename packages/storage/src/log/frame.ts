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

/** A block waiting to be written. */
export interface PendingBlock {
  readonly height: number;
  readonly ids: readonly TransactionEntry[];
  readonly record: Uint8Array;
}

/** Length of the frame of a block, in bytes. */
export function frameBytes(payloadBytes: number): number {
  return FRAME_HEADER_BYTES + payloadBytes + CHECKSUM_BYTES;
}

/** Copies a block for the log. Throws on an id that is not 32 bytes and on a block of more than 1 GiB. */
export function pendingBlock(height: number, ids: readonly TransactionEntry[], record: Uint8Array): PendingBlock {
  for (const { id } of ids) if (id.length !== ID_BYTES) throw new RangeError(`a transaction id has ${ID_BYTES} bytes, not ${id.length}`);
  const block = { height, ids: ids.map(({ id, index }) => ({ id: Buffer.from(id), index })), record: Buffer.from(record) };
  if (payloadBytesOf(block) > MAX_PAYLOAD_BYTES) throw new RangeError(`block ${height} is too large for the log`);
  return block;
}

export function payloadBytesOf(block: PendingBlock): number {
  return block.ids.length * ID_ENTRY_BYTES + block.record.length;
}

/** Writes a block's frame into `target` from `offset` on; returns its checksum. */
export function writeFrame(
  target: Buffer,
  offset: number,
  block: PendingBlock,
  chain: { readonly salt: Uint8Array; readonly syncedBelow: number; readonly link: Uint8Array },
): Buffer {
  const payloadBytes = payloadBytesOf(block);
  target.set(FRAME_MAGIC, offset);
  target.writeUInt32LE(payloadBytes, offset + 4);
  target.writeBigUInt64LE(BigInt(block.height), offset + 8);
  target.writeBigUInt64LE(BigInt(chain.syncedBelow), offset + 16);
  target.writeUInt32LE(block.ids.length, offset + 24);
  target.set(chain.link, offset + 28);
  target.writeUInt32LE(crc32(target.subarray(offset, offset + 44)), offset + 44);
  let position = offset + FRAME_HEADER_BYTES;
  for (const { id, index } of block.ids) {
    target.set(id, position);
    target.writeUInt32LE(index, position + ID_BYTES);
    position += ID_ENTRY_BYTES;
  }
  target.set(block.record, position);
  const end = offset + FRAME_HEADER_BYTES + payloadBytes;
  const checksum = checksumOf(chain.salt, target.subarray(offset, end));
  target.set(checksum, end);
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
  for (let entry = 0; entry < header.idCount; entry += 1) {
    const position = FRAME_HEADER_BYTES + entry * ID_ENTRY_BYTES;
    yield { id: frame.subarray(position, position + ID_BYTES), index: frame.readUInt32LE(position + ID_BYTES) };
  }
}

function checksumOf(salt: Uint8Array, bytes: Uint8Array): Buffer {
  return createHash("blake2b512").update(salt).update(bytes).digest().subarray(0, CHECKSUM_BYTES);
}
