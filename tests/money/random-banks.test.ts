import type { Call } from "@sycee/protocol";
import { banking } from "@sycee/sdk";
import { describe, expect, test } from "vitest";
import { type Actor, actor } from "./actor.ts";
import { createBankingEconomy } from "./banking-genesis.ts";
import { BankingModel, BankModel, type Policy } from "./banking-model.ts";
import { CentralBankModel } from "./central-bank-model.ts";
import { type LedgerFixture, START_MS } from "./ledger-fixture.ts";
import { uniformBigInt, uniformInt, xoroshiro128plus } from "./random.ts";

const SEEDS = Number(process.env.SYCEE_ECONOMY_SEEDS ?? 3);
const ACTS = Number(process.env.SYCEE_ECONOMY_ACTS ?? 500);
const ACTS_A_BLOCK = 10;
const DAY_MS = 86_400_000;
const ACCOUNTS = 6;
const GOLD = 900_000n;
const BONDS = 60_000n;

const supervisor = actor("supervisor");
const centralBank = actor("central bank");
const government = actor("government");
const custodian = actor("custodian");
const banks = [actor("north"), actor("south"), actor("west")] as const;
const policy: Policy = {
  reserveRatio: 1_000n,
  requiredRate: 162n,
  excessRate: 72n,
  shortfallRate: 500n,
  lendingRate: 300n,
  depositRate: 35n,
  haircut: 500n,
  capitalRatio: 800n,
  notesLimit: 6_000n,
};

const { notesLimit: _, ...monetaryPolicy } = policy;

interface Act {
  readonly what: string;
  readonly signers: readonly Actor[];
  readonly call: Call;
  /** What the model says, asked in the order of execution. */
  expected(): string;
}

