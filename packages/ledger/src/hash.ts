import { HASH_BYTES, hashRange } from "./commitment/hash-range.ts";

/** blake2b with 32 bytes of output, by libsodium. */
export function blake2b(bytes: Uint8Array): Uint8Array {
  const digest = Buffer.allocUnsafe(HASH_BYTES);
  hashRange(bytes, 0, bytes.length, digest, 0);
  return digest;
}

/** The same memory as a Buffer, as sodium wants it. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
