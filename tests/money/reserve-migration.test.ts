import {
  banking,
  enterSecondMode,
  grantLicence,
  issueAgainstDeposit,
  keepInstitutionsDeposits,
  moveToReserve,
  openInstitutionsDeposits,
  placeDeposit,
  redeemFromDeposit,
  releaseDeposit,
  reportDeposits,
  RESERVE_SCHEDULE_2018,
  setReserveSchedule,
  useDeposits,
} from "@sycee/sdk";
import { beforeEach, describe, expect, test } from "vitest";
import { actor } from "./actor.ts";
import type { LedgerFixture } from "./ledger-fixture.ts";
import { createPaymentEconomy, eMoneyOf, fundsOf, outstandingOf, people } from "./payment-economy.ts";
import { uniformBigInt, uniformInt, xoroshiro128plus } from "./random.ts";

const { centralBank, first, supervisor } = people;
const bank = actor("bank");
const custodian = actor("custodian");
const RESERVES = 2_000_000n;
const DEPOSITS = 1_000_000n;
const E_MONEY = 700_000n;
/** 1 December 2017, noon in China. */
const BEFORE_MS = Date.UTC(2017, 11, 1, 4);

let fixture: LedgerFixture;

/** A bank with reserves and a customer, who tops up an account of the payment institution in the first mode. */
beforeEach(() => {
  fixture = createPaymentEconomy(undefined, BEFORE_MS);
  const must = (answer: string) => expect(answer).toBe("executed");
  const licences = [
    grantLicence({ kind: "bank", holder: bank.address, unit: 1 }),
    grantLicence({ kind: "custodian", holder: custodian.address, unit: 1 }),
  ];
  must(fixture.answer([supervisor], licences));
  must(
    fixture.answer(
      [bank, custodian],
      [
        banking.commercialBank.establish({ centralBank: centralBank.address, name: "Bank", symbol: "BANK.deposit" }),
        banking.commercialBank.openAccounts({ count: 3n }),
        banking.commercialBank.contributeSecurity({ bank: 0, custodian: 1, kind: 3, description: "bonds", bookValue: RESERVES }),
        keepInstitutionsDeposits(),
        openInstitutionsDeposits({ count: 2n }),
        banking.lending.grant({ bank: 0, account: 0, principal: DEPOSITS, rateBps: 0n, instalments: 12n, periodDays: 30n }),
      ],
    ),
  );
  must(
    fixture.answer(
      [centralBank, bank],
      [banking.openMarket.buy({ centralBank: 0, bank: 1, holding: 1n, amount: RESERVES, haircutBps: 0n })],
    ),
  );
  must(fixture.answer([bank], [placeDeposit({ customer: 0, account: 0, amountMinor: E_MONEY })]));
  must(fixture.answer([first], [issueAgainstDeposit({ account: 1, amountMinor: E_MONEY })]));
});

function position(): {
  readonly m0: bigint;
  readonly m1: bigint;
  readonly m2: bigint;
  readonly base: bigint;
  readonly reserves: bigint;
  readonly atCentralBank: bigint;
} {
  const unit = fixture.ledger.statistics()?.units[0];
  if (unit === undefined) throw new Error("there are no statistics");
  const settlement = fixture.ledger.account(bank.address)?.balances.find(({ place }) => place === "settlement");
  return {
    m0: unit.m0Minor,
    m1: unit.m1Minor,
    m2: unit.m2Minor,
    base: unit.baseMinor,
    reserves: settlement?.amountMinor ?? 0n,
    atCentralBank: fundsOf(fixture, first.address, "reserve"),
  };
}

