import { describe, expect, it } from "vitest";
import { type Line, lastAlerts, paymentsOf } from "../../../../test-data/alerts/streams.ts";

const DAYS = 24;
const found = (lines: readonly Line[]) => lastAlerts(paymentsOf(lines)).filter(({ rule }) => rule === "fan_in");
const fan = (payers: number, yuan: number, at: number, spacing = 1, name = "payer", payee = "m"): Line[] =>
  Array.from({ length: payers }, (_, index): Line => [`${name}${index}`, payee, yuan, at + index * spacing]);

describe("fan-in", () => {
  const cases: readonly [name: string, alerts: number, lines: readonly Line[]][] = [
    ["eight strangers, and it goes on", 1, [...fan(8, 2_000, 0), ["m", "z", 15_000, 20]]],
    ["half of it goes on", 1, [...fan(8, 2_000, 0), ["m", "z", 8_000, 20]]],
    ["less than half goes on", 0, [...fan(8, 2_000, 0), ["m", "z", 7_990, 20]]],
    ["it goes on in parts", 1, [...fan(8, 2_000, 0), ["m", "y", 4_000, 20], ["m", "z", 4_000, 21]]],
    ["a wedding: the gifts are kept", 0, fan(40, 1_000, 0)],
    ["a journey: spent at a merchant", 0, [...fan(10, 3_000, 0), ["m", "shop", 30_000, 20]]],
    ["seven strangers", 0, [...fan(7, 3_000, 0), ["m", "z", 20_000, 20]]],
    ["a total at the floor", 1, [...fan(8, 1_250, 0), ["m", "z", 10_000, 20]]],
    ["a total under the floor", 0, [...fan(8, 1_249, 0), ["m", "z", 9_992, 20]]],
    ["small sums, each under the floor", 0, [...fan(60, 299, 0, 0.5), ["m", "z", 17_000, 40]]],
    ["it goes on while it still comes in", 1, [...fan(5, 2_000, 0), ["m", "z", 9_000, 6], ...fan(5, 2_000, 10, 1, "more")]],
    ["sent before anything came", 0, [["m", "z", 20_000, 0], ...fan(8, 2_000, 1)]],
    ["it goes on after the window", 0, [...fan(8, 2_000, 0), ["m", "z", 15_000, 96.1]]],
    ["a merchant collects", 0, [...fan(30, 2_000, 0, 1, "payer", "shop"), ["shop", "z", 50_000, 40]]],
    ["wages and payouts come in", 0, [...fan(10, 4_000, 0, 1, "shop"), ["m", "z", 30_000, 20]]],
    [
      "rents passed on each month: the first time only",
      1,
      [0, 30, 60, 90].flatMap((day): Line[] => [...fan(12, 4_000, day * DAYS), ["m", "owner", 46_000, day * DAYS + 20]]),
    ],
  ];
  it.each(cases)("%s: %i", (_name, alerts, lines) => {
    expect(found(lines)).toHaveLength(alerts);
  });

  it("says from how many, how much, and what went on, and goes on in one alert", () => {
    const [alert, ...more] = found([...fan(8, 2_000, 0), ["m", "z", 15_000, 20], ...fan(4, 2_000, 21, 1, "late")]);
    expect(more).toEqual([]);
    expect(alert).toMatchObject({ subjects: ["m"], paymentCount: 12, amountMinor: 2_400_000n });
    expect(alert?.explanation.values).toMatchObject({
      payers: { kind: "count", count: 12 },
      total: { kind: "amount", amountMinor: 2_400_000n, unit: "CNY" },
      sentOn: { kind: "amount", amountMinor: 1_500_000n, unit: "CNY" },
    });
  });
});
