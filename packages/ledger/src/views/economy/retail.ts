import type { EscrowJson, PaymentRequestJson, RedPacketJson, StandingOrderJson } from "@sycee/protocol";
import type { Address } from "@sycee/protocol/core";
import type { JsonFields } from "../table-entries.ts";
import { fieldsOf, integerOf, listOf, type StateReader, textOf, textOrNull } from "../state-reader.ts";
import { dateText, monthsAfter } from "./calendar.ts";

const ESCROW_STATES = ["paid", "shipped", "disputed", "decided"] as const;
const PERIODS = ["day", "week", "month", "year"] as const;

/** The escrow at an address; `undefined` where there is none. */
export function escrowAt(state: StateReader, escrow: Address): EscrowJson | undefined {
  const value = state.resource("money", "escrow", "Escrow", escrow);
  if (value === undefined) return undefined;
  const money = fieldsOf(value.money);
  const step = ESCROW_STATES[Number(value.state) - 1];
  if (step === undefined) throw new Error(`the escrow at ${escrow} is in state ${String(value.state)}`);
  return {
    escrow,
    number: textOf(value.number),
    buyer: textOf(value.buyer),
    seller: textOf(value.seller),
    arbiter: textOrNull(value.arbiter),
    ...state.nameOf(money.instrument),
    amountMinor: textOf(money.value),
    state: step,
    untilMs: textOf(value.until_ms),
    isDue: integerOf(value.until_ms) <= state.timeMs,
    silentShareBps: Number(value.silent_share_bps),
    forSellerMinor: step === "decided" ? textOf(value.for_seller) : null,
  };
}

/** The payment request at an address; `undefined` where there is none. */
export function paymentRequestAt(state: StateReader, request: Address): PaymentRequestJson | undefined {
  const value = state.resource("money", "payment_request", "PaymentRequest", request);
  if (value === undefined) return undefined;
  const payment = value.payment === null ? null : fieldsOf(value.payment);
  const isExpired = integerOf(value.expires_ms) <= state.timeMs;
  return {
    request,
    number: textOf(value.number),
    payee: textOf(value.payee),
    ...state.nameOf(value.instrument),
    amountMinor: textOrNull(value.amount),
    reference: textOf(value.reference),
    expiresMs: textOf(value.expires_ms),
    state: payment !== null ? "paid" : isExpired ? "expired" : "open",
    payment:
      payment === null ? null : { payer: textOf(payment.payer), amountMinor: textOf(payment.amount), timeMs: textOf(payment.time_ms) },
  };
}

/** The red packet at an address; `undefined` where there is none. */
export function redPacketAt(state: StateReader, packet: Address): RedPacketJson | undefined {
  const value = state.resource("money", "red_packet", "RedPacket", packet);
  if (value === undefined) return undefined;
  const money = fieldsOf(value.money);
  return {
    packet,
    number: textOf(value.number),
    giver: textOf(value.giver),
    ...state.nameOf(money.instrument),
    amountMinor: textOf(money.value),
    sharesLeft: textOf(value.shares_left),
    taken: listOf(value.taken_by).length,
    isRandom: value.is_random === true,
    needsKey: textOf(value.key) !== "0x",
    expiresMs: textOf(value.expires_ms),
    isDue: integerOf(value.expires_ms) <= state.timeMs,
  };
}

/** The standing order at an address; `undefined` where there is none. */
export function standingOrderAt(state: StateReader, order: Address): StandingOrderJson | undefined {
  const value = state.resource("money", "standing_order", "StandingOrder", order);
  if (value === undefined) return undefined;
  const due = fieldsOf(value.due);
  const period = PERIODS[Number(due.period) - 1];
  if (period === undefined) throw new Error(`the standing order at ${order} has period ${String(due.period)}`);
  const last = due.last_day === null ? undefined : Number(due.last_day);
  const next = occurrence(due, period, Number(value.next));
  return {
    order,
    number: textOf(value.number),
    payer: textOf(value.payer),
    payee: textOf(value.payee),
    ...state.nameOf(value.instrument),
    amountMinor: textOf(value.amount),
    period,
    every: Number(due.every),
    firstOn: dateText(integerOf(due.first_day)),
    lastOn: last === undefined ? null : dateText(last),
    nextOn: last !== undefined && next > last ? null : dateText(next),
    paid: textOf(value.paid),
    missed: textOf(value.missed),
    lastRefusal: Number(value.last_refusal),
  };
}

/** The day of an occurrence, counted from 0, as `money::recurrence` has it. */
function occurrence(due: JsonFields, period: (typeof PERIODS)[number], index: number): number {
  const first = Number(due.first_day);
  const steps = index * Number(due.every);
  if (period === "day") return first + steps;
  if (period === "week") return first + 7 * steps;
  return monthsAfter(first, period === "month" ? steps : 12 * steps);
}
