import { blake2b } from "@noble/hashes/blake2.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { sha3_256 } from "@noble/hashes/sha3.js";
import { createBLAKE2b, createSHA256, createSHA3 } from "hash-wasm";
import { chargeGas } from "../runtime/charge-gas.ts";
import { chargeMemory } from "../runtime/charge-memory.ts";
import { byteArrayOf, type ByteVector, readBytes } from "../values/byte-array.ts";
import { BYTE_PLACE, VECTOR_BYTES } from "../values/memory-size.ts";
import { FastHash } from "./fast-hash.ts";
import type { NativeGas } from "./native-gas.ts";
import type { NativeFactory } from "./native-function.ts";

const sha2 = new FastHash(sha256, () => createSHA256());
const sha3 = new FastHash(sha3_256, () => createSHA3(256));
const blake = new FastHash(
  (bytes) => blake2b(bytes, { dkLen: 32 }),
  () => createBLAKE2b(256),
);

const DIGEST_MEMORY = VECTOR_BYTES + BYTE_PLACE * 32;

/** Settles once the hashes are as fast as they will be; they answer the same before. */
export const hashesReady: Promise<void> = Promise.all([sha2.ready, sha3.ready, blake.ready]).then(() => undefined);

/** `std::hash`. */
export const HASH_NATIVES: Record<string, NativeFactory> = {
  sha2_256: hash("sha2", "sha2Byte", sha2),
  sha3_256: hash("sha3", "sha3Byte", sha3),
  blake2b_256: hash("blake2b", "blake2bByte", blake),
};

function hash(base: keyof NativeGas, perByte: keyof NativeGas, fast: FastHash): NativeFactory {
  return ({ context }) => {
    const { [base]: baseGas, [perByte]: gasPerByte } = context.schedule.natives;
    return (data: ByteVector) => {
      chargeGas(context, baseGas + gasPerByte * data.length);
      chargeMemory(context, DIGEST_MEMORY);
      return byteArrayOf(fast.digest(readBytes(data)));
    };
  };
}
