import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { customerRedPacket, customerStandingOrder } from "./generated/banking.ts";
import { objectAddress } from "./object-address.ts";
import { ORDER_PERIOD, type OrderPeriod } from "./standing-order.ts";

/** What a customer of an institution gives. Who acts signs: the institution. Accounts are numbers in its book. */
export interface CustomerRedPacketGift extends ActingSigner {
  /** The institution's own, not in use. */
  readonly number: bigint;
  readonly giver: number;
  readonly amountMinor: bigint;
  /** 1 to 100. */
  readonly shares: bigint;
  /** 32 bytes that decide what each taker draws; equal shares if absent. */
  readonly seed?: Uint8Array;
  /** Within 31 days. */
  readonly expiresMs: bigint;
}

/** What a customer of an institution orders. Who acts signs: the institution, once. */
export interface CustomerOrderTerms extends ActingSigner {
  /** The institution's own, not in use. */
  readonly number: bigint;
  readonly payer: number;
  readonly payee: number;
  readonly amountMinor: bigint;
  readonly period: OrderPeriod;
  /** Every so many of them: 1 to 366. */
  readonly every: bigint;
  /** Days since 1 January 1970 in the unit's zone, see `dayOf`. */
  readonly firstDay: bigint;
  /** For ever if absent. */
  readonly lastDay?: bigint;
}

type OfInstitution = { readonly institution: Address; readonly number: bigint };

/** Where an institution's red packet of a number lies. */
export function customerRedPacketAddress(institution: Address, number: bigint): Address {
  return objectAddress("customer-red-packet", institution, number);
}

/** Where an institution's standing order of a number lies. */
export function customerOrderAddress(institution: Address, number: bigint): Address {
  return objectAddress("customer-standing-order", institution, number);
}

/** `0x4::customer_red_packet::give`: off a customer's account. Aborts with `EPacketExists`, `EBadShares`, `EBadSeed`, `EBadExpiry`, `EInsufficientBalance`, `EAccountFrozen`. */
export function giveCustomerRedPacket(gift: CustomerRedPacketGift): Call {
  const { signer: institution = 0, number, giver, amountMinor: amount, shares, seed, expiresMs } = gift;
  const isRandom = seed !== undefined;
  return customerRedPacket.give({ institution, number, giver, amount, shares, isRandom, seed: seed ?? new Uint8Array(32), expiresMs });
}

/** `0x4::customer_red_packet::take`: onto another customer's account. Aborts with `ENoPacket`, `EOwnPacket`, `EExpired`, `ETakenAlready`. */
export function takeCustomerRedPacket(taking: ActingSigner & { readonly number: bigint; readonly taker: number }): Call {
  return customerRedPacket.take({ institution: taking.signer ?? 0, number: taking.number, taker: taking.taker });
}

/** `0x4::customer_red_packet::expire`: anybody gives back what nobody took, to the giver, wherever the giver was handed on to. Aborts with `ENoPacket`, `ENotExpired`, `EAccountClosed`. */
export function expireCustomerRedPacket(act: OfInstitution): Call {
  return customerRedPacket.expire({ institution: act.institution, number: act.number });
}

/** `0x4::customer_red_packet::release`: what a closed account gave goes to another customer's. Aborts with `EGiverOpen`, `EOwnAccount`. */
export function releaseCustomerRedPacket(release: ActingSigner & { readonly number: bigint; readonly account: number }): Call {
  return customerRedPacket.release({ institution: release.signer ?? 0, number: release.number, account: release.account });
}

/** `0x4::customer_red_packet::release_ported`: the same by the institution that the giver was handed on to, for a packet of `institution`. Aborts with `EOtherInstitution`, `EGiverOpen`, `EOwnAccount`. */
export function releasePortedRedPacket(release: ActingSigner & OfInstitution & { readonly account: number }): Call {
  const { signer: successor = 0, institution, number, account } = release;
  return customerRedPacket.releasePorted({ successor, institution, number, account });
}

/** `0x4::customer_red_packet::release_for`: the same by a supervisor, where the giver's institution has no licence. Aborts with `ELicenceStands`, `EGiverOpen`, `EOwnAccount`. */
export function releaseCustomerRedPacketFor(release: ActingSigner & OfInstitution & { readonly account: number }): Call {
  const { signer: supervisor = 0, institution, number, account } = release;
  return customerRedPacket.releaseFor({ supervisor, institution, number, account });
}

/** `0x4::customer_standing_order::order`. Aborts with `EOrderExists`, `EZeroAmount`, `ESameAccount`, `EUnknownAccount`, `EBadPeriod`, `EBadDays`. */
export function orderCustomerPayments(terms: CustomerOrderTerms): Call {
  const { signer: institution = 0, number, payer, payee, amountMinor: amount, period, every, firstDay, lastDay } = terms;
  return customerStandingOrder.order({ institution, number, payer, payee, amount, period: ORDER_PERIOD[period], every, firstDay, lastDay });
}

/** `0x4::customer_standing_order::trigger`: anybody, when a payment is due. Aborts with `ENoOrder`, `ENotDue`. */
export function triggerCustomerOrder(act: OfInstitution): Call {
  return customerStandingOrder.trigger({ institution: act.institution, number: act.number });
}

/** `0x4::customer_standing_order::cancel`: the institution ends it. Aborts with `ENoOrder`. */
export function cancelCustomerOrder(cancelling: ActingSigner & { readonly number: bigint }): Call {
  return customerStandingOrder.cancel({ institution: cancelling.signer ?? 0, number: cancelling.number });
}
