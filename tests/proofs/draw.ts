import { uniformInt, xoroshiro128plus } from "../money/random.ts";

/** Draws from a seed. */
export class Draw {
  readonly #random: ReturnType<typeof xoroshiro128plus>;

  constructor(seed: number) {
    this.#random = xoroshiro128plus(seed);
  }

  /** From 0 to `bound` - 1. */
  below(bound: number): number {
    return uniformInt(this.#random, 0, bound - 1);
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256));
  }

  pick<T>(values: readonly T[]): T {
    for (const value of values.slice(this.below(values.length))) return value;
    throw new Error("there is nothing to draw from");
  }
}
