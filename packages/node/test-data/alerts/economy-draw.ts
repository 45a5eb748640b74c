import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

/** What a seed repeats: the draws that an economy is made with. */
export class EconomyDraw {
  readonly #random: RandomGenerator;

  constructor(seed: number) {
    this.#random = xoroshiro128plus(seed);
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return uniformInt(this.#random, least, most);
  }

  /** True so many times of a thousand. */
  permille(times: number): boolean {
    return this.whole(0, 999) < times;
  }

  /** Whole yuan from `least` to `most`, small ones as often as large ones on a scale of powers: as amounts are in life. */
  yuan(least: number, most: number): number {
    const share = this.whole(0, 1_000_000) / 1_000_000;
    return Math.round(least * (most / least) ** share);
  }

  /** One of them. */
  one<Item>(items: readonly Item[]): Item {
    const item = items[this.whole(0, items.length - 1)];
    if (item === undefined) throw new Error("nothing to draw from");
    return item;
  }

  /** So many different ones, in a drawn order. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    const rest = [...items];
    const drawn: Item[] = [];
    while (drawn.length < count && rest.length > 0) drawn.push(...rest.splice(this.whole(0, rest.length - 1), 1));
    return drawn;
  }
}
