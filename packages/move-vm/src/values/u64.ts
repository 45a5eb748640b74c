import type { BcsReader } from "@sycee/bcs";

/** A u64 in its one representation: `number` up to 2^53 - 1, `bigint` above. */
export type U64 = number | bigint;

/** The one representation of a u64 given as a big integer in range. */
export function canonicalU64(value: bigint): U64 {
  return value <= 0x1f_ffff_ffff_ffffn ? Number(value) : value;
}

/** Reads a u64 into its one representation. */
export function readU64(reader: BcsReader): U64 {
  const low = reader.u32();
  const high = reader.u32();
  return high < 0x20_0000 ? high * 0x1_0000_0000 + low : (BigInt(high) << 32n) | BigInt(low);
}
