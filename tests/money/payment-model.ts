/** The terms of a merchant: hundredths of a per cent and a fixed amount. */
interface Terms {
  readonly bps: bigint;
  readonly fixed: bigint;
}

const DAY_MS = 86_400_000;

/** A collection as the model keeps it. */
interface Collection {
  readonly payer: number;
  readonly merchant: number;
  left: bigint;
}

/** Payments of a batch. */
export interface ModelPayment {
  readonly payer: number;
  readonly payee: number;
  readonly amount: bigint;
}

/**
 * What a payment institution in the second mode should be: an independent bookkeeping in plain numbers. Account 0 is its own. Each act answers
 * what the ledger should: `executed`, or the name of the abort.
 */
export class PaymentModel {
  readonly balances: bigint[];
  readonly closed = new Set<number>();
  readonly collections: Collection[] = [];
  wallet: bigint;
  reserve = 0n;
  ownFunds: bigint;
  /** What creditors were paid under order and owners have not brought back, and what these brought. */
  creditors = 0n;
  broughtIn = 0n;
  income = 0n;
  expense = 0n;
  private readonly terms = new Map<number, Terms>();
  /** Terms that merchants were told of, and those that ended, with the time from which or until which they count. */
  private readonly announced = new Map<number, Terms & { readonly fromMs: number }>();
  private readonly former = new Map<number, Terms & { readonly untilMs: number }>();
  private hadMerchants = false;

  constructor(accounts: number, wallet: bigint, ownFunds: bigint) {
    this.balances = Array.from({ length: accounts + 1 }, () => 0n);
    this.wallet = wallet;
    this.ownFunds = ownFunds;
  }

  get outstanding(): bigint {
    return this.balances.reduce((sum, balance) => sum + balance, 0n);
  }

  open(count: number): string {
    if (count === 0) return "ENoAccounts";
    for (let index = 0; index < count; index++) this.balances.push(0n);
    return "executed";
  }

  close(account: number): string {
    if (account === 0) return "EOwnAccount";
    if (account >= this.balances.length) return "EUnknownAccount";
    if (this.closed.has(account)) return "EAccountClosed";
    if (this.balances[account] !== 0n) return "ENotEmpty";
    this.closed.add(account);
    return "executed";
  }

  topUp(account: number, amount: bigint): string {
    if (amount === 0n) return "EZeroAmount";
    if (amount > this.wallet) return "EInsufficientMoney";
    const refusal = this.credited(account, amount);
    if (refusal !== undefined) return refusal;
    this.wallet -= amount;
    this.reserve += amount;
    return "executed";
  }

  payOut(account: number, amount: bigint): string {
    const refusal = this.debited(account, amount);
    if (refusal !== undefined) return refusal;
    this.wallet += amount;
    this.reserve -= amount;
    return "executed";
  }

  grant(account: number, amount: bigint): string {
    if (amount === 0n) return "EZeroAmount";
    if (amount > this.ownFunds) return "EInsufficientSettlement";
    const refusal = this.credited(account, amount);
    if (refusal !== undefined) return refusal;
    this.ownFunds -= amount;
    this.reserve += amount;
    this.expense += amount;
    return "executed";
  }

  replenish(amount: bigint): string {
    if (amount === 0n) return "EZeroAmount";
    if (amount > this.ownFunds) return "EInsufficientSettlement";
    this.ownFunds -= amount;
    this.reserve += amount;
    return "executed";
  }

  /** A creditor is paid out of own funds, never out of the reserve. */
  attach(amount: bigint): string {
    if (amount === 0n) return "EZeroAmount";
    if (amount > this.ownFunds) return "EInsufficientSettlement";
    this.ownFunds -= amount;
    this.creditors += amount;
    this.expense += amount;
    return "executed";
  }

  contribute(amount: bigint): string {
    if (amount === 0n) return "EZeroAmount";
    if (amount > this.creditors) return "EInsufficientSettlement";
    this.creditors -= amount;
    this.ownFunds += amount;
    this.broughtIn += amount;
    return "executed";
  }

  sweep(amount: bigint): string {
    if (amount > this.reserve - this.outstanding) return "EExceedsSurplus";
    if (amount === 0n) return "EZeroAmount";
    this.reserve -= amount;
    this.ownFunds += amount;
    return "executed";
  }

