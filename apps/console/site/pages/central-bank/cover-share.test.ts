import { expect, test } from "vitest";
import { coverShareBps, eligibleValue } from "./cover-share.ts";

test("an asset counts as cover less its haircut", () => {
  expect(eligibleValue(100_000n, 500)).toBe(95_000n);
  expect(eligibleValue(101n, 5_000)).toBe(50n);
  expect(eligibleValue(101n, 10_000)).toBe(0n);
});

test("cover is never rounded up to enough", () => {
  expect(coverShareBps(99_999n, 100_000n)).toBe(9_999);
  expect(coverShareBps(5n, 0n)).toBeUndefined();
  expect(coverShareBps(undefined, 5n)).toBeUndefined();
});
