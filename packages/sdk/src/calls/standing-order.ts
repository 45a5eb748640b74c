import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { standingOrder } from "./generated/money.ts";
import { objectAddress } from "./object-address.ts";

/** What lies between two payments, by the number the ledger has for it. */
export const ORDER_PERIOD = { days: 1, weeks: 2, months: 3, years: 4 } as const;

export type OrderPeriod = keyof typeof ORDER_PERIOD;

/** Why a payment was refused, by its number. */
export const PAYMENT_REFUSALS = [
  "allowed",
  "zero_amount",
  "same_wallet",
  "no_payer",
  "no_payee",
  "undefined_tier",
  "balance_limit",
  "single_limit",
  "daily_limit",
  "yearly_limit",
  "insufficient_money",
  "no_room",
  "payer_frozen",
] as const;

/** What is ordered. Who acts signs: the payer, once. */
export interface OrderTerms extends ActingSigner {
  /** The payer's own, not in use. */
  readonly number: bigint;
  readonly payee: Address;
  readonly instrument: number;
  readonly amountMinor: bigint;
  readonly period: OrderPeriod;
  /** Every so many of them: 1 to 366. */
  readonly every: bigint;
  /** Days since 1 January 1970 in the unit's zone, see {@link dayOf}. */
  readonly firstDay: bigint;
  /** For ever if absent. */
  readonly lastDay?: bigint;
}

/** The day of a date such as `2026-01-31`, counted from 1 January 1970. Throws `RangeError` for what is no date of the calendar. */
export function dayOf(date: string): bigint {
  const [year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)?.slice(1).map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined)
    throw new RangeError(`${JSON.stringify(date)} is not a date such as 2026-01-31`);
  const timeMs = Date.UTC(year, month - 1, day);
  if (new Date(timeMs).toISOString().slice(0, 10) !== date || timeMs < 0) throw new RangeError(`${date} is not in the calendar`);
  return BigInt(timeMs) / 86_400_000n;
}

/** Where a payer's order of a number lies. */
export function standingOrderAddress(payer: Address, number: bigint): Address {
  return objectAddress("standing-order", payer, number);
}

/** `0x2::standing_order::order`. Aborts with `EOrderExists`, `EZeroAmount`, `ESameWallet`, `ENoWallet`, `EBadPeriod`, `EBadDays`. */
export function orderPayments(terms: OrderTerms): Call {
  const { signer: payer = 0, number, payee, instrument, amountMinor: amount, period, every, firstDay, lastDay } = terms;
  return standingOrder.order({ payer, number, payee, instrument, amount, period: ORDER_PERIOD[period], every, firstDay, lastDay });
}

/** `0x2::standing_order::trigger`: anybody, when a payment is due; what cannot be paid is said in an event `OrderRefused`. Aborts with `ENotDue`, `ENoOrder`. */
export function triggerOrder(act: { readonly order: Address }): Call {
  return standingOrder.trigger({ order: act.order });
}

/** `0x2::standing_order::cancel`: the payer ends it. Aborts with `ENotPayer`, `ENoOrder`. */
export function cancelOrder(act: ActingSigner & { readonly order: Address }): Call {
  return standingOrder.cancel({ payer: act.signer ?? 0, order: act.order });
}
