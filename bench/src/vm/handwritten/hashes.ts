import { blake2b } from "@noble/hashes/blake2.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { sha3_256 } from "@noble/hashes/sha3.js";
import type { U64 } from "./checked-u64.ts";
import { StepMeter } from "./step-meter.ts";

/** `cases::sha2`, `sha3` and `blake2b` by hand: what a program that needs these hashes would import. */
export const handwrittenHash = {
  sha2: hashing(sha256),
  sha3: hashing(sha3_256),
  blake2b: hashing((bytes) => blake2b(bytes, { dkLen: 32 })),
};

function hashing(hash: (bytes: Uint8Array) => Uint8Array): (iterations: number, size: U64) => U64 {
  return (iterations, size) => {
    const meter = new StepMeter(Number.MAX_SAFE_INTEGER);
    const data = Uint8Array.from({ length: Number(size) }, (_, index) => index % 251);
    for (let i = 0; i < iterations; i++) {
      meter.spend(data.length);
      data[0] = hash(data)[0] ?? 0;
    }
    return data[0] ?? 0;
  };
}
