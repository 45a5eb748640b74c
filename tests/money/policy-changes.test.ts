import type { Call } from "@sycee/protocol";
import {
  cancelPolicyChange,
  executePolicyChange,
  handOut,
  issueSettlement,
  proposeParameter,
  proposePolicyDelay,
  proposeTier,
  setFirstPolicyDelay,
  setPolicy,
  setTier,
} from "@sycee/sdk";
import { describe, expect, test } from "vitest";
import { actor } from "./actor.ts";
import { createEconomy } from "./economy-genesis.ts";
import type { LedgerFixture } from "./ledger-fixture.ts";
import { investigator, supervisor } from "./supervision.ts";

const bank = actor("central bank");
const operator = actor("operator");
const alice = actor("alice");

const HOUR_MS = 3_600_000;
const roles = [bank, supervisor, investigator, operator, alice];
const unlimited = { singleMinor: undefined, dailyMinor: undefined, yearlyMinor: undefined };

/** Wallets of tier 1 hold at most 50; changes stand for an hour. */
function begin(): LedgerFixture {
  const fixture = createEconomy({
    centralBank: bank,
    operators: [operator],
    customers: [{ owner: alice, operator, holder: "alice", tier: 1 }],
    capital: 1_000n,
    zoneOffsetMinutes: 0,
  });
  const gold = { kind: "gold", description: "gold", bookValueMinor: 500n, haircutBasisPoints: 0 } as const;
  const calls = [
    setFirstPolicyDelay({ delayMs: BigInt(HOUR_MS) }),
    setTier({ tier: 1, balanceMinor: 50n, ...unlimited }),
    setPolicy({ parameter: "reserveRatio", value: 1_000n }),
    issueSettlement({ operator: operator.address, ...gold }),
  ];
  expect(fixture.answer([bank], calls)).toBe("executed");
  return fixture;
}

const inAnHour = (fixture: LedgerFixture) => BigInt(fixture.timeMs + HOUR_MS);
const raise = (fixture: LedgerFixture): Call => proposeTier({ tier: 1, balanceMinor: 80n, ...unlimited, earliestMs: inAnHour(fixture) });

describe("policy changes by proposals of the central bank alone", () => {
  const proposals: readonly (readonly [what: string, call: (fixture: LedgerFixture) => Call])[] = [
    ["a tier", raise],
    ["a parameter", (fixture) => proposeParameter({ parameter: "reserveRatio", value: 900n, earliestMs: inAnHour(fixture) })],
    ["the delay", (fixture) => proposePolicyDelay({ delayMs: 60_000n, earliestMs: inAnHour(fixture) })],
  ];
  for (const role of roles) {
    const may = role === bank ? "executed" : "ENotCentralBank";
    for (const [what, call] of proposals) {
      test(`${what}: proposed, executed and cancelled by ${role.name}`, () => {
        const fixture = begin();
        expect(fixture.answer([role], [call(fixture)])).toBe(may);
        expect(fixture.answer([bank], [call(fixture), call(fixture)])).toBe("executed");
        const last = role === bank ? 3n : 2n;
        expect(fixture.answer([role], [cancelPolicyChange({ number: last })])).toBe(may);
        fixture.timeMs += HOUR_MS;
        expect(fixture.answer([role], [executePolicyChange({ number: last - 1n })])).toBe(may);
      });
    }
    test(`set at once what was set before: ${role.name}`, () => {
      const answer = role === bank ? "EMustBeProposed" : "ENotCentralBank";
      expect(begin().answer([role], [setTier({ tier: 1, balanceMinor: 80n, ...unlimited })])).toBe(answer);
      expect(begin().answer([role], [setPolicy({ parameter: "reserveRatio", value: 900n })])).toBe(answer);
    });
  }

  test("a higher limit helps nobody before it is executed", () => {
    const fixture = begin();
    const receipt = handOut({ to: alice.address, amountMinor: 70n });
    expect(fixture.answer([bank], [raise(fixture)])).toBe("executed");
    expect(fixture.answer([operator], [receipt])).toBe("EBalanceLimit");
    expect(fixture.answer([bank], [executePolicyChange({ number: 1n })])).toBe("ELocked");
    fixture.timeMs += HOUR_MS;
    expect(fixture.answer([operator], [receipt])).toBe("EBalanceLimit");
    expect(fixture.answer([bank], [executePolicyChange({ number: 1n })])).toBe("executed");
    expect(fixture.answer([operator], [receipt])).toBe("executed");
  });

  test("a shorter delay cannot be used before its own proposal has stood", () => {
    const fixture = begin();
    expect(fixture.answer([bank], [proposePolicyDelay({ delayMs: 60_000n, earliestMs: inAnHour(fixture) })])).toBe("executed");
    const soon = proposeParameter({ parameter: "reserveRatio", value: 0n, earliestMs: BigInt(fixture.timeMs + 120_000) });
    expect(fixture.answer([bank], [soon])).toBe("ETooEarly");
    fixture.timeMs += HOUR_MS;
    const then = proposeParameter({ parameter: "reserveRatio", value: 0n, earliestMs: BigInt(fixture.timeMs + 120_000) });
    expect(fixture.answer([bank], [executePolicyChange({ number: 1n }), then])).toBe("executed");
  });
});
