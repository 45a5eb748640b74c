import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { paymentRequest } from "./generated/money.ts";
import { objectAddress } from "./object-address.ts";

/** What is asked for. Who acts signs: the payee. */
export interface RequestOpening extends ActingSigner {
  /** The payee's own, not in use. */
  readonly number: bigint;
  readonly instrument: number;
  /** The payer says how much if it is absent. */
  readonly amountMinor?: bigint;
  readonly expiresMs: bigint;
  /** At most 64 bytes. */
  readonly reference?: string;
}

/** A payment on a request: payee, instrument and amount are those the payer was shown. */
export interface RequestPayment extends ActingSigner {
  readonly request: Address;
  readonly payee: Address;
  readonly instrument: number;
  readonly amountMinor: bigint;
}

/** Where a payee's request of a number lies. */
export function paymentRequestAddress(payee: Address, number: bigint): Address {
  return objectAddress("payment-request", payee, number);
}

/** `0x2::payment_request::open`: puts a request on the ledger, which can be paid once. Aborts with `ERequestExists`, `ENoWallet`, `EUnknownInstrument`, `EZeroAmount`, `EPastExpiry`, `EReferenceTooLong`. */
export function openPaymentRequest(opening: RequestOpening): Call {
  const { signer: payee = 0, number, instrument, amountMinor: amount, expiresMs, reference = "" } = opening;
  return paymentRequest.open({ payee, number, instrument, amount, expiresMs, reference });
}

/** `0x2::payment_request::pay`. Aborts with `ENoRequest`, `EOtherPayee`, `EOtherInstrument`, `EOtherAmount`, `EPaidAlready`, `EExpired`, in that order, and then as `pay` does. */
export function payRequest(payment: RequestPayment): Call {
  const { signer: payer = 0, request, payee, instrument, amountMinor: amount } = payment;
  return paymentRequest.pay({ payer, request, payee, instrument, amount });
}

/** `0x2::payment_request::withdraw`: the payee takes a request back; a paid one stays until it expires (`EStillShown`). */
export function withdrawPaymentRequest(withdrawal: ActingSigner & { readonly number: bigint }): Call {
  return paymentRequest.withdraw({ payee: withdrawal.signer ?? 0, number: withdrawal.number });
}