/** Draws acts; each that is likely to be allowed has arguments near those that are. */
function drawAct(model: BankingModel, bankOf: CentralBankModel, random: ReturnType<typeof xoroshiro128plus>): Act {
  const upTo = (maximum: number) => uniformInt(random, 0, maximum);
  const bank = banks[upTo(2)] ?? banks[0];
  const other = banks[upTo(2)] ?? banks[0];
  const state = model.bank(bank.name);
  const account = upTo(ACCOUNTS - 1);
  const amount = uniformBigInt(random, 0n, [200n, 4_000n, 30_000n][upTo(2)] ?? 200n);
  const number = (last: number) => uniformInt(random, Math.max(1, last - 4), last + 1);
  const id = (last: number) => {
    const drawn = number(last);
    return { drawn, big: BigInt(drawn) };
  };
  const rate = BigInt(upTo(2_000));
  const by = (what: string, call: Call, expected: () => string, signers: readonly Actor[] = [bank]): Act => ({
    what: `${bank.name} ${what}`,
    signers,
    call,
    expected,
  });
  const loan = id(state.loans.last);
  const deposit = id(state.timeDeposits.last);
  const acts: (() => Act)[] = [
    () =>
      by(`lends ${amount}`, banking.lending.grant({ account, principal: amount, rateBps: rate, instalments: 3n, periodDays: 30n }), () =>
        model.grant(bank.name, account, amount, rate),
      ),
    () =>
      by(`is repaid ${amount} of loan ${loan.drawn}`, banking.lending.repay({ loan: loan.big, amount }), () =>
        model.repay(bank.name, loan.drawn, amount),
      ),
    () =>
      by(`provides ${amount} against loan ${loan.drawn}`, banking.lending.provide({ loan: loan.big, provision: amount }), () =>
        model.provide(bank.name, loan.drawn, amount),
      ),
    () =>
      by(`says loan ${loan.drawn} fails`, banking.lending.setPerforming({ loan: loan.big, performing: false }), () =>
        model.setPerforming(bank.name, loan.drawn, false),
      ),
    () => by(`writes loan ${loan.drawn} off`, banking.lending.writeOff({ loan: loan.big }), () => model.writeOff(bank.name, loan.drawn)),
    () => {
      const days = BigInt(1 + upTo(60));
      const earlyRateBps = BigInt(upTo(1_500));
      const call = banking.timeDeposits.place({ account, amount, rateBps: rate, earlyRateBps, days });
      return by(`places ${amount}`, call, () => model.place(bank.name, account, amount, rate, earlyRateBps, days));
    },
    () =>
      by(`releases ${deposit.drawn}`, banking.timeDeposits.release({ deposit: deposit.big }), () =>
        model.release(bank.name, deposit.drawn),
      ),
    () =>
      by(
        `lends ${amount} to ${other.name}`,
        banking.interbank.lend({ lender: 0, borrower: bank === other ? 0 : 1, amount, rateBps: rate, days: 1n }),
        () => model.lend(bank.name, other.name, amount, rate),
        bank === other ? [bank] : [bank, other],
      ),
    () => {
      const claim = id(model.bank(other.name).claims.last);
      const call = banking.interbank.repay({ lender: other.address, claim: claim.big });
      return by(`repays ${other.name} claim ${claim.drawn}`, call, () => model.repayBank(bank.name, other.name, claim.drawn));
    },
    () => {
      const call = banking.openMarket.buy({ centralBank: 0, bank: 1, holding: 1n, amount, haircutBps: 300n });
      return by(`sells ${amount} of bonds`, call, () => bankOf.buy(bank.name, 1, amount, 300n), [centralBank, bank]);
    },
    () => {
      const call = banking.openMarket.repo({ centralBank: 0, bank: 1, holding: 1n, amount, rateBps: rate, days: 7n });
      return by(`repoes ${amount}`, call, () => bankOf.repo(bank.name, 1, amount, rate), [centralBank, bank]);
    },
    () =>
      by(`borrows ${amount} overnight`, banking.standingFacilities.borrow({ holding: 1n, amount }), () =>
        bankOf.repo(bank.name, 1, amount, policy.lendingRate),
      ),
    () => {
      const credit = id(state.credits.last);
      const call = banking.centralBankCredit.repay({ credit: credit.big });
      return by(`repays credit ${credit.drawn}`, call, () => bankOf.repay(bank.name, credit.drawn));
    },
    () =>
      by(`leaves ${amount} at the facility`, banking.standingFacilities.deposit({ amount }), () =>
        bankOf.facilityDeposit(bank.name, amount),
      ),
    () => by("takes it back", banking.standingFacilities.withdraw({}), () => bankOf.facilityWithdraw(bank.name)),
    () => by("is assessed", banking.reserves.assess({ bank: bank.address }), () => bankOf.assess(bank.name)),
    () => by(`orders ${amount} of notes`, banking.notes.order({ amount }), () => bankOf.orderNotes(bank.name, amount)),
    () =>
      by(`hands out ${amount} of notes`, banking.notes.withdraw({ account, amount }), () =>
        bankOf.withdrawNotes(bank.name, account, amount),
      ),
    () => {
      const call = banking.notes.giveBack({ centralBank: 0, bank: 1, amount });
      return by(`gives ${amount} of notes back`, call, () => bankOf.giveNotesBack(bank.name, amount), [centralBank, bank]);
    },
    () => {
      const missing = upTo(1) === 0 ? 0n : uniformBigInt(random, 0n, state.uncounted + 1n);
      const call = banking.notes.count({ bank: bank.address, missing });
      return by(`has its notes counted: ${missing} are missing`, call, () => bankOf.countNotes(bank.name, missing), [centralBank]);
    },
    () => {
      // Gold, the first, performs: without it nothing would be covered any more.
      const asset = Math.max(2, number(model.assets.last));
      const performing = upTo(2) > 0;
      const call = banking.centralBank.setPerforming({ asset: BigInt(asset), performing });
      const what = `sees asset ${asset} ${performing ? "perform" : "fail"}`;
      return by(what, call, () => bankOf.setPerforming(asset, performing), [centralBank]);
    },
    () => {
      const failed = [...model.assets].find(([, { fails }]) => fails)?.[0] ?? number(model.assets.last);
      const call = banking.centralBank.writeOff({ asset: BigInt(failed), amount });
      return by(`sees ${amount} of asset ${failed} written off`, call, () => bankOf.writeOff(failed, amount), [centralBank]);
    },
    () => by(`takes ${amount} of notes`, banking.notes.deposit({ account, amount }), () => bankOf.depositNotes(bank.name, account, amount)),
    () =>
      by(`pays tax of ${amount}`, banking.treasury.payTax({ government: government.address, account, amount }), () =>
        bankOf.payTax(bank.name, account, amount),
      ),
    () => {
      const call = banking.treasury.spend({ bank: bank.address, account, amount });
      return by(`is paid ${amount} by the state`, call, () => bankOf.spend(bank.name, account, amount), [government]);
    },
  ];
  const draw = acts[upTo(acts.length - 1)];
  if (draw === undefined) throw new Error("no act was drawn");
  return draw();
}

