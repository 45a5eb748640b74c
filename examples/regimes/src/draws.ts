/** Whole numbers that follow from a seed: a linear congruential generator, of which the upper bits are used. */
export class Draws {
  private state: bigint;

  constructor(seed: number) {
    this.state = BigInt(seed) * 2_654_435_761n + 1n;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: bigint, most: bigint): bigint {
    this.state = BigInt.asUintN(64, this.state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n);
    return least + ((this.state >> 16n) % (most - least + 1n));
  }
}
