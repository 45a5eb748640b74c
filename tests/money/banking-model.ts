/**
 * Banks and their central bank kept a second time, in plain TypeScript and from the rules alone, without postings: what each
 * has and owes. Equity is what is left. Each act answers `executed` or the name of the rule that refuses it.
 */

export interface Policy {
  readonly reserveRatio: bigint;
  readonly requiredRate: bigint;
  readonly excessRate: bigint;
  readonly shortfallRate: bigint;
  readonly lendingRate: bigint;
  readonly depositRate: bigint;
  readonly haircut: bigint;
  readonly capitalRatio: bigint;
  readonly insurancePremium: bigint;
  /** What a bank may take in in notes before the central bank counts them. */
  readonly notesLimit: bigint;
}

/** What bears interest. */
export interface Bearing {
  principal: bigint;
  readonly rate: bigint;
  through: bigint;
  carried: bigint;
}
/** A loan, and when its principal is due: in so many parts, `days` apart. */
export interface Loan extends Bearing {
  readonly account: number;
  readonly lent: bigint;
  readonly parts: bigint;
  readonly days: bigint;
  readonly lentOn: bigint;
  /** Of an annuity, what is paid each time. */
  readonly instalment: bigint | undefined;
  due: bigint;
  provision: bigint;
  performing: boolean;
}
interface TimeDeposit extends Bearing {
  readonly account: number;
  due: bigint;
  readonly placedOn: bigint;
  readonly maturesOn: bigint;
  readonly earlyRate: bigint;
}
interface Credit extends Bearing {
  readonly asset: number;
  readonly holding: number;
  readonly pledged: bigint;
  readonly maturesOn: bigint;
}
interface Claim extends Bearing {
  readonly borrower: string;
  readonly maturesOn: bigint;
}

/** A numbered list whose numbers are never used twice. */
export class Numbered<T> extends Map<number, T> {
  last = 0;
  push(value: T): number {
    this.last += 1;
    this.set(this.last, value);
    return this.last;
  }
}

export class BankModel {
  settlement = 0n;
  vault = 0n;
  /** Notes taken in since the central bank last counted, as far as they can still be in the vault. */
  uncounted = 0n;
  facility: Bearing | undefined;
  /** Days of insurance; its principal is what is deposited when it is reckoned. */
  premium: Bearing | undefined;
  readonly deposits: bigint[];
  /** What wallets hold of the bank's own money. */
  inWallets = 0n;
  readonly loans = new Numbered<Loan>();
  readonly timeDeposits = new Numbered<TimeDeposit>();
  readonly securities = new Numbered<{ book: bigint; pledged: bigint }>();
  readonly credits = new Numbered<Credit>();
  readonly claims = new Numbered<Claim>();
  owedToBanks = 0n;
  assessedOn: bigint;
  assessedBalance = 0n;
  /** What owners gave, and what closed periods earned beyond dividends. */
  capital = 0n;
  retained = 0n;

  constructor(accounts: number, day: bigint) {
    this.deposits = Array.from({ length: accounts }, () => 0n);
    this.assessedOn = day;
  }

  get demand(): bigint {
    return sum(this.deposits);
  }
  get time(): bigint {
    return sum([...this.timeDeposits.values()].map(({ principal }) => principal));
  }
  get owedToCustomers(): bigint {
    return this.demand + this.time + this.inWallets;
  }
  get lent(): bigint {
    return sum([...this.loans.values()].map(({ principal, due, provision }) => principal + due - provision));
  }
  get lentToBanks(): bigint {
    return sum([...this.claims.values()].map(({ principal }) => principal));
  }
  get equity(): bigint {
    const securities = sum([...this.securities.values()].map(({ book }) => book));
    const assets = this.settlement + this.vault + (this.facility?.principal ?? 0n) + this.lent + this.lentToBanks + securities;
    const payable = sum([...this.timeDeposits.values()].map(({ due }) => due));
    const owed = sum([...this.credits.values()].map(({ principal }) => principal)) + this.owedToBanks;
    return assets - this.owedToCustomers - payable - owed;
  }
}

export class BankingModel {
  readonly banks = new Map<string, BankModel>();
  readonly policy: Policy;
  /** Assets of the central bank by number. */
  readonly assets = new Numbered<{
    book: bigint;
    readonly haircut: bigint;
    readonly bank: string | undefined;
    fails?: boolean;
    readonly isClaim?: boolean;
  }>();
  government = 0n;
  /** The deposit insurer's fund. */
  insurer = 0n;
  circulation = 0n;
  /** The central bank's capital; what its closed periods earned; of it what this period remitted. */
  readonly capital: bigint;
  retained = 0n;
  remitted = 0n;
  /** Digital cash in wallets. */
  cash = 0n;
  day: bigint;

  constructor(policy: Policy, day: bigint, gold: bigint, goldHaircut: bigint) {
    this.policy = policy;
    this.day = day;
    this.capital = gold;
    this.assets.push({ book: gold, haircut: goldHaircut, bank: undefined });
  }

