import { blake2b } from "@noble/hashes/blake2.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { sha3_256 } from "@noble/hashes/sha3.js";
import { createBLAKE2b, createSHA256, createSHA3 } from "hash-wasm";
import { chargeGas } from "../runtime/charge-gas.ts";
import { byteArrayOf, bytesOf } from "../values/byte-array.ts";
import { FastHash } from "./fast-hash.ts";
import { NATIVE_GAS } from "./native-gas.ts";
import type { NativeFactory } from "./native-function.ts";

const sha2 = new FastHash(sha256, () => createSHA256());
const sha3 = new FastHash(sha3_256, () => createSHA3(256));
const blake = new FastHash(
  (bytes) => blake2b(bytes, { dkLen: 32 }),
  () => createBLAKE2b(256),
);

/** Settles once the hashes are as fast as they will be; they answer the same before. */
export const hashesReady: Promise<void> = Promise.all([sha2.ready, sha3.ready, blake.ready]).then(() => undefined);

/** `std::hash`. */
export const HASH_NATIVES: Record<string, NativeFactory> = {
  sha2_256: hash(NATIVE_GAS.sha2, NATIVE_GAS.sha2Byte, sha2),
  sha3_256: hash(NATIVE_GAS.sha3, NATIVE_GAS.sha3Byte, sha3),
  blake2b_256: hash(NATIVE_GAS.blake2b, NATIVE_GAS.blake2bByte, blake),
};

function hash(base: number, perByte: number, fast: FastHash): NativeFactory {
  return ({ context }) =>
    (data: number[]) => {
      chargeGas(context, base + perByte * data.length);
      return byteArrayOf(fast.digest(bytesOf(data)));
    };
}
