import { describe, expect, it } from "vitest";
import { addEconomy, emptyTable, printTable } from "../../../test-data/alerts/rule-quality.ts";
import { RULE_NAMES, type RuleName } from "./alert.ts";

const seed = Number(process.env["TORTURE_SEED"] ?? 1);
const count = Number(process.env["TORTURE_COUNT"] ?? 6);

/**
 * What the rules reach in made-up economies, of a thousand: some way below the lowest of ten groups of six economies (seeds 1 to 60). The
 * figures say that the rules do what they say, and whether a change makes them better or worse; they say nothing of real life, where
 * honest payments are a million times as many and launderers read rules.
 */
const FLOORS: Readonly<Record<RuleName, { readonly precision: number; readonly recall: number }>> = {
  structuring: { precision: 650, recall: 650 },
  rapid_pass_through: { precision: 500, recall: 600 },
  fan_in: { precision: 400, recall: 480 },
  fan_out: { precision: 450, recall: 540 },
  dormant_then_active: { precision: 700, recall: 560 },
  circular_flow: { precision: 880, recall: 500 },
};

describe("rules in made-up economies with planted cases", () => {
  const table = emptyTable();

  it(`print their precision and recall over ${count} economies from seed ${seed}`, { timeout: 60_000 + count * 10_000 }, () => {
    for (let index = 0; index < count; index++) addEconomy(table, seed + index);
    process.stdout.write(`${printTable(table)}\n`);
    expect(table.economies).toBe(count);
    expect(table.plantedPayments).toBeGreaterThan(200 * count);
  });

  // Fewer economies scatter more than the floors allow for.
  it.runIf(count >= 6).each(RULE_NAMES)("%s stays above its floors", (rule) => {
    const { alerts, trueAlerts, cases, found } = table.rules[rule];
    expect((1_000 * trueAlerts) / alerts).toBeGreaterThanOrEqual(FLOORS[rule].precision);
    expect((1_000 * found) / cases).toBeGreaterThanOrEqual(FLOORS[rule].recall);
  });

  it("are the same economies again from the same seed", { timeout: 60_000 }, () => {
    const once = emptyTable();
    const again = emptyTable();
    addEconomy(once, 99);
    addEconomy(again, 99);
    expect(again).toEqual(once);
  });
});
