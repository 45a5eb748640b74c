import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

/** Numbers from a seed: the same seed gives the same numbers, so that a failure can be run again. */
export class Random {
  readonly #generator: RandomGenerator;

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  /** A number from 0 to `count` - 1. */
  below(count: number): number {
    return uniformInt(this.#generator, 0, count - 1);
  }

  /** True once in `times`. */
  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }

  /** An integer of so many random bits. */
  bits(count: number): bigint {
    let value = 0n;
    for (let have = 0; have < count; have += 24) value = (value << 24n) | BigInt(this.below(0x100_0000));
    return BigInt.asUintN(count, value);
  }
}
