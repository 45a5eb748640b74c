import type { TransferStatus } from "@sycee/sdk";

const MAX_BALANCE = 2n ** 63n - 2n;

interface ModelAccount {
  balance: bigint;
  state: "open" | "frozen" | "closed";
}

/** Customers' accounts kept a second time, in plain TypeScript and from the rules alone. Each act answers `executed` or the name of the rule that refuses it. */
export class CustomerBookModel {
  readonly accounts: ModelAccount[] = [];
  till: bigint;
  /** Numbers of the warrants that accounts are under, oldest first. */
  readonly #warrants = new Map<number, readonly bigint[]>();
  #lastWarrant = 0n;

  constructor(till: bigint) {
    this.till = till;
  }

  get pool(): bigint {
    return this.accounts.reduce((sum, { balance }) => sum + balance, 0n);
  }

  open(count: number): string {
    if (count === 0) return "ENoAccounts";
    for (let index = 0; index < count; index++) this.accounts.push({ balance: 0n, state: "open" });
    return "executed";
  }

  close(number: number): string {
    const account = this.accounts[number];
    if (account === undefined) return "EUnknownAccount";
    if (account.state === "closed") return "EAccountClosed";
    if (account.state === "frozen") return "EAccountFrozen";
    if (account.balance > 0n) return "ENotEmpty";
    account.state = "closed";
    return "executed";
  }

  /** A warrant is issued that ends after the model does. */
  freeze(number: number): string {
    const standing = this.#warrants.get(number) ?? [];
    if (standing.length === 16) return "ETooManyWarrants";
    const account = this.accounts[number];
    if (account === undefined) return "EUnknownAccount";
    if (account.state === "closed") return "EAccountClosed";
    account.state = "frozen";
    this.#lastWarrant += 1n;
    this.#warrants.set(number, [...standing, this.#lastWarrant]);
    return "executed";
  }

  /** The oldest warrant that an account is under; 0 if it is under none. */
  warrantOf(number: number): bigint {
    return this.#warrants.get(number)?.[0] ?? 0n;
  }

  /** Lifts the oldest warrant of an account. */
  lift(number: number): string {
    const [first, ...others] = this.#warrants.get(number) ?? [];
    const account = this.accounts[number];
    if (first === undefined || account === undefined) return "EUnknownWarrant";
    this.#warrants.set(number, others);
    if (others.length === 0) account.state = "open";
    return "executed";
  }

  deposit(numbers: readonly number[], amounts: readonly bigint[]): string {
    const total = amounts.reduce((sum, amount) => sum + amount, 0n);
    if (total === 0n) return "EZeroAmount";
    if (total > this.till) return "EInsufficientTill";
    if (numbers.length === 0) return "ENoAccounts";
    const before = this.accounts.map((account) => ({ ...account }));
    for (const [index, number] of numbers.entries()) {
      const refusal = this.credit(number, amounts[index] ?? 0n);
      if (refusal === undefined) continue;
      this.accounts.splice(0, this.accounts.length, ...before);
      return refusal;
    }
    this.till -= total;
    return "executed";
  }

  withdraw(number: number, amount: bigint): string {
    if (amount === 0n) return "EZeroAmount";
    const account = this.accounts[number];
    if (account === undefined) return "EUnknownAccount";
    if (account.state === "closed") return "EAccountClosed";
    if (account.state === "frozen") return "EAccountFrozen";
    if (amount > account.balance) return "EInsufficientBalance";
    account.balance -= amount;
    this.till += amount;
    return "executed";
  }

  transfer(payer: number, payee: number, amount: bigint): TransferStatus {
    if (amount === 0n) return "zero_amount";
    if (payer === payee) return "same_account";
    const from = this.accounts[payer];
    if (from === undefined) return "unknown_payer";
    const to = this.accounts[payee];
    if (to === undefined) return "unknown_payee";
    if (from.state === "closed") return "payer_closed";
    if (to.state === "closed") return "payee_closed";
    if (from.state === "frozen") return "payer_frozen";
    if (from.balance < amount) return "insufficient_balance";
    if (to.balance + amount > MAX_BALANCE) return "balance_overflow";
    from.balance -= amount;
    to.balance += amount;
    return "accepted";
  }

  private credit(number: number, amount: bigint): string | undefined {
    if (amount === 0n) return "EZeroAmount";
    const account = this.accounts[number];
    if (account === undefined) return "EUnknownAccount";
    if (account.state === "closed") return "EAccountClosed";
    if (account.balance + amount > MAX_BALANCE) return "EBalanceOverflow";
    account.balance += amount;
    return undefined;
  }
}
