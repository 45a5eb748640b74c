import type { StandingOrder } from "../orders/standing-order.ts";

/** Rules by which an order can be refused, in the order in which they are tested. */
export const RULES = ["balance", "single", "daily", "yearly"] as const;
export type Rule = (typeof RULES)[number];

/** How one order ended. */
export type OrderEnd = "settled" | Rule;

/** Counts of a run. */
export interface Tally {
  settled: number;
  readonly refused: Record<Rule, number>;
  totalMinor: bigint;
  /** What is left in payers' wallets of orders that limits refused. */
  leftMinor: bigint;
  /** Settled orders and amounts by the bank that received them. */
  readonly perBank: Map<string, { orders: number; amountMinor: bigint }>;
}

export function createTally(orders: readonly StandingOrder[]): Tally {
  const banks = [...new Set(orders.map(({ bankTo }) => bankTo))].sort();
  return {
    settled: 0,
    refused: { balance: 0, single: 0, daily: 0, yearly: 0 },
    totalMinor: 0n,
    leftMinor: 0n,
    perBank: new Map(banks.map((bank) => [bank, { orders: 0, amountMinor: 0n }])),
  };
}

/** Counts one order that came to its end. */
export function countOrder(tally: Tally, order: StandingOrder, end: OrderEnd): void {
  if (end !== "settled") {
    tally.refused[end] += 1;
    return;
  }
  const bank = tally.perBank.get(order.bankTo);
  if (bank === undefined) throw new Error(`no order of this file goes to bank ${order.bankTo}`);
  tally.settled += 1;
  tally.totalMinor += order.amountMinor;
  bank.orders += 1;
  bank.amountMinor += order.amountMinor;
}
