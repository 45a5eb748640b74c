import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { clearingCycle, clearingFunds, clearingHouse, clearingMembership, clearingReturns } from "./generated/banking.ts";

/** An institution acts towards a clearing house. */
export interface ClearingActing extends ActingSigner {
  readonly house: Address;
}

export interface ClearingHouseOpening extends ActingSigner {
  readonly centralBank: Address;
  /** 1 to 128 bytes. */
  readonly name: string;
  /** Most payments of its own that one participant may have waiting: 1 to 512. */
  readonly mostWaiting: bigint;
  /** After so long a payment that has not settled goes back to its payer; at most 366 days, as the two below. */
  readonly longestWaitMs: bigint;
  /** How long participants have to provide funds for a closed cycle before one that is short has failed. */
  readonly graceMs: bigint;
  /** How long a settled payment can be recalled and given back. */
  readonly recallMs: bigint;
}

/** `0x4::clearing_house::open`: a licensed clearing house begins, with an empty account at the central bank. */
export function openClearingHouse(opening: ClearingHouseOpening): Call {
  const { signer: house = 0, centralBank, name, mostWaiting, longestWaitMs, graceMs, recallMs } = opening;
  return clearingHouse.open({ house, centralBank, name, mostWaiting, longestWaitMs, graceMs, recallMs });
}

/** `0x4::clearing_membership::admit`: the signing clearing house admits an institution, which takes part once it joins. */
export function admitParticipant(admission: ActingSigner & { readonly institution: Address }): Call {
  return clearingMembership.admit({ house: admission.signer ?? 0, institution: admission.institution });
}

/**
 * `0x4::clearing_membership::set_cap`: how much a participant may owe, net, in one cycle. Aborts with `ENotCovered` above what stands behind it, and
 * with `ENotAnnounced` above the cap that was set before, unless `announceNetDebitCap` gave notice of it.
 */
export function setNetDebitCap(cap: ActingSigner & { readonly institution: Address; readonly capMinor: bigint }): Call {
  return clearingMembership.setCap({ house: cap.signer ?? 0, institution: cap.institution, cap: cap.capMinor });
}

/** `0x4::clearing_membership::announce_cap`: notice of a higher cap, which can be set from seven days later on, for 30 days. */
export function announceNetDebitCap(cap: ActingSigner & { readonly institution: Address; readonly capMinor: bigint }): Call {
  return clearingMembership.announceCap({ house: cap.signer ?? 0, institution: cap.institution, cap: cap.capMinor });
}

/** `0x4::clearing_membership::join`: from now on the clearing house settles the signing institution's payments from its account at the central bank. */
export function joinClearing(acting: ClearingActing): Call {
  return clearingMembership.join({ institution: acting.signer ?? 0, house: acting.house });
}

/** `0x4::clearing_membership::leave`: the signing institution leaves, with no payment of its own waiting and no cycle closed. */
export function leaveClearing(acting: ClearingActing): Call {
  return clearingMembership.leave({ institution: acting.signer ?? 0, house: acting.house });
}

/** `0x4::clearing_membership::limit_payer`: what one participant may owe the signing one, net, in one cycle; absent lifts the limit. */
export function limitPayer(limit: ClearingActing & { readonly payer: Address; readonly limitMinor?: bigint | undefined }): Call {
  return clearingMembership.limitPayer({
    institution: limit.signer ?? 0,
    house: limit.house,
    payer: limit.payer,
    limit: limit.limitMinor,
  });
}

/** `0x4::clearing_funds::post_collateral`: collateral out of the signing institution's own funds. */
export function postCollateral(posting: ClearingActing & { readonly amountMinor: bigint }): Call {
  return clearingFunds.postCollateral({ institution: posting.signer ?? 0, house: posting.house, amount: posting.amountMinor });
}

/** `0x4::clearing_funds::take_collateral`: takes collateral back that no cap needs. */
export function takeCollateral(taking: ClearingActing & { readonly amountMinor: bigint }): Call {
  return clearingFunds.takeCollateral({ institution: taking.signer ?? 0, house: taking.house, amount: taking.amountMinor });
}

/** `0x4::clearing_funds::post_fund_share`: a share of the default fund out of the signing institution's own funds. */
export function postFundShare(posting: ClearingActing & { readonly amountMinor: bigint }): Call {
  return clearingFunds.postFundShare({ institution: posting.signer ?? 0, house: posting.house, amount: posting.amountMinor });
}

/** `0x4::clearing_funds::take_fund_share`: takes a share of the default fund back that no cap needs. */
export function takeFundShare(taking: ClearingActing & { readonly amountMinor: bigint }): Call {
  return clearingFunds.takeFundShare({ institution: taking.signer ?? 0, house: taking.house, amount: taking.amountMinor });
}

/** `0x4::clearing_funds::contribute_capital`: the signing institution pays capital into the clearing house, as one of its owners. */
export function contributeClearingCapital(contribution: ClearingActing & { readonly amountMinor: bigint }): Call {
  const { signer: institution = 0, house, amountMinor } = contribution;
  return clearingFunds.contributeCapital({ institution, house, amount: amountMinor });
}

/** `0x4::clearing_funds::return_capital`: capital that no cap needs goes back to an owner; both sign, the clearing house as `signer`, the owner as `owner`. */
export function returnClearingCapital(returning: ActingSigner & { readonly owner: number; readonly amountMinor: bigint }): Call {
  return clearingFunds.returnCapital({ house: returning.signer ?? 0, institution: returning.owner, amount: returning.amountMinor });
}

/** `0x4::clearing_funds::repay`: an institution that failed makes good what others bore for it. */
export function repayClearingLoss(repayment: ClearingActing & { readonly amountMinor: bigint }): Call {
  return clearingFunds.repay({ institution: repayment.signer ?? 0, house: repayment.house, amount: repayment.amountMinor });
}

/** `0x4::clearing_cycle::close`: the signing clearing house closes its net cycle over what the caps admit. */
export function closeCycle(acting: ActingSigner = {}): Call {
  return clearingCycle.close({ house: acting.signer ?? 0 });
}

/** `0x4::clearing_returns::record_insolvency`: a supervisor records that an institution is insolvent; nothing of it enters any more. The reason has 1 to 256 bytes. */
export function recordInsolvency(act: ClearingActing & { readonly institution: Address; readonly reason: string }): Call {
  return clearingReturns.recordInsolvency({
    supervisor: act.signer ?? 0,
    house: act.house,
    institution: act.institution,
    reason: act.reason,
  });
}
