/** Draws from a seed: the same seed gives the same draws, on every machine. No use for secrets. */
export interface SeededDraws {
  /** A whole number from 0 to below `count` (1 to 2^32). */
  below(count: number): number;
  /** One of a list that is not empty. */
  oneOf<T>(list: readonly T[]): T;
  /** An amount from `least` to `most` in minor units, small ones more often than large ones: even on a logarithmic scale, to whole yuan. */
  amountMinor(leastYuan: number, mostYuan: number): bigint;
}

/** Begins to draw. Seeds are whole numbers; only their lowest 32 bits count. */
export function seededDraws(seed: number): SeededDraws {
  let state = seed | 0;
  // Mulberry32: 32 bits of state, each step a bijection of it.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (count: number) => Math.floor((next() / 2 ** 32) * count);
  return {
    below,
    oneOf(list) {
      const one = list[below(list.length)];
      if (one === undefined) throw new RangeError("nothing can be drawn from an empty list");
      return one;
    },
    amountMinor(leastYuan, mostYuan) {
      // Doublings of the least amount, and a part of the last one: whole numbers alone, so that no machine rounds otherwise.
      const doublings = Math.max(1, 32 - Math.clz32(Math.floor(mostYuan / leastYuan)));
      const from = leastYuan * 2 ** below(doublings);
      return BigInt(Math.min(mostYuan, from + below(from))) * 100n;
    },
  };
}