  bank(name: string): BankModel {
    const found = this.banks.get(name);
    if (found === undefined) throw new Error(`the model has no bank ${name}`);
    return found;
  }
  /** Settlement money of the government and of the deposit insurer, which is no base money. */
  get ofTheState(): bigint {
    return this.government + this.insurer;
  }
  get settlement(): bigint {
    return sum([...this.banks.values()].map((bank) => bank.settlement + (bank.facility?.principal ?? 0n))) + this.ofTheState;
  }
  get notes(): bigint {
    return this.circulation + sum([...this.banks.values()].map(({ vault }) => vault));
  }
  get base(): bigint {
    return this.settlement + this.notes + this.cash;
  }
  get m0(): bigint {
    return this.circulation + this.cash;
  }
  get assetsTotal(): bigint {
    return sum([...this.assets.values()].map(({ book }) => book));
  }
  get cover(): bigint {
    return sum([...this.assets.values()].map(({ book, haircut, fails }) => (fails ? 0n : (book * (10_000n - haircut)) / 10_000n)));
  }
  get m1(): bigint {
    return this.m0 + sum([...this.banks.values()].map(({ demand, inWallets }) => demand + inWallets));
  }
  get m2(): bigint {
    return this.m1 + sum([...this.banks.values()].map(({ time }) => time));
  }

  required(bank: BankModel): bigint {
    return ceil(bank.owedToCustomers * this.policy.reserveRatio, 10_000n);
  }
  isAdequate(bank: BankModel): boolean {
    const weighted = bank.lent + ceil(bank.lentToBanks * 2_000n, 10_000n);
    return bank.equity >= 0n && bank.equity * 10_000n >= weighted * this.policy.capitalRatio;
  }
  canSpend(amount: bigint): boolean {
    return amount <= this.assetsTotal - this.base && this.base + amount <= this.cover;
  }
  /** Interest of a claim up to today, or to an earlier day. */
  accrue(claim: Bearing, upTo = this.day): bigint {
    if (upTo <= claim.through) return 0n;
    const total = claim.principal * claim.rate * (upTo - claim.through) + claim.carried;
    claim.through = upTo;
    claim.carried = total % 3_650_000n;
    return total / 3_650_000n;
  }

  place(name: string, account: number, principal: bigint, rate: bigint, earlyRate: bigint, days: bigint): string {
    const bank = this.bank(name);
    if (principal === 0n) return "EZeroAmount";
    if (earlyRate > rate) return "EBadEarlyRate";
    if ((bank.deposits[account] ?? 0n) < principal) return "EInsufficientBalance";
    add(bank.deposits, account, -principal);
    const dates = { through: this.day, placedOn: this.day, maturesOn: this.day + days };
    bank.timeDeposits.push({ principal, rate, carried: 0n, account, due: 0n, earlyRate, ...dates });
    return "executed";
  }
  release(name: string, id: number): string {
    const bank = this.bank(name);
    const deposit = bank.timeDeposits.get(id);
    if (deposit === undefined) return "EUnknownDeposit";
    deposit.due += this.accrue(deposit, this.day < deposit.maturesOn ? this.day : deposit.maturesOn);
    const early = (deposit.principal * deposit.earlyRate * (this.day - deposit.placedOn)) / 3_650_000n;
    add(bank.deposits, deposit.account, deposit.principal + (this.day < deposit.maturesOn ? early : deposit.due));
    bank.timeDeposits.delete(id);
    return "executed";
  }
  lend(from: string, to: string, principal: bigint, rate: bigint, days: bigint): string {
    if (from === to) return "ESameBank";
    if (principal === 0n) return "EZeroAmount";
    const [lender, borrower] = [this.bank(from), this.bank(to)];
    if (lender.settlement < this.required(lender)) return "EShortOfReserves";
    if (lender.settlement < principal) return "EInsufficientSettlement";
    lender.settlement -= principal;
    borrower.settlement += principal;
    borrower.owedToBanks += principal;
    lender.claims.push({ principal, rate, through: this.day, carried: 0n, borrower: to, maturesOn: this.day + days });
    return "executed";
  }
  repayBank(from: string, to: string, id: number): string {
    const [borrower, lender] = [this.bank(from), this.bank(to)];
    const claim = lender.claims.get(id);
    if (claim?.borrower !== from) return "EUnknownClaim";
    const owed = claim.principal + this.accrue({ ...claim });
    if (borrower.settlement < owed) return "EInsufficientSettlement";
    borrower.settlement -= owed;
    borrower.owedToBanks -= claim.principal;
    lender.settlement += owed;
    lender.claims.delete(id);
    return "executed";
  }
  collectFromBank(from: string, to: string, id: number): string {
    const claim = this.bank(to).claims.get(id);
    if (claim?.borrower !== from) return "EUnknownClaim";
    if (this.day <= claim.maturesOn) return "ENotDue";
    return this.repayBank(from, to, id);
  }
}

export function sum(values: Iterable<bigint>): bigint {
  let total = 0n;
  for (const value of values) total += value;
  return total;
}

export function ceil(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}

/** Adds to what lies at an index. */
export function add(amounts: bigint[], index: number, amount: bigint): void {
  amounts[index] = (amounts[index] ?? 0n) + amount;
}