describe("the migration of 2018 and 2019", () => {
  test("leaves M2 unchanged and drains the bank's reserves by the amount moved, step by step", () => {
    expect(fixture.answer([centralBank], [setReserveSchedule({ steps: RESERVE_SCHEDULE_2018 })])).toBe("executed");
    const start = position();
    // The customer's deposit became e-money: the money is the same, and its backing is not counted once more.
    expect(start.m2 - start.m0).toBe(DEPOSITS);
    const more = issueAgainstDeposit({ account: 1, amountMinor: 1n });
    let moved = 0n;
    for (const { fromMs, shareBps } of RESERVE_SCHEDULE_2018) {
      fixture.timeMs = Number(fromMs);
      expect([shareBps, fixture.answer([first], [more])]).toEqual([shareBps, "EShareNotCovered"]);
      const share = (E_MONEY * BigInt(shareBps) + 9_999n) / 10_000n;
      const before = position();
      expect(fixture.answer([first, bank], [moveToReserve({ account: 0, amountMinor: share - moved })])).toBe("executed");
      const after = position();
      expect(after).toEqual({ ...before, reserves: before.reserves - (share - moved), atCentralBank: share });
      moved = share;
    }
    expect(position()).toEqual({ ...start, reserves: start.reserves - E_MONEY, atCentralBank: E_MONEY });
    expect(fixture.answer([first], [enterSecondMode()])).toBe("executed");
    expect(fixture.answer([first], [more])).toBe("ENotFirstMode");
    expect(fixture.ledger.recountLaws().filter(({ holds }) => !holds)).toEqual([]);
  });

  test("asks of each date what the notices asked for", () => {
    const day = (text: string) => Date.parse(`${text}T00:00:00+08:00`);
    const shareAt = (timeMs: number) => RESERVE_SCHEDULE_2018.findLast(({ fromMs }) => Number(fromMs) <= timeMs)?.shareBps ?? 0;
    const table: readonly (readonly [string, number])[] = [
      ["2017-12-31", 0],
      ["2018-01-01", 2_000],
      ["2018-02-01", 3_000],
      ["2018-03-01", 4_000],
      ["2018-04-01", 5_000],
      ["2018-07-08", 5_000],
      ["2019-01-14", 10_000],
    ];
    expect(table.map(([date]) => shareAt(day(date)))).toEqual(table.map(([, share]) => share));
    expect(shareAt(day("2018-07-09"))).toBeGreaterThan(5_000);
    expect(shareAt(day("2019-01-13"))).toBeLessThan(10_000);
  });
});

test("in the first mode the ledger shows a shortfall to nobody; a report that tells the truth does", () => {
  const laws = () => fixture.ledger.recountLaws().filter(({ holds }) => !holds);
  // The institution spends half of its customers' money through its bank, and issues more e-money on top.
  expect(fixture.answer([bank], [releaseDeposit({ customer: 2, account: 0, amountMinor: E_MONEY / 2n })])).toBe("executed");
  expect(fixture.answer([first], [issueAgainstDeposit({ account: 2, amountMinor: 50_000n })])).toBe("executed");
  expect(laws()).toEqual([]);
  const line = fixture.ledger
    .recountLaws()
    .find(({ name }) => name.includes("reserves"))
    ?.evidence.find(({ mode }) => mode === "first");
  expect(line).toMatchObject({ eMoney: "750000", reserve: "0", cover: "not on the ledger", holds: true });
  const report = () => fixture.ledger.account(first.address)?.resources.find(({ type }) => type.endsWith("first_mode::Report"))?.value;
  expect(report()).toBeUndefined();
  expect(fixture.answer([first], [reportDeposits({ atBanksMinor: E_MONEY / 2n })])).toBe("executed");
  expect(report()).toMatchObject({ e_money: "750000", reserve: "0", at_banks: "350000" });
  expect(fixture.ledger.paymentInstitution(first.address)).toMatchObject({
    mode: "first",
    eMoneyMinor: "750000",
    reserveMinor: "0",
    ownFundsMinor: "10000",
    coverBps: 0,
    schedule: [],
    report: { atBanksMinor: "350000", shortfallMinor: "400000" },
  });
  expect(fixture.ledger.paymentInstitution(bank.address)).toBeUndefined();
  // It cannot bring what it has not got, and so never comes into the second mode.
  expect(fixture.answer([first, bank], [moveToReserve({ account: 0, amountMinor: E_MONEY })])).toBe("EInsufficientBalance");
  expect(fixture.answer([first, bank], [moveToReserve({ account: 0, amountMinor: E_MONEY / 2n })])).toBe("executed");
  expect(fixture.answer([first], [enterSecondMode()])).toBe("ENotCovered");
  expect(outstandingOf(fixture, first.address)).toBe(750_000n);
});

