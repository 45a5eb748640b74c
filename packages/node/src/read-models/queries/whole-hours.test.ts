import { describe, expect, it } from "vitest";
import { HOUR_MS, type PaidHours, PAYMENTS_OF_HOUR, wholeHours } from "./whole-hours.ts";

const at = (hour: number, payments: bigint, real: bigint): PaidHours => ({
  beginMs: BigInt(hour) * HOUR_MS,
  payments,
  real,
  financial: 1n,
});

describe("activity in whole hours", () => {
  it("leaves out hours with few payments, and the hour that is not over", () => {
    const hours = [at(0, PAYMENTS_OF_HOUR, 100n), at(1, PAYMENTS_OF_HOUR - 1n, 70_000n), at(2, 40n, 30n), at(3, 50n, 5n)];
    const lastMs = 4n * HOUR_MS - 1n;
    expect(wholeHours(hours, 0n, HOUR_MS, lastMs)).toEqual([hours[0], hours[2]]);
    expect(wholeHours(hours, 0n, HOUR_MS, lastMs + 1n)).toEqual([hours[0], hours[2], hours[3]]);
    expect(wholeHours(hours, 0n, 3n * HOUR_MS, lastMs)).toEqual([{ beginMs: 0n, payments: 50n, real: 130n, financial: 2n }]);
  });

  // Whoever asks for one stretch and then for the same with a little more learns whole hours with many payments, or nothing.
  it("tells nothing of a lone payment by the difference of any two answers", () => {
    const lone = 123_457n;
    const hours = Array.from({ length: 48 }, (_, hour) => (hour % 5 === 2 ? at(hour, 1n, lone) : at(hour, 20n, 1_000_000n)));
    const told = new Set<bigint>();
    for (let start = 0; start < 48; start++) {
      for (let length = 1; length <= 12; length++) {
        for (let last = 40; last <= 48; last++) {
          const parts = wholeHours(hours, BigInt(start) * HOUR_MS, BigInt(length) * HOUR_MS, BigInt(last) * HOUR_MS + 17n);
          told.add(parts.reduce((sum, { real }) => sum + real, 0n));
          for (const { real } of parts) told.add(real);
        }
      }
    }
    for (const one of told) for (const other of told) expect((one - other) % 1_000_000n).toBe(0n);
  });
});
