import fc from "fast-check";
import { expect, test } from "vitest";
import { TurnoverWindow } from "./turnover-window.ts";

const HOUR_MS = 3_600_000;
const real = (minor: number) => ({ realMinor: BigInt(minor), financialMinor: 0n });

test("what was paid 30 days ago is no longer counted, hour by hour", () => {
  const window = new TurnoverWindow();
  const start = 1_000_000n * BigInt(HOUR_MS);
  window.add(start, "CNY", { realMinor: 5n, financialMinor: 7n });
  window.add(start, "EUR", real(100));
  const last = start + 719n * BigInt(HOUR_MS);
  expect(window.sum(last, "CNY")).toEqual({ realMinor: 5n, financialMinor: 7n });
  expect(window.sum(last + BigInt(HOUR_MS), "CNY")).toEqual({ realMinor: 0n, financialMinor: 0n });
  window.add(last + BigInt(HOUR_MS), "CNY", real(1));
  expect(window.isBefore(start)).toBe(true);
  expect(window.sum(last + BigInt(HOUR_MS), "CNY")).toEqual({ realMinor: 1n, financialMinor: 0n });
});

test("a chain on which nothing is paid has a window too: what lies before it is not read again", () => {
  const window = new TurnoverWindow();
  window.reach(800n * BigInt(HOUR_MS));
  expect(window.isBefore(80n * BigInt(HOUR_MS))).toBe(true);
  expect(window.isBefore(81n * BigInt(HOUR_MS))).toBe(false);
});

test("what comes back of payments that are counted no more makes no sum negative", () => {
  const window = new TurnoverWindow();
  window.add(0n, "CNY", { realMinor: -5n, financialMinor: 3n });
  expect(window.sum(0n, "CNY")).toEqual({ realMinor: 0n, financialMinor: 3n });
});

test("the sum is that of all payments of the last 720 hours, in whatever order they are told", () => {
  const payment = fc.record({ hour: fc.nat(2_000), unit: fc.constantFrom("CNY", "EUR"), minor: fc.nat(1_000) });
  fc.assert(
    fc.property(fc.array(payment, { minLength: 1, maxLength: 60 }), (payments) => {
      const window = new TurnoverWindow();
      for (const { hour, unit, minor } of payments) window.add(BigInt(hour * HOUR_MS), unit, real(minor));
      const end = Math.max(...payments.map(({ hour }) => hour));
      for (const unit of ["CNY", "EUR"]) {
        const expected = payments.filter((each) => each.unit === unit && each.hour > end - 720).reduce((sum, { minor }) => sum + minor, 0);
        expect(window.sum(BigInt(end * HOUR_MS), unit)).toEqual(real(expected));
      }
    }),
  );
});
