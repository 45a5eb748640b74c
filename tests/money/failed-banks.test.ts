import type { Call } from "@sycee/protocol";
import { banking, grantLoan, revokeLicence } from "@sycee/sdk";
import { describe, expect, test } from "vitest";
import { type Actor, actor } from "./actor.ts";
import { createBankingEconomy } from "./banking-genesis.ts";
import type { LedgerFixture } from "./ledger-fixture.ts";
import { uniformBigInt, xoroshiro128plus } from "./random.ts";

const SEEDS = Number(process.env.SYCEE_FAILURE_SEEDS ?? 12);
const BONDS = 60_000n;
const SOLD_BONDS = 10_000n;
/** What each of the other banks has besides. */
const MORE_BONDS = 120_000n;
const FUND = 100_000n;
const ACCOUNTS = 6;

const supervisor = actor("supervisor");
const centralBank = actor("central bank");
const government = actor("government");
const custodian = actor("custodian");
const insurer = actor("insurer");
const administrator = actor("administrator");
const [north, south, west] = [actor("north"), actor("south"), actor("west")];
const { estate, estatePayout, insolvency, openMarket, notes } = banking;
const at = north.address;

/** What north has and owes as it fails, and what others bear of it, by the rules alone. */
interface FailedBank {
  readonly deposits: bigint[];
  /** What each account's holder was paid by the insurer. */
  readonly insuredPaid: bigint[];
  readonly lent: Map<Actor, bigint>;
  readonly cap: bigint;
  equity: bigint;
  insurersClaim: bigint;
}

const sum = (values: Iterable<bigint>) => [...values].reduce((total, value) => total + value, 0n);
const least = (...values: bigint[]) => values.reduce((left, right) => (left < right ? left : right));

/** Shares of a loss, pro rata: each what its part adds to the rounded-down share of all before it. */
function prorate(loss: bigint, parts: readonly bigint[]): bigint[] {
  const whole = sum(parts);
  let before = 0n;
  return parts.map((part) => {
    const from = whole === 0n ? 0n : (loss * before) / whole;
    before += part;
    return whole === 0n ? 0n : (loss * before) / whole - from;
  });
}

/** Shares the loss that equity lacks: lenders, then deposits above the cap, then the insurer. Answers what nobody could bear. */
function shareLosses(bank: FailedBank): bigint {
  let missing = bank.equity < 0n ? -bank.equity : 0n;
  const lenders = [...bank.lent];
  const lost = prorate(
    least(missing, sum(bank.lent.values())),
    lenders.map(([, amount]) => amount),
  );
  for (const [index, [lender, amount]] of lenders.entries()) bank.lent.set(lender, amount - (lost[index] ?? 0n));
  missing -= sum(lost);
  const above = bank.deposits.map((balance, account) => balance - least(balance, bank.cap - (bank.insuredPaid[account] ?? 0n)));
  const cuts = prorate(least(missing, sum(above)), above);
  for (const [account, cut] of cuts.entries()) bank.deposits[account] = (bank.deposits[account] ?? 0n) - cut;
  missing -= sum(cuts);
  const byInsurer = least(missing, bank.insurersClaim);
  bank.insurersClaim -= byInsurer;
  missing -= byInsurer;
  bank.equity += sum(lost) + sum(cuts) + byInsurer;
  return missing;
}

function booksOf(fixture: LedgerFixture, bank: Actor): Map<number, bigint> {
  const found = fixture.ledger.account(bank.address)?.resources.find(({ type }) => type.endsWith("::InstitutionBooks"));
  if (found === undefined) throw new Error(`${bank.name} keeps no books`);
  const { books } = found.value as unknown as { books: { accounts: { number: number; debit: string; credit: string }[] } };
  return new Map(books.accounts.map(({ number, debit, credit }) => [number, BigInt(debit) - BigInt(credit)]));
}

function depositAt(fixture: LedgerFixture, bank: Actor, account: number): bigint {
  return fixture.ledger.customerAccounts(bank.address, account)[0]?.balanceMinor ?? 0n;
}

/** One bank's life and failure, drawn from a seed; every act of it is executed, and the model says what comes of it. */
class Failure {
  private readonly random: ReturnType<typeof xoroshiro128plus>;
  readonly fixture: LedgerFixture;
  readonly bank: FailedBank;
  private loans: bigint[] = [];
  private readonly vault: bigint;
  /** Whether its loans are worth next to nothing, and most deposits insured. */
  private readonly isPoor: boolean;

