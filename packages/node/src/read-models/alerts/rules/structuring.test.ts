import { describe, expect, it } from "vitest";
import { type Line, lastAlerts, paymentsOf, registerOf } from "../../../../test-data/alerts/streams.ts";

const WEEK = 7 * 24;
const found = (lines: readonly Line[]) => lastAlerts(paymentsOf(lines)).filter(({ rule }) => rule === "structuring");

describe("structuring", () => {
  const cases: readonly [name: string, sentences: readonly string[], lines: readonly Line[]][] = [
    [
      "two payments under the limit",
      [],
      [
        ["a", "b", 49_000, 0],
        ["a", "b", 49_000, 1],
      ],
    ],
    [
      "three to one payee",
      ["structuring_one_pair"],
      [
        ["a", "b", 49_000, 0],
        ["a", "b", 49_000, 1],
        ["a", "b", 49_000, 2],
      ],
    ],
    [
      "three over payees",
      ["structuring_spread_over_payees"],
      [
        ["a", "b", 49_000, 0],
        ["a", "c", 41_000, 1],
        ["a", "d", 45_000, 2],
      ],
    ],
    [
      "three from payers",
      ["structuring_spread_over_payers"],
      [
        ["b", "a", 49_000, 0],
        ["c", "a", 41_000, 1],
        ["d", "a", 45_000, 2],
      ],
    ],
    [
      "the band's lower edge",
      ["structuring_one_pair"],
      [
        ["a", "b", 40_000, 0],
        ["a", "b", 40_000, 1],
        ["a", "b", 40_000, 2],
      ],
    ],
    [
      "a cent below the band",
      [],
      [
        ["a", "b", 39_999.99, 0],
        ["a", "b", 40_000, 1],
        ["a", "b", 40_000, 2],
      ],
    ],
    [
      "a cent below the limit",
      ["structuring_one_pair"],
      [
        ["a", "b", 49_999.99, 0],
        ["a", "b", 49_999.99, 1],
        ["a", "b", 49_999.99, 2],
      ],
    ],
    [
      "at the limit itself",
      [],
      [
        ["a", "b", 50_000, 0],
        ["a", "b", 50_000, 1],
        ["a", "b", 50_000, 2],
      ],
    ],
    [
      "the higher limit",
      ["structuring_one_pair"],
      [
        ["a", "b", 490_000, 0],
        ["a", "b", 490_000, 1],
        ["a", "b", 490_000, 2],
      ],
    ],
    [
      "under two different limits",
      [],
      [
        ["a", "b", 49_000, 0],
        ["a", "b", 49_000, 1],
        ["a", "b", 490_000, 2],
      ],
    ],
    [
      "the last at the window's end",
      ["structuring_one_pair"],
      [
        ["a", "b", 49_000, 0],
        ["a", "b", 49_000, 1],
        ["a", "b", 49_000, WEEK],
      ],
    ],
    [
      "the last after the window",
      [],
      [
        ["a", "b", 49_000, 0],
        ["a", "b", 49_000, 1],
        ["a", "b", 49_000, WEEK + 0.01],
      ],
    ],
    [
      "from a merchant",
      [],
      [
        ["shop", "b", 49_000, 0],
        ["shop", "b", 49_000, 1],
        ["shop", "b", 49_000, 2],
      ],
    ],
    [
      "to a merchant",
      [],
      [
        ["a", "shop", 49_000, 0],
        ["a", "shop", 49_000, 1],
        ["a", "shop", 49_000, 2],
      ],
    ],
    [
      "an institution's own legs",
      [],
      [
        ["bank", "b", 49_000, 0],
        ["bank", "b", 49_000, 1],
        ["bank", "b", 49_000, 2],
      ],
    ],
    ["in a unit without limits", [], [0, 1, 2].map((hours): Line => ["a", "b", 49_000, hours, { unit: "XAU" }])],
    [
      "over two units",
      [],
      [
        ["a", "b", 9_000, 0, { unit: "USD" }],
        ["a", "b", 9_000, 1, { unit: "EUR" }],
        ["a", "b", 9_000, 2, { unit: "USD" }],
      ],
    ],
    [
      "over two instruments of a unit",
      ["structuring_one_pair"],
      [0, 1, 2].map((hours): Line => ["a", "b", 49_000, hours, { instrument: hours }]),
    ],
  ];
  it.each(cases)("%s: %j", (_name, sentences, lines) => {
    expect(found(lines).map(({ explanation }) => explanation.sentence)).toEqual(sentences);
  });

  it("says what was paid, under which limit and in what time, and whom to look at", () => {
    const [alert] = found([
      ["a", "b", 49_000, 0],
      ["a", "b", 48_000, 1],
      ["a", "b", 47_000, 30],
    ]);
    expect(alert).toMatchObject({ subjects: ["a", "b"], amountMinor: 14_400_000n, paymentCount: 3, score: 50, revision: 1 });
    expect(alert?.explanation.values).toEqual({
      payments: { kind: "count", count: 3 },
      others: { kind: "count", count: 1 },
      limit: { kind: "amount", amountMinor: 5_000_000n, unit: "CNY" },
      total: { kind: "amount", amountMinor: 14_400_000n, unit: "CNY" },
      within: { kind: "duration", durationMs: 30 * 3_600_000 },
    });
  });

  it("goes on in one alert, whose score grows", () => {
    const lines = Array.from({ length: 20 }, (_, index): Line => ["a", "b", 45_000, index * 24]);
    const alerts = found(lines);
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatchObject({ paymentCount: 20, revision: 18, amountMinor: 90_000_000n, score: 100 });
  });

  it("does not take accounts of one holder for two parties", () => {
    const lines = [0, 1, 2].map((hours): Line => ["a", "b", 49_000, hours]);
    expect(lastAlerts(paymentsOf(lines), registerOf({ a: "h", b: "h" }))).toEqual([]);
    expect(lastAlerts(paymentsOf(lines), registerOf({ a: "h", b: "i" }))).toHaveLength(1);
  });
});