test("random acts in the first mode leave what a bookkeeping beside it says", { timeout: 120_000 }, () => {
  const random = xoroshiro128plus(8);
  const upTo = (most: number) => uniformInt(random, 0, most);
  // From its second month on seven tenths of the e-money have to lie in the reserve.
  const steps = [{ fromMs: BigInt(BEFORE_MS + 30 * 86_400_000), shareBps: 7_000 }];
  expect(fixture.answer([centralBank], [setReserveSchedule({ steps })])).toBe("executed");
  const customers = [DEPOSITS - E_MONEY, 0n, 0n];
  const kept = [E_MONEY, 0n];
  const eMoney = [0n, E_MONEY, 0n];
  let [reserve, atBanks, reserves] = [0n, E_MONEY, RESERVES];
  const move = (from: bigint[], index: number, amount: bigint): string | undefined => {
    if (amount === 0n) return "EZeroAmount";
    if ((from[index] ?? 0n) < amount) return "EInsufficientBalance";
    from[index] = (from[index] ?? 0n) - amount;
    return undefined;
  };
  const add = (to: bigint[], index: number, amount: bigint) => void (to[index] = (to[index] ?? 0n) + amount);
  const happened = new Map<string, number>();
  for (let step = 0; step < 240; step++) {
    if (step === 20) fixture.timeMs = Number(steps[0]?.fromMs);
    const [customer, account, holder] = [upTo(2), upTo(1), 1 + upTo(1)];
    const amountMinor = upTo(9) === 0 ? 0n : uniformBigInt(random, 1n, 90_000n);
    const act = upTo(5);
    let [got, expected] = ["", "executed"];
    if (act === 0) {
      got = fixture.answer([bank], [placeDeposit({ customer, account, amountMinor })]);
      expected = move(customers, customer, amountMinor) ?? expected;
      if (expected === "executed") add(kept, account, amountMinor);
    } else if (act === 1) {
      got = fixture.answer([bank], [releaseDeposit({ customer, account, amountMinor })]);
      expected = move(kept, account, amountMinor) ?? expected;
      if (expected === "executed") add(customers, customer, amountMinor);
    } else if (act === 2) {
      got = fixture.answer([first], [issueAgainstDeposit({ account: holder, amountMinor })]);
      const after = eMoney.reduce((sum, each) => sum + each, amountMinor);
      const required = step < 20 ? 0n : (after * 7_000n + 9_999n) / 10_000n;
      if (amountMinor === 0n) expected = "EZeroAmount";
      else if (reserve < required) expected = "EShareNotCovered";
      else {
        add(eMoney, holder, amountMinor);
        atBanks += amountMinor;
      }
    } else if (act === 3) {
      got = fixture.answer([first], [redeemFromDeposit({ account: holder, amountMinor })]);
      const isCovered = amountMinor <= atBanks;
      if (amountMinor === 0n) expected = "EZeroAmount";
      else if ((eMoney[holder] ?? 0n) < amountMinor) expected = "EInsufficientBalance";
      else if (!isCovered) expected = "EWrongSide";
      else {
        add(eMoney, holder, -amountMinor);
        atBanks -= amountMinor;
      }
    } else if (act === 4) {
      const used = amountMinor / 9n + 1n;
      got = fixture.answer([first], [useDeposits({ amountMinor: used })]);
      if (used > atBanks) expected = "EWrongSide";
      else atBanks -= used;
    } else {
      got = fixture.answer([first, bank], [moveToReserve({ account, amountMinor })]);
      if (amountMinor > 0n && (kept[account] ?? 0n) >= amountMinor && amountMinor > reserves) expected = "EInsufficientSettlement";
      else if (amountMinor > 0n && (kept[account] ?? 0n) >= amountMinor && amountMinor > atBanks) expected = "EWrongSide";
      else expected = move(kept, account, amountMinor) ?? expected;
      if (expected === "executed") {
        reserve += amountMinor;
        reserves -= amountMinor;
        atBanks -= amountMinor;
      }
    }
    expect({ step, act, answer: got }).toEqual({ step, act, answer: expected });
    happened.set(`${act} ${got}`, (happened.get(`${act} ${got}`) ?? 0) + 1);
    const { m0, m2, ...seen } = position();
    expect({ reserves: seen.reserves, atCentralBank: seen.atCentralBank }).toEqual({ reserves, atCentralBank: reserve });
    expect(customers.map((_, index) => fixture.ledger.customerAccounts(bank.address, index)[0]?.balanceMinor)).toEqual(customers);
    expect([1, 2].map((index) => eMoneyOf(fixture, first.address, index))).toEqual(eMoney.slice(1));
    // E-money is counted, wherever what backs it lies and however little that is; its backing never.
    expect(m2 - m0).toBe([...customers, ...eMoney].reduce((sum, each) => sum + each, 0n));
  }
  for (let act = 0; act < 6; act++) expect(happened.get(`${act} executed`) ?? 0, `act ${act}`).toBeGreaterThan(3);
  expect(happened.get("2 EShareNotCovered") ?? 0).toBeGreaterThan(0);
  expect(fixture.ledger.recountLaws().filter(({ holds }) => !holds)).toEqual([]);
});
