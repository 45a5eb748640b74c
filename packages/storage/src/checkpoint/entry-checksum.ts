import { crc32 } from "node:zlib";
import { crc32OfRange } from "./crc32-of-range.ts";

const CRC_BYTES = 4;

/** A value as the checkpoint stores it: followed by the crc32 of its key and itself, for LMDB has no checksums of its own. */
export function withChecksum(key: Uint8Array, value: Uint8Array): Buffer {
  const stored = Buffer.allocUnsafe(value.length + CRC_BYTES);
  stored.set(value);
  stored.writeUInt32LE(crc32(value, crc32(key)), value.length);
  return stored;
}

/** The value inside a stored one; `undefined` when its checksum does not fit. */
export function verifiedValue(key: Uint8Array, stored: Buffer): Buffer | undefined {
  const end = stored.length - CRC_BYTES;
  if (end < 0) return undefined;
  const value = stored.subarray(0, end);
  return crc32(value, crc32(key)) === stored.readUInt32LE(end) ? value : undefined;
}

/** Whether a key from `keyStart` to `start` of `bytes` and the stored value from there to `end` fit the checksum at its end. */
export function isVerified(bytes: Buffer, keyStart: number, start: number, end: number): boolean {
  const checksumAt = end - CRC_BYTES;
  return checksumAt >= start && crc32OfRange(bytes, keyStart, checksumAt) === bytes.readUInt32LE(checksumAt);
}