  constructor(seed: number) {
    this.random = xoroshiro128plus(seed);
    this.isPoor = seed % 3 === 0;
    const cap = this.upTo(4_000n) + (this.isPoor ? 12_000n : 500n);
    const cast = { supervisor, centralBank, government, custodian, banks: [north, south, west] };
    const plan = { goldMinor: 900_000n, goldHaircut: 0, bondsMinor: BONDS, accounts: 2 * ACCOUNTS, policy: { insuranceCap: cap } };
    this.fixture = createBankingEconomy(cast, plan);
    const empty = Array.from({ length: ACCOUNTS }, () => 0n);
    this.bank = { deposits: empty, insuredPaid: [...empty], lent: new Map(), cap, equity: BONDS, insurersClaim: 0n };
    this.vault = this.upTo(3_000n) + 1n;
    this.live();
  }

  /** From 0 up to one less than a bound. */
  private upTo(bound: bigint): bigint {
    return uniformBigInt(this.random, 0n, bound - 1n);
  }

  act(signers: readonly Actor[], ...calls: Call[]): void {
    expect(this.fixture.answer(signers, calls)).toBe("executed");
  }

  private live(): void {
    const { bank } = this;
    for (const [other, bonds] of [
      [north, SOLD_BONDS],
      [south, BONDS],
      [west, BONDS],
    ] as const) {
      this.act([centralBank, other], openMarket.buy({ centralBank: 0, bank: 1, holding: 1n, amount: bonds, haircutBps: 0n }));
    }
    const more = { kind: 3, description: "more bonds", bookValue: MORE_BONDS };
    for (const other of [south, west]) {
      this.act([other, custodian], banking.commercialBank.contributeSecurity({ bank: 0, custodian: 1, ...more }));
      this.act([centralBank, other], openMarket.buy({ centralBank: 0, bank: 1, holding: 2n, amount: MORE_BONDS, haircutBps: 0n }));
    }
    const loan = { rateBasisPoints: 0, instalments: 1, periodDays: 30 };
    this.act([centralBank, insurer], banking.depositInsurance.open({ centralBank: 0, insurer: 1 }));
    this.act([west], grantLoan({ ...loan, account: 0, principalMinor: FUND }));
    this.act([west], banking.treasury.payTax({ government: insurer.address, account: 0, amount: FUND }));
    for (let account = 0; account < ACCOUNTS; account++) {
      const principalMinor = this.upTo(25_000n) + 1n;
      this.act([north], grantLoan({ ...loan, account, principalMinor }));
      this.loans.push(principalMinor);
      bank.deposits[account] = principalMinor;
    }
    for (const lender of [south, west]) {
      const amount = this.upTo(3_000n) + 1n;
      this.act([lender, north], banking.interbank.lend({ lender: 0, borrower: 1, amount, rateBps: 0n, days: 1n }));
      bank.lent.set(lender, amount);
    }
    this.act([north], notes.order({ amount: this.vault }), banking.standingFacilities.deposit({ amount: 500n }));
    this.act([supervisor], revokeLicence({ kind: "bank", holder: at, unit: 1, reason: "It cannot pay" }));
    this.act([supervisor], insolvency.declare({ bank: at, administrator: administrator.address }));
  }

  /** Pays what is insured on some accounts, out of the fund, onto accounts at south. */
  payInsured(accounts: readonly number[]): void {
    const { bank } = this;
    const owed = accounts.filter((account) => this.insured(account) > 0n);
    if (owed.length === 0) return;
    const to = owed.map((account) => account + ACCOUNTS);
    this.act([administrator, south], insolvency.payInsured({ administrator: 0, receiving: 1, bank: at, accounts: owed, to }));
    for (const account of owed) {
      const amount = this.insured(account);
      bank.deposits[account] = (bank.deposits[account] ?? 0n) - amount;
      bank.insuredPaid[account] = (bank.insuredPaid[account] ?? 0n) + amount;
      bank.insurersClaim += amount;
    }
  }

  private insured(account: number): bigint {
    return least(this.bank.deposits[account] ?? 0n, this.bank.cap - (this.bank.insuredPaid[account] ?? 0n));
  }

  /** Turns all assets into settlement money, each for a price that is drawn. */
  realise(): void {
    const { bank } = this;
    // From seed to seed nearly nothing to nearly all of it.
    const quality = this.isPoor ? this.upTo(6n) : 60n + this.upTo(41n);
    for (const [index, principal] of this.loans.entries()) {
      const price = (principal * quality) / 100n;
      const loan = BigInt(index + 1);
      if (price === 0n) this.act([administrator, supervisor], insolvency.writeOff({ administrator: 0, approver: 1, bank: at, loan }));
      else
        this.act(
          [administrator, south, supervisor],
          estate.sellLoan({ administrator: 0, buyer: 1, approver: 2, bank: at, loan, account: index, price }),
        );
      bank.equity -= principal - price;
    }
    const amount = BONDS - SOLD_BONDS;
    const price = amount - this.upTo(amount - 25_000n) + 2_000n;
    const toCentralBank = { administrator: 0, centralBank: 1, bank: at, amount: this.vault };
    for (const [buyer, part, paid] of [
      [south, 10_000n, 10_000n],
      [west, amount - 10_000n, least(price - 10_000n, 25_000n)],
    ] as const) {
      const sale = { administrator: 0, buyer: 1, approver: 2, bank: at, holding: 1n, amount: part, price: paid };
      this.act([administrator, buyer, centralBank], estate.sellSecurity(sale));
      bank.equity += paid - part;
    }
    this.act([administrator, centralBank], estate.returnNotes(toCentralBank));
    this.act([administrator], estate.withdrawFacility({ bank: at }));
  }