/** Equity, in minor units, as an institution's or a central bank's books say it. */
function equityInBooks(fixture: LedgerFixture, bank: Actor, resource: string): bigint {
  const found = fixture.ledger.account(bank.address)?.resources.find(({ type }) => type.endsWith(resource));
  if (found === undefined) throw new Error(`${bank.name} keeps no books`);
  const { books } = found.value as unknown as { books: { accounts: { class: number; debit: string; credit: string }[] } };
  const accounts = books.accounts.filter(({ class: each }) => each >= 3);
  return accounts.reduce((sum, { debit, credit }) => sum + BigInt(credit) - BigInt(debit), 0n);
}

function compare(fixture: LedgerFixture, model: BankingModel): void {
  for (const bank of banks) {
    const expected = model.bank(bank.name);
    const { ledger } = fixture;
    const deposits = expected.deposits.map((_, account) => ledger.customerAccounts(bank.address, account)[0]?.balanceMinor);
    expect(deposits, `deposits at ${bank.name}`).toEqual(expected.deposits);
    const places = ledger.account(bank.address)?.balances ?? [];
    expect(places.find(({ place }) => place === "settlement")?.amountMinor ?? 0n).toBe(expected.settlement);
    expect(equityInBooks(fixture, bank, "::InstitutionBooks"), `equity of ${bank.name}`).toBe(expected.equity);
  }
  expect(equityInBooks(fixture, centralBank, "::CentralBankBooks")).toBe(model.assetsTotal - model.base);
  const [unit] = fixture.ledger.statistics()?.units ?? [];
  expect(unit).toMatchObject({
    baseMinor: model.base - model.government,
    m0Minor: model.circulation,
    m1Minor: model.m1,
    m2Minor: model.m2,
  });
  const side = (lines: readonly { readonly amountMinor: bigint }[] = []) => lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  expect(side(unit?.statement.assets)).toBe(model.assetsTotal);
  expect(side(unit?.statement.liabilities)).toBe(model.assetsTotal);
  const lines = new Map(unit?.statement.liabilities.map(({ line, amountMinor }) => [line, amountMinor]));
  expect(lines.get("currency issue")).toBe(model.notes);
  expect(lines.get("deposits of government")).toBe(model.government);
  expect(lines.get("deposits of banks")).toBe(model.settlement - model.government);
}

describe("random banks agree with a second bookkeeping at every block", () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    test(`seed ${seed}, ${ACTS} acts`, { timeout: 300_000 }, () => {
      const random = xoroshiro128plus(seed);
      const cast = { supervisor, centralBank, government, custodian, banks };
      const plan = {
        goldMinor: GOLD,
        goldHaircut: 1_000,
        bondsMinor: BONDS,
        accounts: ACCOUNTS,
        notesLimitMinor: policy.notesLimit,
        policy: monetaryPolicy,
      };
      const fixture = createBankingEconomy(cast, plan);
      const dayOf = (timeMs: number) => BigInt(Math.floor(timeMs / DAY_MS));
      const model = new BankingModel(policy, dayOf(START_MS), GOLD, 1_000n);
      for (const { name } of banks) {
        const bank = new BankModel(ACCOUNTS, dayOf(START_MS));
        bank.securities.push({ book: BONDS, pledged: 0n });
        model.banks.set(name, bank);
      }
      const central = new CentralBankModel(model);
      const answers = new Map<string, number>();
      for (let done = 0; done < ACTS; done += ACTS_A_BLOCK) {
        if (uniformInt(random, 0, 2) === 0) fixture.timeMs += uniformInt(random, 1, 20) * DAY_MS;
        model.day = dayOf(fixture.timeMs);
        const acts = Array.from({ length: ACTS_A_BLOCK }, () => drawAct(model, central, random));
        const results = fixture.block(acts.map(({ signers, call }) => fixture.transaction(signers, [call])));
        for (const [index, act] of acts.entries()) {
          const expected = act.expected();
          expect(fixture.describe(results[index]), `act ${done + index}: ${act.what}`).toBe(expected);
          answers.set(expected, (answers.get(expected) ?? 0) + 1);
        }
        compare(fixture, model);
      }
      expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
      // A run in which nothing is refused, or nothing happens, would prove little.
      expect(answers.get("executed") ?? 0).toBeGreaterThan(ACTS / 4);
      expect(answers.size).toBeGreaterThan(8);
    });
  }
});
