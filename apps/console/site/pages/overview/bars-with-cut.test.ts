import { expect, test } from "vitest";
import { cutOf } from "./bars-with-cut.ts";

test.each([
  { name: "no bars", heights: [], cut: undefined },
  { name: "bars alike", heights: [10, 12, 9, 11, 10, 13], cut: undefined },
  { name: "the first hour of an economy", heights: [1_180, 10, 12, 9, 11, 14], cut: 28 },
  { name: "two that are far higher among twenty", heights: [900, 800, ...Array.from({ length: 18 }, () => 10)], cut: 20 },
  { name: "too few to say what is usual", heights: [1_000, 1, 1], cut: undefined },
  { name: "parts without a payment do not count", heights: [0, 0, 0, 0, 0, 0, 50], cut: undefined },
])("$name: $cut", ({ heights, cut }) => {
  expect(cutOf(heights)).toBe(cut);
});