  setTerms(account: number, bps: bigint, fixed: bigint, nowMs: number): string {
    if (account === 0) return "EOwnAccount";
    if (account >= this.balances.length) return "EUnknownAccount";
    const former = this.former.get(account);
    const held = this.terms.get(account) ?? (former !== undefined && nowMs < former.untilMs ? former : undefined);
    const told = this.announced.get(account);
    const isTold =
      told !== undefined && bps <= told.bps && fixed <= told.fixed && nowMs >= told.fromMs && nowMs - told.fromMs <= 30 * DAY_MS;
    if (held !== undefined && (bps > held.bps || fixed > held.fixed) && !isTold) return "ENotAnnounced";
    this.terms.set(account, { bps, fixed });
    this.announced.delete(account);
    this.former.delete(account);
    this.hadMerchants = true;
    return "executed";
  }

  announceTerms(account: number, bps: bigint, fixed: bigint, nowMs: number): string {
    if (!this.terms.has(account)) return "ENotMerchant";
    this.announced.set(account, { bps, fixed, fromMs: nowMs + 60 * DAY_MS });
    return "executed";
  }

  endTerms(account: number, nowMs: number): string {
    const terms = this.terms.get(account);
    if (terms === undefined) return "ENotMerchant";
    this.former.set(account, { ...terms, untilMs: nowMs + 60 * DAY_MS });
    this.terms.delete(account);
    this.announced.delete(account);
    return "executed";
  }

  get hasMerchants(): boolean {
    return this.hadMerchants;
  }

  /** Statuses by name. */
  pay(payments: readonly ModelPayment[]): string[] {
    return payments.map(({ payer, payee, amount }) => this.transfer(payer, payee, amount));
  }

  collect(payments: readonly ModelPayment[]): string[] {
    return payments.map(({ payer, payee: merchant, amount }) => {
      const terms = this.terms.get(merchant);
      if (terms === undefined) return "no_merchant";
      const fee = (amount * terms.bps) / 10_000n + terms.fixed;
      if (fee > 0n && fee >= amount) return "fee_exceeds_amount";
      const before = [...this.balances];
      let status = fee === 0n ? "accepted" : this.transfer(payer, 0, fee);
      if (status === "accepted") status = this.transfer(payer, merchant, amount - fee);
      if (status !== "accepted") {
        this.balances.splice(0, before.length, ...before);
        return status;
      }
      // The fee is redeemed: it leaves the accounts, and its cover stays.
      this.balances[0] = (this.balances[0] ?? 0n) - fee;
      this.income += fee;
      this.collections.push({ payer, merchant, left: amount });
      return "accepted";
    });
  }

  refund(refunds: readonly { readonly number: number; readonly amount: bigint }[]): string[] {
    return refunds.map(({ number, amount }) => {
      const collection = this.collections[number];
      if (collection === undefined) return "unknown_collection";
      if (amount > collection.left) return "refund_exceeds_payment";
      const status = this.transfer(collection.merchant, collection.payer, amount);
      if (status === "accepted") collection.left -= amount;
      return status;
    });
  }

  private transfer(payer: number, payee: number, amount: bigint): string {
    if (amount === 0n) return "zero_amount";
    if (payer === payee) return "same_account";
    const from = this.balances[payer];
    const to = this.balances[payee];
    if (from === undefined) return "unknown_payer";
    if (to === undefined) return "unknown_payee";
    if (this.closed.has(payer)) return "payer_closed";
    if (this.closed.has(payee)) return "payee_closed";
    if (from < amount) return "insufficient_balance";
    this.balances[payer] = from - amount;
    this.balances[payee] = to + amount;
    return "accepted";
  }

  private credited(account: number, amount: bigint): string | undefined {
    const balance = this.balances[account];
    if (balance === undefined) return "EUnknownAccount";
    if (this.closed.has(account)) return "EAccountClosed";
    this.balances[account] = balance + amount;
    return undefined;
  }

  private debited(account: number, amount: bigint): string | undefined {
    if (amount === 0n) return "EZeroAmount";
    const balance = this.balances[account];
    if (balance === undefined) return "EUnknownAccount";
    if (this.closed.has(account)) return "EAccountClosed";
    if (balance < amount) return "EInsufficientBalance";
    this.balances[account] = balance - amount;
    return undefined;
  }
}
