import fc from "fast-check";
import { expect, test } from "vitest";
import { formatAmount, parseAmount } from "./amounts.ts";

test.each([
  ["12.50", 2, 1250n],
  ["12", 2, 1200n],
  ["0.05", 2, 5n],
  ["7", 0, 7n],
  ["1.000000001", 9, 1_000_000_001n],
  ["18446744073709551615", 0, 18_446_744_073_709_551_615n],
])("%s with %i decimals", (text, decimals, minor) => {
  expect(parseAmount(text, decimals)).toBe(minor);
});

test.each([
  ["", 2],
  ["-1", 2],
  ["1.005", 2],
  ["1.", 2],
  [".5", 2],
  ["1e3", 2],
  ["1,000", 2],
  ["12.5", 0],
  ["18446744073709551616", 0],
])("%s with %i decimals is refused", (text, decimals) => {
  expect(() => parseAmount(text, decimals)).toThrow(expect.objectContaining({ code: "invalid_argument" }));
});

test("amounts for people", () => {
  expect(formatAmount(123_456_789n, 2)).toBe("1,234,567.89");
  expect(formatAmount(5n, 2)).toBe("0.05");
  expect(formatAmount("1000", 0)).toBe("1,000");
  expect(formatAmount(-1250n, 2)).toBe("-12.50");
});

test("what is shown reads back as the same amount", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), fc.integer({ min: 0, max: 18 }), (minor, decimals) => {
      expect(parseAmount(formatAmount(minor, decimals).replaceAll(",", ""), decimals)).toBe(minor);
    }),
  );
});
