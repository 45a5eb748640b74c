import { blake2b } from "@noble/hashes/blake2.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { sha3_256 } from "@noble/hashes/sha3.js";
import { chargeGas } from "../runtime/charge-gas.ts";
import { NATIVE_GAS } from "./native-gas.ts";
import type { NativeFactory } from "./native-function.ts";

/** `std::hash`. */
export const HASH_NATIVES: Record<string, NativeFactory> = {
  sha2_256: hash(NATIVE_GAS.sha2, NATIVE_GAS.sha2Byte, sha256),
  sha3_256: hash(NATIVE_GAS.sha3, NATIVE_GAS.sha3Byte, sha3_256),
  blake2b_256: hash(NATIVE_GAS.blake2b, NATIVE_GAS.blake2bByte, (bytes) => blake2b(bytes, { dkLen: 32 })),
};

function hash(base: number, perByte: number, digest: (bytes: Uint8Array) => Uint8Array): NativeFactory {
  return ({ context }) =>
    (data: number[]) => {
      chargeGas(context, base + perByte * data.length);
      return Array.from(digest(Uint8Array.from(data)));
    };
}
