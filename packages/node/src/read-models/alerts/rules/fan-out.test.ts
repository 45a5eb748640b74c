import { describe, expect, it } from "vitest";
import { type Line, lastAlerts, paymentsOf } from "../../../../test-data/alerts/streams.ts";

const DAYS = 24;
const found = (lines: readonly Line[]) => lastAlerts(paymentsOf(lines)).filter(({ rule }) => rule === "fan_out");
const fan = (payees: number, yuan: number, at: number, spacing: number, name = "payee", payer = "a"): Line[] =>
  Array.from({ length: payees }, (_, index): Line => [payer, `${name}${index}`, yuan, at + index * spacing]);

describe("fan-out", () => {
  const cases: readonly [name: string, alerts: number, lines: readonly Line[]][] = [
    ["eight new payees", 1, fan(8, 2_500, 0, 1)],
    ["seven", 0, fan(7, 5_000, 0, 1)],
    ["eight payments, seven payees", 0, [...fan(7, 5_000, 0, 1), ["a", "payee0", 5_000, 8]]],
    ["a total just under the floor", 0, fan(8, 2_499, 0, 1)],
    ["many small ones, each under the floor", 0, fan(100, 299, 0, 0.5)],
    ["many small ones, each at the floor", 1, fan(67, 300, 0, 0.5)],
    ["the last at the window's end", 1, fan(8, 2_500, 0, 96 / 7)],
    ["slower than the window", 0, fan(8, 2_500, 0, 96.1 / 7)],
    ["a payroll of a merchant", 0, fan(30, 6_000, 0, 0.1, "worker", "shop")],
    ["an institution's payouts", 0, fan(30, 6_000, 0, 0.1, "customer", "bank")],
    ["shopping", 0, fan(30, 6_000, 0, 1, "shop")],
    ["a payroll of an unknown employer: the first time only", 1, [0, 30, 60, 90].flatMap((day) => fan(12, 6_000, day * DAYS, 0.1))],
    ["payees not seen for longer than the memory of faces", 2, [...fan(12, 6_000, 0, 0.1), ...fan(12, 6_000, 62 * DAYS + 2, 0.1)]],
    ["other payees each time, after a quiet time", 2, [...fan(9, 6_000, 0, 1), ...fan(9, 6_000, 40 * DAYS, 1, "other")]],
    ["other payees each time, soon", 1, [...fan(9, 6_000, 0, 1), ...fan(9, 6_000, 20 * DAYS, 1, "other")]],
  ];
  it.each(cases)("%s: %i", (_name, alerts, lines) => {
    expect(found(lines)).toHaveLength(alerts);
  });

  it("says to how many, how much and in what time, and goes on in one alert", () => {
    const [alert, ...more] = found(fan(16, 2_500, 0, 1));
    expect(more).toEqual([]);
    expect(alert).toMatchObject({ subjects: ["a"], paymentCount: 16, amountMinor: 4_000_000n, revision: 9, score: 100 });
    expect(alert?.explanation.values).toMatchObject({
      payees: { kind: "count", count: 16 },
      total: { kind: "amount", amountMinor: 4_000_000n, unit: "CNY" },
      within: { kind: "duration", durationMs: 15 * 3_600_000 },
    });
  });
});
