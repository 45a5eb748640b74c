import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { escrow } from "./generated/money.ts";
import { objectAddress } from "./object-address.ts";

/** Names of the states, by the number of the state less one. */
export const ESCROW_STATES = ["paid", "shipped", "disputed", "decided"] as const;

/** What is paid in, and on which terms. Who acts signs: the buyer. */
export interface EscrowOpening extends ActingSigner {
  /** The buyer's own, not in use. */
  readonly number: bigint;
  readonly seller: Address;
  readonly instrument: number;
  readonly amountMinor: bigint;
  /** Nobody can dispute without one. */
  readonly arbiter?: Address;
  /** Each from 1 ms to 366 days. */
  readonly shipWithinMs: bigint;
  readonly inspectWithinMs: bigint;
  readonly decideWithinMs: bigint;
  /** What the seller gets if the arbiter is silent, in hundredths of a per cent: 0 to 10,000. */
  readonly silentShareBasisPoints: bigint;
}

type OfEscrow = ActingSigner & { readonly escrow: Address };

/** Where a buyer's escrow of a number lies. */
export function escrowAddress(buyer: Address, number: bigint): Address {
  return objectAddress("escrow", buyer, number);
}

/** `0x2::escrow::open`: the signer pays in. Its limits count as for a payment. Aborts with `EEscrowExists`, `ESameParty`, `EBadWindow`, `EBadShare`, and as `pay` does. */
export function openEscrow(opening: EscrowOpening): Call {
  const { signer: buyer = 0, number, seller, instrument, amountMinor: amount, arbiter } = opening;
  const { shipWithinMs, inspectWithinMs, decideWithinMs, silentShareBasisPoints: silentShareBps } = opening;
  return escrow.open({
    buyer,
    number,
    seller,
    instrument,
    amount,
    arbiter,
    shipWithinMs,
    inspectWithinMs,
    decideWithinMs,
    silentShareBps,
  });
}

/** `0x2::escrow::ship`: the seller has sent the goods; `evidence` is for the record. Aborts with `ENotSeller`, `EWrongState`, `ETooLate`. */
export function shipEscrow(shipping: OfEscrow & { readonly evidence?: Uint8Array }): Call {
  return escrow.ship({ seller: shipping.signer ?? 0, escrow: shipping.escrow, evidence: shipping.evidence ?? new Uint8Array(0) });
}

/** `0x2::escrow::confirm`: the buyer has the goods, the seller is paid. Aborts with `ENotBuyer`, `EWrongState`. */
export function confirmEscrow(act: OfEscrow): Call {
  return escrow.confirm({ buyer: act.signer ?? 0, escrow: act.escrow });
}

/** `0x2::escrow::refund`, or `0x2::escrow::refund_part` where an amount is given: the seller gives back. Aborts with `ENotSeller`, `EWrongState`, `EBadAmount`, `EBuyerCannotTake`. */
export function refundEscrow(refund: OfEscrow & { readonly amountMinor?: bigint }): Call {
  const { signer: seller = 0, amountMinor } = refund;
  if (amountMinor === undefined) return escrow.refund({ seller, escrow: refund.escrow });
  return escrow.refundPart({ seller, escrow: refund.escrow, amount: amountMinor });
}

/** `0x2::escrow::agree`: buyer and seller sign what is the seller's; they are signers 0 and 1 if nothing else is said. */
export function agreeEscrow(agreement: {
  readonly buyer?: number;
  readonly seller?: number;
  readonly escrow: Address;
  readonly forSellerMinor: bigint;
}): Call {
  const { buyer = 0, seller = 1 } = agreement;
  return escrow.agree({ buyer, seller, escrow: agreement.escrow, forSeller: agreement.forSellerMinor });
}

/** `0x2::escrow::dispute`: the buyer asks the arbiter. Aborts with `ENotBuyer`, `EWrongState`, `ETooLate`, `ENoArbiter`. */
export function disputeEscrow(act: OfEscrow): Call {
  return escrow.dispute({ buyer: act.signer ?? 0, escrow: act.escrow });
}

/** `0x2::escrow::decide`: the arbiter says what is the seller's. Aborts with `ENotArbiter`, `EWrongState`, `ETooLate`, `EBadAmount`. */
export function decideEscrow(decision: OfEscrow & { readonly forSellerMinor: bigint }): Call {
  return escrow.decide({ arbiter: decision.signer ?? 0, escrow: decision.escrow, forSeller: decision.forSellerMinor });
}

/** `0x2::escrow::expire`: anybody, when the state's time limit has passed. Aborts with `ENotDue`, `ENoEscrow`, `EDueToSeller`. */
export function expireEscrow(act: { readonly escrow: Address }): Call {
  return escrow.expire({ escrow: act.escrow });
}

/** `0x2::escrow::deliver_to`: the seller has what is due to it paid into another wallet of the same holder, as far as there is room. Aborts with `ENotSeller`, `EWrongState`, `EOtherHolder`, `ENoRoom`. */
export function deliverEscrowTo(delivery: OfEscrow & { readonly to: Address }): Call {
  return escrow.deliverTo({ seller: delivery.signer ?? 0, escrow: delivery.escrow, to: delivery.to });
}

/** `0x2::escrow::deliver`: anybody, tries again what a wallet could not take. Aborts with `EWrongState`, `ENoEscrow`. */
export function deliverEscrow(act: { readonly escrow: Address }): Call {
  return escrow.deliver({ escrow: act.escrow });
}
