import type { Address, Call } from "@sycee/protocol";
import type { ClearingActing } from "./clearing-house.ts";
import { clearingCycle, clearingEntry, clearingGross, clearingReturns } from "./generated/banking.ts";

/** How payments settle: each by itself as soon as there are the funds, or set off against each other in a cycle. */
export const CLEARING_MODE = { gross: 1, net: 2 } as const;
export type ClearingMode = keyof typeof CLEARING_MODE;

/** How urgent a payment is: what waits is ranked by this, then by when it entered. */
export const CLEARING_PRIORITY = { highlyUrgent: 1, urgent: 2, normal: 3 } as const;
export type ClearingPriority = keyof typeof CLEARING_PRIORITY;

/** Payments that one transaction can bring in, and the gas to allow it and a settlement of as many. */
export const MAX_CLEARING_PAYMENTS = 512;
export const CLEARING_GAS_LIMIT = 100_000_000n;

export interface ClearingPayment {
  /** The payer's account in the books of the signing institution. */
  readonly fromAccount: number;
  /** The payee's institution, and its account there. */
  readonly payee: Address;
  readonly toAccount: number;
  readonly amountMinor: bigint;
}

/** How payments are to settle. */
export interface ClearingTerms extends ClearingActing {
  readonly mode: ClearingMode;
  /** `normal` if absent. */
  readonly priority?: ClearingPriority;
}

/**
 * `0x4::clearing_entry::submit`: a payment of a customer of the signing institution enters. The amount leaves the customer's
 * account; the payee is credited in the block in which the payment settles. A gross payment settles at once where its payer's
 * institution has the funds and nothing of it waits ahead.
 *
 * @example
 * const payment = { fromAccount: 3, payee: valleyBank, toAccount: 8, amountMinor: 12_50n };
 * await client.send({ signers: [harbourBank], calls: [submitPayment({ house, mode: "gross", ...payment })] });
 */
export function submitPayment(payment: ClearingTerms & ClearingPayment): Call {
  const { signer: institution = 0, house, fromAccount, payee, toAccount, mode, priority = "normal", amountMinor } = payment;
  return clearingEntry.submit({
    institution,
    house,
    fromAccount,
    payee,
    toAccount,
    mode: CLEARING_MODE[mode],
    priority: CLEARING_PRIORITY[priority],
    amount: amountMinor,
  });
}

/** `0x4::clearing_entry::submit_batch`: payments of one mode and priority, all of them or none; at most {@link MAX_CLEARING_PAYMENTS}, with {@link CLEARING_GAS_LIMIT}. */
export function submitPayments(batch: ClearingTerms & { readonly payments: readonly ClearingPayment[] }): Call {
  const { signer: institution = 0, house, mode, priority = "normal", payments } = batch;
  return clearingEntry.submitBatch({
    institution,
    house,
    fromAccounts: payments.map(({ fromAccount }) => fromAccount),
    payees: payments.map(({ payee }) => payee),
    toAccounts: payments.map(({ toAccount }) => toAccount),
    mode: CLEARING_MODE[mode],
    priority: CLEARING_PRIORITY[priority],
    amounts: payments.map(({ amountMinor }) => amountMinor),
  });
}

/** `0x4::clearing_gross::settle`: settles all gross payments that can settle together with the funds there are. Anybody may ask for it, with {@link CLEARING_GAS_LIMIT}. */
export function settleGross(house: Address): Call {
  return clearingGross.settle({ house });
}

/** `0x4::clearing_cycle::settle`: settles the closed cycle. Anybody may ask for it, with {@link CLEARING_GAS_LIMIT}. Aborts with `EFundsMissing` while a participant is short and has time left. */
export function settleCycle(house: Address): Call {
  return clearingCycle.settle({ house });
}

/** `0x4::clearing_returns::revoke`: the signing institution takes back a payment of its own that waits. */
export function revokePayment(revocation: ClearingActing & { readonly number: bigint }): Call {
  return clearingReturns.revoke({ institution: revocation.signer ?? 0, house: revocation.house, number: revocation.number });
}

/** `0x4::clearing_returns::set_priority`: changes how urgent a payment of the signing institution is that waits. */
export function setPaymentPriority(change: ClearingActing & { readonly number: bigint; readonly priority: ClearingPriority }): Call {
  const { signer: institution = 0, house, number, priority } = change;
  return clearingReturns.setPriority({ institution, house, number, priority: CLEARING_PRIORITY[priority] });
}

/** `0x4::clearing_returns::return_unsettleable`: returns payments that can no longer settle to their payers. Anybody may ask for it. */
export function returnUnsettleable(returning: { readonly house: Address; readonly numbers: readonly bigint[] }): Call {
  return clearingReturns.returnUnsettleable({ house: returning.house, numbers: returning.numbers });
}

/** `0x4::clearing_returns::claim`: money that came back to a closed account goes onto another account of the signing institution. */
export function claimReturned(claim: ClearingActing & { readonly number: bigint; readonly account: number }): Call {
  const { signer: institution = 0, house, number, account } = claim;
  return clearingReturns.claim({ institution, house, number, account });
}

/** `0x4::clearing_returns::recall`: the signing institution asks for a settled payment of its own back. The reason has 1 to 256 bytes. */
export function recallPayment(recall: ClearingActing & { readonly number: bigint; readonly reason: string }): Call {
  const { signer: institution = 0, house, number, reason } = recall;
  return clearingReturns.recall({ institution, house, number, reason });
}

/** `0x4::clearing_returns::refuse_recall`: the signing institution, which received the payment, answers a recall with no. */
export function refuseRecall(refusal: ClearingActing & { readonly number: bigint; readonly reason: string }): Call {
  const { signer: institution = 0, house, number, reason } = refusal;
  return clearingReturns.refuseRecall({ institution, house, number, reason });
}

/** `0x4::clearing_returns::give_back_settled`: the signing institution, which received a payment, gives it back by a new one. */
export function giveBackPayment(giving: ClearingTerms & { readonly number: bigint }): Call {
  const { signer: institution = 0, house, number, mode, priority = "normal" } = giving;
  return clearingReturns.giveBackSettled({
    institution,
    house,
    number,
    mode: CLEARING_MODE[mode],
    priority: CLEARING_PRIORITY[priority],
  });
}

/** `0x4::clearing_returns::forget`: forgets settled payments that can no longer be recalled or given back. Anybody may ask for it. */
export function forgetSettled(forgetting: { readonly house: Address; readonly numbers: readonly bigint[] }): Call {
  return clearingReturns.forget({ house: forgetting.house, numbers: forgetting.numbers });
}

/** `0x4::clearing_returns::forget_oldest`: the same of the oldest, up to the first that waits or can still be recalled. Anybody may ask for it. */
export function forgetOldestSettled(house: Address): Call {
  return clearingReturns.forgetOldest({ house });
}
