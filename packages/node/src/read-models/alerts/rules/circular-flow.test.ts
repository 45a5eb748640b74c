import { describe, expect, it } from "vitest";
import { type Line, lastAlerts, paymentsOf, registerOf } from "../../../../test-data/alerts/streams.ts";
import { ALERT_DEFAULTS } from "../alert-parameters.ts";

const WEEK = 7 * 24;
const found = (lines: readonly Line[]) => lastAlerts(paymentsOf(lines)).filter(({ rule }) => rule === "circular_flow");
/** A ring over the parties, with the same amount, so many hours apart. */
const ring = (parties: readonly string[], yuan: number, at = 0, spacing = 1): Line[] =>
  parties.map((party, index): Line => [party, parties[(index + 1) % parties.length] ?? party, yuan, at + index * spacing]);

describe("circular flow", () => {
  const cases: readonly [name: string, alerts: number, lines: readonly Line[]][] = [
    ["A to B to C to A", 1, ring(["a", "b", "c"], 10_000)],
    ["there and back", 0, ring(["a", "b"], 10_000)],
    ["five payments", 1, ring(["a", "b", "c", "d", "e"], 10_000)],
    ["six payments", 0, ring(["a", "b", "c", "d", "e", "f"], 10_000)],
    ["amounts at the floor", 1, ring(["a", "b", "c"], 10_000)],
    ["amounts under the floor", 0, ring(["a", "b", "c"], 9_990)],
    [
      "amounts that just agree",
      1,
      [
        ["a", "b", 20_000, 0],
        ["b", "c", 18_000, 1],
        ["c", "a", 17_000, 2],
      ],
    ],
    [
      "amounts that do not agree",
      0,
      [
        ["a", "b", 20_000, 0],
        ["b", "c", 18_000, 1],
        ["c", "a", 16_900, 2],
      ],
    ],
    [
      "amounts that grow on the way",
      1,
      [
        ["a", "b", 17_000, 0],
        ["b", "c", 18_000, 1],
        ["c", "a", 20_000, 2],
      ],
    ],
    ["the last at the window's end", 1, ring(["a", "b", "c"], 10_000, 0, WEEK / 2)],
    ["after the window", 0, ring(["a", "b", "c"], 10_000, 0, WEEK / 2 + 0.01)],
    [
      "the payments in the wrong order",
      0,
      [
        ["c", "a", 10_000, 0],
        ["b", "c", 10_000, 1],
        ["a", "b", 10_000, 2],
      ],
    ],
    ["all in one block", 1, ring(["a", "b", "c"], 10_000, 0, 0)],
    ["over a merchant: wages and shopping", 0, ring(["a", "shop", "c"], 10_000)],
    ["over an institution", 0, ring(["a", "b", "bank"], 10_000)],
    [
      "over two units",
      0,
      [
        ["a", "b", 20_000, 0],
        ["b", "c", 20_000, 1, { unit: "EUR" }],
        ["c", "a", 20_000, 2],
      ],
    ],
    [
      "a path that does not come back",
      0,
      [
        ["a", "b", 10_000, 0],
        ["b", "c", 10_000, 1],
        ["c", "d", 10_000, 2],
      ],
    ],
    [
      "by way of a member twice: the small ring alone",
      0,
      [
        ["a", "b", 10_000, 0],
        ["b", "c", 10_000, 1],
        ["c", "b", 10_000, 2],
        ["b", "a", 10_000, 3],
      ],
    ],
    [
      "a decoy payment between",
      1,
      [
        ["a", "b", 10_000, 0],
        ["b", "c", 10_000, 1],
        ["x", "c", 90_000, 2],
        ["c", "a", 10_000, 3],
      ],
    ],
  ];
  it.each(cases)("%s: %i", (_name, alerts, lines) => {
    expect(found(lines)).toHaveLength(alerts);
  });

  it("names its members from the smallest on, wherever it started, and goes on in one alert", () => {
    const alerts = found([...ring(["b", "c", "a"], 10_000), ...ring(["c", "a", "b"], 12_000, 24)]);
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatchObject({ subjects: ["a", "b", "c"], pattern: "circular_flow|a|b|c|CNY", score: 100 });
    expect(alerts[0]?.explanation.values).toMatchObject({
      payments: { kind: "count", count: 3 },
      members: { kind: "parties", parties: ["a", "b", "c"] },
    });
  });

  it("takes two rings over the same members in opposite directions for two", () => {
    expect(found([...ring(["a", "b", "c"], 10_000), ...ring(["a", "c", "b"], 30_000, 24)])).toHaveLength(2);
  });

  it.each([
    [21, 0],
    [22, 1],
  ])("looks at %i payments at most: %i", (maximumSteps, alerts) => {
    // The ring's own payments come before 20 decoys, and the latest are looked at first.
    const decoys = Array.from({ length: 20 }, (_, index): Line => [`x${index}`, "c", 10_000, 2 + index / 100]);
    const lines: Line[] = [["a", "b", 10_000, 0], ["b", "c", 10_000, 1], ...decoys, ["c", "a", 10_000, 3]];
    const parameters = { ...ALERT_DEFAULTS, circularFlow: { ...ALERT_DEFAULTS.circularFlow, maximumSteps } };
    expect(lastAlerts(paymentsOf(lines), registerOf(), parameters).filter(({ rule }) => rule === "circular_flow")).toHaveLength(alerts);
  });
});
