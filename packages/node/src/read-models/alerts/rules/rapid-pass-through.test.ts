import { describe, expect, it } from "vitest";
import { type Line, lastAlerts, paymentsOf } from "../../../../test-data/alerts/streams.ts";

const found = (lines: readonly Line[]) => lastAlerts(paymentsOf(lines)).filter(({ rule }) => rule === "rapid_pass_through");
/** Through `m`: so much in, so much out after so many hours. */
const passage = (at: number, inYuan = 10_000, outYuan = 9_000, after = 2): Line[] => [
  ["a", "m", inYuan, at],
  ["m", "z", outYuan, at + after],
];

describe("rapid pass-through", () => {
  const DAYS = 24;
  const cases: readonly [name: string, alerts: number, lines: readonly Line[]][] = [
    ["one passage, as when a house is sold and another bought", 0, passage(0, 2_000_000, 2_000_000)],
    ["two passages", 1, [...passage(0), ...passage(48)]],
    ["85% of it, just enough", 1, [...passage(0, 10_000, 8_500), ...passage(48, 10_000, 8_500)]],
    ["less than 85%", 0, [...passage(0, 10_000, 8_490), ...passage(48, 10_000, 8_490)]],
    ["after 24 hours exactly", 1, [...passage(0, 10_000, 9_000, 24), ...passage(48, 10_000, 9_000, 24)]],
    ["later than 24 hours", 0, [...passage(0, 10_000, 9_000, 24.1), ...passage(48, 10_000, 9_000, 24.1)]],
    ["amounts at the floor", 1, [...passage(0, 5_000, 4_500), ...passage(48, 5_000, 4_500)]],
    ["amounts under the floor", 0, [...passage(0, 4_990, 4_500), ...passage(48, 4_990, 4_500)]],
    ["30 days from the first to the second", 1, [...passage(0), ...passage(30 * DAYS)]],
    ["more than 30 days between them", 0, [...passage(0), ...passage(30 * DAYS + 0.1)]],
    [
      "the money goes back to its payer",
      0,
      [
        ["a", "m", 10_000, 0],
        ["m", "a", 9_500, 1],
        ["a", "m", 10_000, 9],
        ["m", "a", 9_500, 10],
      ],
    ],
    [
      "wages spent at once",
      0,
      [
        ["shop", "m", 10_000, 0],
        ["m", "z", 9_500, 1],
        ["shop", "m", 10_000, 9],
        ["m", "z", 9_500, 10],
      ],
    ],
    [
      "spent at merchants",
      0,
      [
        ["a", "m", 10_000, 0],
        ["m", "shop", 9_500, 1],
        ["a", "m", 10_000, 9],
        ["m", "shop", 9_500, 10],
      ],
    ],
    [
      "through an institution",
      0,
      [
        ["a", "bank", 10_000, 0],
        ["bank", "z", 9_500, 1],
        ["a", "bank", 10_000, 9],
        ["bank", "z", 9_500, 10],
      ],
    ],
    [
      "out before in",
      0,
      [
        ["m", "z", 9_500, 0],
        ["a", "m", 10_000, 1],
        ["m", "z", 9_500, 40],
        ["a", "m", 10_000, 41],
      ],
    ],
    ["out in parts to several", 1, [["a", "m", 10_000, 0], ["m", "y", 5_000, 1], ["m", "z", 4_500, 2], ...passage(48)]],
    [
      "two in, one out for both",
      1,
      [
        ["a", "m", 10_000, 0],
        ["b", "m", 10_000, 1],
        ["m", "z", 19_000, 2],
      ],
    ],
    [
      "one out is not counted twice",
      0,
      [
        ["a", "m", 10_000, 0],
        ["b", "m", 10_000, 1],
        ["m", "z", 9_000, 2],
      ],
    ],
  ];
  it.each(cases)("%s: %i", (_name, alerts, lines) => {
    expect(found(lines)).toHaveLength(alerts);
  });

  it("says how much came in, what part went on and how slowly at most", () => {
    const [alert] = found([...passage(0, 10_000, 9_000, 2), ...passage(48, 30_000, 30_000, 5)]);
    expect(alert).toMatchObject({ subjects: ["m"], paymentCount: 4, amountMinor: 7_900_000n });
    expect(alert?.explanation.values).toEqual({
      passages: { kind: "count", count: 2 },
      cameIn: { kind: "amount", amountMinor: 4_000_000n, unit: "CNY" },
      passedOn: { kind: "share", permille: 975 },
      slowest: { kind: "duration", durationMs: 5 * 3_600_000 },
    });
  });

  it("goes on in one alert", () => {
    const alerts = found(Array.from({ length: 30 }, (_, index) => passage(index * 48)).flat());
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatchObject({ paymentCount: 60, revision: 29 });
  });
});
