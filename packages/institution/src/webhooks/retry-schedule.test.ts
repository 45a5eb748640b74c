import { expect, test } from "vitest";
import { MAX_ATTEMPTS, retryWaitMs } from "./retry-schedule.ts";

test("waits double from a second to six hours, less up to a quarter, and end", () => {
  expect([1, 2, 3, 10].map((failed) => retryWaitMs(failed, 0))).toEqual([1_000, 2_000, 4_000, 512_000]);
  expect(retryWaitMs(15, 0)).toBe(16_384_000);
  expect(retryWaitMs(1, 1)).toBe(750);
  expect(retryWaitMs(MAX_ATTEMPTS, 0)).toBeUndefined();
  const waits = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) => retryWaitMs(index + 1, 0) ?? 0);
  // About nine hours in all.
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(32_767_000);
});