  /** Shares losses on the ledger and in the model, and compares. */
  share(): bigint {
    const { bank, fixture } = this;
    const lenders = [south.address, west.address];
    this.act([administrator], insolvency.cutLenders({ bank: at, lenders, frozenWallets: [] }));
    this.act([administrator], insolvency.countDeposits({ bank: at, accounts: 4n }), insolvency.countDeposits({ bank: at, accounts: 99n }));
    this.act([administrator], insolvency.cutDeposits({ bank: at, accounts: 5n }), insolvency.cutDeposits({ bank: at, accounts: 99n }));
    const uncovered = shareLosses(bank);
    expect(bank.deposits.map((_, account) => depositAt(fixture, north, account))).toEqual(bank.deposits);
    const books = booksOf(fixture, north);
    expect(books.get(2210)).toBe(-sum(bank.lent.values()));
    expect(books.get(2230)).toBe(-bank.insurersClaim);
    return uncovered;
  }

  /** Pays everybody what losses have left, in order. */
  payOut(): void {
    const { bank } = this;
    if (bank.insurersClaim > 0n) this.act([administrator], estatePayout.payInsurer({ bank: at, amount: bank.insurersClaim }));
    const accounts = [...bank.deposits.keys()].filter((account) => (bank.deposits[account] ?? 0n) > 0n);
    if (accounts.length > 0) {
      const call = estatePayout.payDeposits({ administrator: 0, receiving: 1, bank: at, accounts, to: accounts });
      this.act([administrator, west], call);
    }
    for (const [lender, amount] of bank.lent) {
      if (amount > 0n) this.act([administrator], estatePayout.payLender({ bank: at, lender: lender.address, amount }));
    }
    if (bank.equity > 0n) {
      this.act([administrator, south], estatePayout.payOwners({ administrator: 0, receiving: 1, bank: at, to: 0, amount: bank.equity }));
    }
  }
}

describe("failed banks, wound up from the first loss to the last payment", { timeout: 300_000 }, () => {
  const outcomes = new Set<string>();
  for (let seed = 1; seed <= SEEDS; seed++) {
    test(`seed ${seed}`, () => {
      const failure = new Failure(seed);
      const { bank, fixture } = failure;
      const issued = fixture.ledger.statistics()?.units[0]?.statement;
      failure.payInsured([0, 3]);
      failure.realise();
      if (failure.share() > 0n) {
        // Nobody but the insurer is left to bear: it pays all that is insured, and losses are shared once more.
        failure.payInsured([...bank.deposits.keys()]);
        const again = insolvency.reopen({ bank: at });
        failure.act([administrator], again);
        expect(failure.share()).toBe(0n);
        outcomes.add("insurer");
      }
      outcomes.add(bank.equity > 0n ? "owners" : sum(bank.lent.values()) > 0n ? "lenders" : "customers");
      const kept = [...bank.deposits];
      const fund = FUND - sum(bank.insuredPaid) + bank.insurersClaim;
      failure.payOut();
      expect(kept.map((_, account) => depositAt(fixture, west, account))).toEqual(kept);
      expect(bank.insuredPaid.map((_, account) => depositAt(fixture, south, account + ACCOUNTS))).toEqual(bank.insuredPaid);
      // The estate is empty: no asset, no debt, no money anywhere.
      const left = [...booksOf(fixture, north)].filter(([number, balance]) => number < 3_000 && balance !== 0n);
      expect(left).toEqual([]);
      expect(fixture.ledger.account(at)?.balances.filter(({ amountMinor }) => amountMinor > 0n) ?? []).toEqual([]);
      const total = (lines: readonly { readonly amountMinor: bigint }[] = []) => sum(lines.map(({ amountMinor }) => amountMinor));
      const lines = new Map(
        fixture.ledger.statistics()?.units[0]?.statement.liabilities.map(({ line, amountMinor }) => [line, amountMinor]),
      );
      expect(lines.get("deposits of the deposit insurer")).toBe(fund);
      expect(lines.get("deposits of government")).toBe(0n);
      expect(total(fixture.ledger.statistics()?.units[0]?.statement.liabilities)).toBe(total(issued?.liabilities));
      expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
    });
  }
  test("the seeds have played more than one end", () => {
    for (const end of ["customers", "insurer", "owners"]) expect(outcomes).toContain(end);
  });
});
