import type { Customer } from "../customers/customer.ts";
import type { OfficeStore } from "../store/office-store.ts";
import type { StatementLine } from "./statement-line.ts";

/** A movement without what the journal itself knows. */
export type Movement = Omit<StatementLine, "balanceMinor" | "amountMinor"> & { readonly amountMinor: bigint };

/** The office's own books of its customers' accounts: every line with the balance after it. Its methods run inside a transaction of the store. */
export class Journal {
  private readonly store: OfficeStore;

  constructor(store: OfficeStore) {
    this.store = store;
  }

  /** Writes a line on a customer's account. Throws for a customer that is not there or has no account: the office's own fault. */
  write(customerId: string, movement: Movement): void {
    const customer = this.store.customers.get(customerId);
    if (customer?.account === undefined) throw new Error(`customer ${customerId} has no account to write on`);
    const balanceMinor = (BigInt(customer.balanceMinor) + movement.amountMinor).toString();
    const line: StatementLine = { ...movement, amountMinor: movement.amountMinor.toString(), balanceMinor };
    void this.store.lines.put([customer.account, customer.lines], line);
    void this.store.customers.put(customerId, { ...customer, balanceMinor, lines: customer.lines + 1 });
  }

  /** Lines of an account from one time until before another, with the balance before the first of them. */
  between(
    customer: Customer,
    fromMs: number,
    untilMs: number,
  ): { readonly openingMinor: bigint; readonly lines: readonly StatementLine[] } {
    let openingMinor = 0n;
    const lines: StatementLine[] = [];
    if (customer.account === undefined) return { openingMinor, lines };
    const first = this.firstFrom(customer.account, customer.lines, fromMs);
    if (first > 0) openingMinor = BigInt(this.line(customer.account, first - 1).balanceMinor);
    const start: [number, number] = [customer.account, first];
    const end: [number, number] = [customer.account + 1, 0];
    for (const { value } of this.store.lines.getRange({ start, end })) {
      if (value.atMs >= untilMs) break;
      lines.push(value);
    }
    return { openingMinor, lines };
  }

  /** The last lines of an account before a position, at most so many, the newest first. */
  latest(customer: Customer, before: number, limit: number): (StatementLine & { readonly position: number })[] {
    const { account, lines } = customer;
    if (account === undefined) return [];
    const end = Math.min(before, lines);
    const first = Math.max(0, end - limit);
    return Array.from({ length: end - first }, (_, index) => {
      const position = end - 1 - index;
      return { position, ...this.line(account, position) };
    });
  }

  /** What a customer had after a block of the ledger, in minor units. */
  balanceAfter(customer: Customer, height: bigint): bigint {
    if (customer.account === undefined) return 0n;
    const later = this.firstWhere(customer.account, customer.lines, (line) => BigInt(line.height) > height);
    return later === 0 ? 0n : BigInt(this.line(customer.account, later - 1).balanceMinor);
  }

  /** The position of an account's first line from a time on, of so many lines. */
  private firstFrom(account: number, count: number, fromMs: number): number {
    return this.firstWhere(account, count, (line) => line.atMs >= fromMs);
  }

  /** The position of the first of so many lines that is late enough. Their times and heights never go back; the search reads a few of them, however long the account is kept. */
  private firstWhere(account: number, count: number, isLate: (line: StatementLine) => boolean): number {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (isLate(this.line(account, middle))) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private line(account: number, position: number): StatementLine {
    const line = this.store.lines.get([account, position]);
    if (line === undefined) throw new Error(`account ${account} has no line ${position}`);
    return line;
  }
}
