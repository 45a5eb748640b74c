import { describe, expect, it } from "vitest";
import { addEconomy, economyOf, emptyTable, printTable, type QualityTable } from "../../../test-data/alerts/rule-quality.ts";
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

/** Where everybody banks with one institution, whose batches have all payments, and with fourteen, most of whose payments go through clearing. */
const BANKED: readonly { readonly way: string; readonly institutions: number }[] = [
  { way: "in the batches of one institution", institutions: 1 },
  { way: "through clearing, of fourteen institutions", institutions: 14 },
];
/** The rules find in banked economies what they find between wallets, which few economies show. */
const bankedCount = count > 6 ? count : 1;

describe("rules in made-up economies with planted cases", () => {
  const table = emptyTable();
  /** Of the economies that are banked, too. */
  const unbanked = emptyTable();
  const banked: readonly QualityTable[] = BANKED.map(() => emptyTable());

  it(`print their precision and recall over ${count} economies from seed ${seed}`, { timeout: 60_000 + count * 20_000 }, () => {
    for (let index = 0; index < count; index++) {
      const economy = economyOf(seed + index);
      addEconomy(table, economy);
      if (index >= bankedCount) continue;
      addEconomy(unbanked, economy);
      for (const [place, { institutions }] of BANKED.entries()) addEconomy(banked[place] ?? emptyTable(), economy, institutions);
    }
    process.stdout.write(`payments between wallets\n${printTable(table)}\n`);
    for (const [place, { way }] of BANKED.entries())
      process.stdout.write(`payments ${way}\n${printTable(banked[place] ?? emptyTable())}\n`);
    expect(table.economies).toBe(count);
    expect(table.plantedPayments).toBeGreaterThan(200 * count);
  });

  // Fewer economies scatter more than the floors allow for.
  it.runIf(count >= 6).each(RULE_NAMES)("%s stays above its floors", (rule) => {
    const { alerts, trueAlerts, cases, found } = table.rules[rule];
    expect((1_000 * trueAlerts) / alerts).toBeGreaterThanOrEqual(FLOORS[rule].precision);
    expect((1_000 * found) / cases).toBeGreaterThanOrEqual(FLOORS[rule].recall);
  });

  it.each(BANKED.map(({ way }, place) => ({ way, place })))(
    "find $way what they find between wallets, and call no account dormant",
    ({ place }) => {
      const found = banked[place] ?? emptyTable();
      expect(found.rules.dormant_then_active).toMatchObject({ alerts: 0, found: 0 });
      for (const rule of RULE_NAMES) {
        if (rule === "dormant_then_active") continue;
        // A case may be shown by the rule of dormancy, too, between wallets.
        const { foundByAny: _, ...same } = unbanked.rules[rule];
        expect(found.rules[rule]).toMatchObject(same);
      }
      expect(found.watchedPayments).toBeGreaterThan(0);
      expect(found.watchedPayments).toBeLessThan(found.payments / 2);
    },
  );

  it("are the same economies again from the same seed", { timeout: 60_000 }, () => {
    expect(economyOf(99).payments()).toEqual(economyOf(99).payments());
  });
});
