import { describe, expect, it } from "vitest";
import { seededDraw } from "../files/seeded-draw.ts";
import { inKeyOrder } from "./in-key-order.ts";

const entry = (key: readonly number[], value: number) => ({ key: Buffer.from(key), value: Buffer.from([value]) });

describe("entries in the order of their keys", () => {
  it("are sorted by the first bytes, short keys before longer ones", () => {
    const [c, a, b, d] = [entry([2, 0], 1), entry([1, 9, 9, 9, 9, 9], 2), entry([2], 3), entry([255, 255, 255, 255, 255], 4)] as const;
    // A short key counts as if zeros followed: the two that begin alike stay as they were.
    expect(inKeyOrder([d, c, a, b])).toEqual([a, c, b, d]);
  });

  it("are all there, each once, whatever their keys", () => {
    const draw = seededDraw(12_345);
    const entries = Array.from({ length: 5_000 }, (_, index) =>
      entry(
        Array.from({ length: 1 + draw(40) }, () => draw(256)),
        index & 255,
      ),
    );
    const sorted = inKeyOrder(entries);
    expect(new Set(sorted)).toEqual(new Set(entries));
    expect(sorted).toHaveLength(entries.length);
    for (const [place, { key }] of sorted.entries()) {
      const before = sorted[place - 1]?.key.subarray(0, 5) ?? Buffer.alloc(0);
      expect(Buffer.compare(before, key.subarray(0, 5))).toBeLessThanOrEqual(0);
    }
  });
});
