import type { Difference } from "./reconciliation.ts";

/** A customer's account as the office has it. */
export interface OfficeAccount {
  readonly account: number;
  readonly customer: string;
  readonly balanceMinor: bigint;
  /** Sum of the lines of its statement. */
  readonly linesMinor: bigint;
  /** The position of the first line that does not say the sum up to it, or that is not at its place; absent if all do. */
  readonly wrongLine?: number;
}

/** An account as the ledger has it. */
export interface LedgerAccount {
  readonly account: number;
  readonly balanceMinor: bigint;
  readonly state: "open" | "frozen" | "closed";
}

/** What the ledger says of the institution as a whole, in minor units. */
export interface LedgerTotals {
  /** E-money or deposits issued and not redeemed. */
  readonly outstandingMinor: bigint;
  /** Of it outside customers' accounts: in clearing, in red packets, in what a bank keeps for payment institutions. */
  readonly elsewhereMinor: bigint;
  /** What is put aside for e-money; absent of a bank, which lends its customers' money on. */
  readonly coverMinor?: bigint;
}

/** Every difference between the two sides, both of the same block. Accounts of the institution's own (`own`) are in no customer's name. */
export function compareBooks(
  office: readonly OfficeAccount[],
  ledger: readonly LedgerAccount[],
  totals: LedgerTotals,
  own: ReadonlySet<number>,
): Difference[] {
  const differences: Difference[] = [];
  const known = new Map<number, OfficeAccount>();
  for (const each of office) {
    const other = known.get(each.account);
    if (other === undefined) known.set(each.account, each);
    else differences.push({ kind: "shared_account", account: each.account, customer: each.customer, other: other.customer });
  }
  let sum = 0n;
  for (const { account, balanceMinor, state } of ledger) {
    sum += balanceMinor;
    const mine = known.get(account);
    known.delete(account);
    if (mine === undefined) {
      if (!own.has(account)) differences.push({ kind: "unknown_account", account, ledgerMinor: `${balanceMinor}` });
      continue;
    }
    const { customer } = mine;
    if (mine.balanceMinor !== balanceMinor) {
      differences.push({ kind: "balance", account, customer, officeMinor: `${mine.balanceMinor}`, ledgerMinor: `${balanceMinor}` });
    }
    if (state !== "open") differences.push({ kind: "account_state", account, customer, state });
  }
  for (const { account, customer, balanceMinor } of known.values()) {
    differences.push({ kind: "missing_account", account, customer, officeMinor: `${balanceMinor}` });
  }
  for (const { account, customer, balanceMinor, linesMinor, wrongLine } of office) {
    if (wrongLine !== undefined) differences.push({ kind: "line", account, customer, position: wrongLine });
    if (balanceMinor !== linesMinor) {
      differences.push({ kind: "journal", account, customer, officeMinor: `${balanceMinor}`, linesMinor: `${linesMinor}` });
    }
  }
  const { outstandingMinor, elsewhereMinor, coverMinor } = totals;
  if (sum !== outstandingMinor - elsewhereMinor) {
    differences.push({ kind: "outstanding", accountsMinor: `${sum}`, outstandingMinor: `${outstandingMinor - elsewhereMinor}` });
  }
  if (coverMinor !== undefined && coverMinor < outstandingMinor) {
    differences.push({ kind: "cover", outstandingMinor: `${outstandingMinor}`, coverMinor: `${coverMinor}` });
  }
  return differences;
}
