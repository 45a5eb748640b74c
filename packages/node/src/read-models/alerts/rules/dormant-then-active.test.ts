import { describe, expect, it } from "vitest";
import { type Line, lastAlerts, paymentsOf } from "../../../../test-data/alerts/streams.ts";

const DAYS = 24;
const HALF_YEAR = 180 * DAYS;
const found = (lines: readonly Line[]) => lastAlerts(paymentsOf(lines)).filter(({ rule }) => rule === "dormant_then_active");
const before: Line = ["a", "d", 500, 0];

describe("dormant, then active", () => {
  const cases: readonly [name: string, alerts: number, lines: readonly Line[]][] = [
    ["silent half a year, then much in and out", 1, [before, ["x", "d", 50_000, HALF_YEAR], ["d", "y", 25_000, HALF_YEAR + 1]]],
    ["silent a little less", 0, [before, ["x", "d", 50_000, HALF_YEAR - 0.1], ["d", "y", 25_000, HALF_YEAR + 1]]],
    [
      "a new account",
      0,
      [
        ["x", "d", 50_000, HALF_YEAR],
        ["d", "y", 25_000, HALF_YEAR + 1],
      ],
    ],
    ["too little comes in", 0, [before, ["x", "d", 49_990, HALF_YEAR], ["d", "y", 49_000, HALF_YEAR + 1]]],
    ["too little goes out", 0, [before, ["x", "d", 50_000, HALF_YEAR], ["d", "y", 24_900, HALF_YEAR + 1]]],
    ["only in", 0, [before, ["x", "d", 900_000, HALF_YEAR]]],
    ["only out: savings are spent", 0, [before, ["d", "y", 900_000, HALF_YEAR]]],
    [
      "it wakes with a small payment",
      1,
      [before, ["d", "y", 5, HALF_YEAR], ["x", "d", 60_000, HALF_YEAR + 9], ["d", "y", 59_000, HALF_YEAR + 10]],
    ],
    [
      "the money comes on the last watched day",
      1,
      [before, ["d", "y", 5, HALF_YEAR], ["x", "d", 60_000, HALF_YEAR + 335], ["d", "y", 59_000, HALF_YEAR + 336]],
    ],
    ["the money leaves after the watched days", 0, [before, ["x", "d", 60_000, HALF_YEAR], ["d", "y", 59_000, HALF_YEAR + 337]]],
    [
      "no more than it used to move",
      0,
      [
        ["a", "d", 20_000, 0],
        ["x", "d", 59_000, HALF_YEAR],
        ["d", "y", 50_000, HALF_YEAR + 1],
      ],
    ],
    [
      "three times what it used to move",
      1,
      [
        ["a", "d", 20_000, 0],
        ["x", "d", 60_000, HALF_YEAR],
        ["d", "y", 50_000, HALF_YEAR + 1],
      ],
    ],
    [
      "a merchant after a closed season",
      0,
      [
        ["a", "shop", 5, 0],
        ["x", "shop", 90_000, HALF_YEAR],
        ["shop", "y", 80_000, HALF_YEAR + 1],
      ],
    ],
    [
      "money of an own account is no activity",
      1,
      [before, ["d", "d2", 5, 99 * DAYS, { kind: "own_account" }], ["x", "d", 50_000, HALF_YEAR], ["d", "y", 25_000, HALF_YEAR + 1]],
    ],
  ];
  it.each(cases)("%s: %i", (_name, alerts, lines) => {
    expect(found(lines)).toHaveLength(alerts);
  });

  it("says how long it was silent and what moved then", () => {
    const [alert] = found([before, ["x", "d", 100_000, HALF_YEAR], ["d", "y", 60_000, HALF_YEAR + 2]]);
    expect(alert).toMatchObject({ subjects: ["d"], paymentCount: 2, amountMinor: 16_000_000n, score: 55 });
    expect(alert?.explanation.values).toEqual({
      silent: { kind: "duration", durationMs: HALF_YEAR * 3_600_000 },
      within: { kind: "duration", durationMs: 2 * 3_600_000 },
      cameIn: { kind: "amount", amountMinor: 10_000_000n, unit: "CNY" },
      wentOut: { kind: "amount", amountMinor: 6_000_000n, unit: "CNY" },
      largestBefore: { kind: "amount", amountMinor: 50_000n, unit: "CNY" },
    });
  });
});
