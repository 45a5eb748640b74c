import { uniformBigInt as drawBigInt } from "pure-rand/distribution/uniformBigInt";
import { uniformInt as drawInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

export { xoroshiro128plus };

/** A whole number from `minimum` to `maximum`, both included. */
export function uniformInt(random: RandomGenerator, minimum: number, maximum: number): number {
  return drawInt(random, minimum, maximum);
}

/** The same for big integers. */
export function uniformBigInt(random: RandomGenerator, minimum: bigint, maximum: bigint): bigint {
  return drawBigInt(random, minimum, maximum);
}
