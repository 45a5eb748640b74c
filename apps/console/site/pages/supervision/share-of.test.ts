import { expect, test } from "vitest";
import { basisPointsOf, dilutionOf } from "./share-of.ts";

test("shares are rounded to the nearest hundredth of a per cent", () => {
  expect(basisPointsOf(1n, 3n)).toBe(3_333);
  expect(basisPointsOf(2n, 3n)).toBe(6_667);
  expect(basisPointsOf(5n, 5n)).toBe(10_000);
  expect(basisPointsOf(0n, 0n)).toBe(0);
  expect(basisPointsOf(10n ** 30n, 4n * 10n ** 30n)).toBe(2_500);
});

test("an issue to others takes the same part of every share", () => {
  // A quarter of 400; after an issue of 100 a fifth of 500: a fifth of the share is lost.
  expect(dilutionOf(100n, 400n, 100n)).toEqual({ beforeBps: 2_500, afterBps: 2_000, lostBps: 2_000 });
  expect(dilutionOf(400n, 400n, 100n)).toEqual({ beforeBps: 10_000, afterBps: 8_000, lostBps: 2_000 });
  expect(dilutionOf(100n, 400n, 0n)).toEqual({ beforeBps: 2_500, afterBps: 2_500, lostBps: 0 });
});
