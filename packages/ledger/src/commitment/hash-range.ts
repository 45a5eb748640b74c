import binding from "sodium-native/binding.js";

export const HASH_BYTES = 32;
const NO_KEY = new ArrayBuffer(0);
/** The binding takes offsets and lengths as 32 bits, and larger ones without their upper bits. */
const REACH = 0x1_0000_0000;

/**
 * Writes blake2b-256 of the bytes `from` to `to` of `source` into `target` at `at`; throws `RangeError` beyond either. Below
 * libsodium's usual entry, whose checks and views of memory cost as much as a hash of 128 bytes; the checks that matter are
 * here, for the binding may have none.
 */
export function hashRange(source: Uint8Array, from: number, to: number, target: Uint8Array, at: number): void {
  if (!(from >= 0 && from <= to && to <= source.length && at >= 0 && at + HASH_BYTES <= target.length)) {
    throw new RangeError(`no room to hash bytes ${from} to ${to} of ${source.length} to ${at} of ${target.length}`);
  }
  const { buffer, byteOffset } = source;
  if (byteOffset + to >= REACH || target.byteOffset + at >= REACH)
    throw new RangeError("a buffer of 4 GiB or more is not hashed from or into");
  binding.crypto_generichash(target.buffer, target.byteOffset + at, HASH_BYTES, buffer, byteOffset + from, to - from, NO_KEY, 0, 0);
}

/** Copies the 32 bytes at `from` of `source` to `at` of `target`: for so few, a loop takes less than what makes a view of them. */
export function copyHash(source: Uint8Array, from: number, target: Uint8Array, at: number): void {
  for (let byte = 0; byte < HASH_BYTES; byte += 1) target[at + byte] = source[from + byte] ?? 0;
}
