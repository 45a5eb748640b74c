import { availableParallelism } from "node:os";
import { type HashingFigures, measureHashing } from "./measure-hashing.ts";
import { measureRawVerify } from "./measure-raw-verify.ts";
import { measureSync, type SyncFigures } from "./measure-sync.ts";

/** What the machine can do at most, whatever runs on it. */
export interface RawLimits {
  readonly rawVerifyPerSecondOneCore: number;
  readonly rawVerifyPerSecondAllCores: number;
  readonly blake2b: readonly HashingFigures[];
  readonly appends: readonly SyncFigures[];
}

/** About the size of what is signed for a payment. */
const SIGNED_BYTES = 256;

/** Measures them one after another, each for at most `seconds`; appends on the disk of `directory`. */
export async function measureLimits(directory: string, seconds: number): Promise<RawLimits> {
  const durationMs = Math.min(seconds, 1.5) * 1000;
  return {
    rawVerifyPerSecondOneCore: Math.round(await measureRawVerify(1, { durationMs, messageBytes: SIGNED_BYTES })),
    rawVerifyPerSecondAllCores: Math.round(await measureAllCores(seconds)),
    blake2b: measureHashing(durationMs / 3),
    appends: measureSync(directory, durationMs),
  };
}

/** Signature verifications a second on all cores together. */
export async function measureAllCores(seconds: number): Promise<number> {
  return await measureRawVerify(availableParallelism(), { durationMs: Math.min(seconds, 1) * 1000, messageBytes: SIGNED_BYTES });
}
