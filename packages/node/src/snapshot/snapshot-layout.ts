import { SNAPSHOT_VERSION } from "@sycee/ledger";

/*
 * A snapshot's file, little-endian:
 *
 *   header    magic 8 | version u32 | zero u32
 *   chunks    one after another, as the manifest says
 *   manifest  BCS
 *   footer    length of the manifest u64 | blake2b-256 of the manifest | magic 8
 */
const HEADER_MAGIC = Buffer.from("SYCEESNP", "latin1");
const FOOTER_MAGIC = Buffer.from("SYCEEEND", "latin1");

export const HEADER_BYTES = 16;
export const FOOTER_BYTES = 48;

export interface SnapshotFooter {
  readonly manifestBytes: number;
  readonly manifestHash: Uint8Array;
}

export function fileHeader(): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.set(HEADER_MAGIC);
  bytes.writeUInt32LE(SNAPSHOT_VERSION, 8);
  return bytes;
}

/** Version of the format, `undefined` when the bytes begin no snapshot. */
export function versionOf(header: Buffer): number | undefined {
  if (header.length !== HEADER_BYTES || !header.subarray(0, 8).equals(HEADER_MAGIC) || header.readUInt32LE(12) !== 0) return undefined;
  return header.readUInt32LE(8);
}

export function encodeFooter({ manifestBytes, manifestHash }: SnapshotFooter): Buffer {
  const bytes = Buffer.alloc(FOOTER_BYTES);
  bytes.writeBigUInt64LE(BigInt(manifestBytes), 0);
  bytes.set(manifestHash, 8);
  bytes.set(FOOTER_MAGIC, 40);
  return bytes;
}

/** `undefined` when the bytes end no snapshot. */
export function decodeFooter(bytes: Buffer): SnapshotFooter | undefined {
  if (bytes.length !== FOOTER_BYTES || !bytes.subarray(40).equals(FOOTER_MAGIC)) return undefined;
  return { manifestBytes: Number(bytes.readBigUInt64LE(0)), manifestHash: bytes.subarray(8, 40) };
}
