import { handOut, issueSettlement, pay } from "@sycee/sdk";
import { expect, test } from "vitest";
import { actor } from "./actor.ts";
import { CASH, createEconomy } from "./economy-genesis.ts";
import { uniformBigInt, uniformInt, xoroshiro128plus } from "./random.ts";

const bank = actor("central bank");
const operator = actor("north");
const customers = Array.from({ length: 30 }, (_, index) => actor(`customer ${index}`));
const SEED = 20_261_121;

test(`a recount in steps is of the block at which it began, whatever is issued and paid meanwhile (seed ${SEED})`, () => {
  const random = xoroshiro128plus(SEED);
  const fixture = createEconomy({
    centralBank: bank,
    operators: [operator],
    customers: customers.map((owner, index) => ({ owner, operator, holder: `holder ${index}`, tier: 1 })),
    capital: 400_000n,
    zoneOffsetMinutes: 0,
  });
  const { ledger } = fixture;
  const issue = () => {
    const description = { kind: "governmentBonds" as const, description: "bonds", haircutBasisPoints: 0 };
    return fixture.answer([bank], [issueSettlement({ operator: operator.address, bookValueMinor: 1_000_000n, ...description })]);
  };
  const someone = () => customers[uniformInt(random, 0, customers.length - 1)] ?? bank;
  const act = (): string => {
    const kind = uniformInt(random, 0, 9);
    const amountMinor = uniformBigInt(random, 1n, 500n);
    if (kind === 0) return issue();
    if (kind < 4) return fixture.answer([operator], [handOut({ to: someone().address, amountMinor })]);
    return fixture.answer([someone()], [pay({ payee: someone().address, instrument: CASH, amountMinor })]);
  };
  expect(issue()).toBe("executed");
  let executed = 0;
  let changed = 0;
  for (let round = 0; round < 12; round += 1) {
    const expected = ledger.recountLaws();
    const height = ledger.head?.height;
    const recount = ledger.beginRecount();
    expect(recount.height).toBe(height);
    let laws = recount.step(200);
    while (laws === undefined) {
      if (act() === "executed") executed += 1;
      laws = recount.step(200);
    }
    expect(laws).toEqual(expected);
    const now = ledger.recountLaws();
    expect(now.every(({ holds }) => holds)).toBe(true);
    if (JSON.stringify(now) !== JSON.stringify(expected)) changed += 1;
  }
  // Payments leave the sums as they are; issues made while counting do not.
  expect(changed).toBeGreaterThan(4);
  expect(executed).toBeGreaterThan(20);
});

test("a recount is given up when another begins", () => {
  const { ledger } = createEconomy({ centralBank: bank, operators: [operator], customers: [], capital: 1n, zoneOffsetMinutes: 0 });
  const first = ledger.beginRecount();
  const second = ledger.beginRecount();
  expect(() => first.step(1)).toThrow("another recount has begun");
  expect(second.step(Infinity)?.every(({ holds }) => holds)).toBe(true);
});
