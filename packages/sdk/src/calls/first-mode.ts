import type { Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { firstMode, reserveMigration } from "./generated/banking.ts";

/** An amount between an account of a bank's customer and an account that the bank keeps for a payment institution. */
export interface DepositPlacement extends ActingSigner {
  readonly customer: number;
  /** Number of the institution's account at the bank: whose it is only they know. */
  readonly account: number;
  readonly amountMinor: bigint;
}

/** `0x4::first_mode::keep_accounts`: the signing bank begins to keep accounts for payment institutions. */
export function keepInstitutionsDeposits(acting: ActingSigner = {}): Call {
  return firstMode.keepAccounts({ bank: acting.signer ?? 0 });
}

/** `0x4::first_mode::open_accounts`: the signing bank opens so many of these; numbers go on from the last. */
export function openInstitutionsDeposits(opening: ActingSigner & { readonly count: bigint }): Call {
  return firstMode.openAccounts({ bank: opening.signer ?? 0, count: opening.count });
}

/** `0x4::first_mode::place`: from a customer of the signing bank to a payment institution's account there. */
export function placeDeposit({ signer: bank = 0, customer, account, amountMinor }: DepositPlacement): Call {
  return firstMode.place({ bank, customer, account, amount: amountMinor });
}

/** `0x4::first_mode::release`: from a payment institution's account at the signing bank to a customer there. */
export function releaseDeposit({ signer: bank = 0, customer, account, amountMinor }: DepositPlacement): Call {
  return firstMode.release({ bank, customer, account, amount: amountMinor });
}

/** `0x4::first_mode::issue`: e-money onto a customer's account against a deposit that the signing institution says it got. */
export function issueAgainstDeposit(issue: ActingSigner & { readonly account: number; readonly amountMinor: bigint }): Call {
  return firstMode.issue({ institution: issue.signer ?? 0, account: issue.account, amount: issue.amountMinor });
}

/** `0x4::first_mode::redeem`: e-money of an account ends, paid out by a bank from the institution's deposit. */
export function redeemFromDeposit(redemption: ActingSigner & { readonly account: number; readonly amountMinor: bigint }): Call {
  return firstMode.redeem({ institution: redemption.signer ?? 0, account: redemption.account, amount: redemption.amountMinor });
}

/** `0x4::first_mode::use_deposits`: enters in the institution's books that it spent deposits on purposes of its own. */
export function useDeposits(use: ActingSigner & { readonly amountMinor: bigint }): Call {
  return firstMode.useDeposits({ institution: use.signer ?? 0, amount: use.amountMinor });
}

/** `0x4::first_mode::report`: files what the institution says that banks keep for it. */
export function reportDeposits(report: ActingSigner & { readonly atBanksMinor: bigint }): Call {
  return firstMode.report({ institution: report.signer ?? 0, atBanks: report.atBanksMinor });
}

/** `0x4::reserve_migration::move_to_reserve`: an institution's deposit at a bank becomes settlement money in its customers' reserve. The institution signs first, the bank second. */
export function moveToReserve(move: { readonly account: number; readonly amountMinor: bigint }): Call {
  return reserveMigration.moveToReserve({ institution: 0, bank: 1, account: move.account, amount: move.amountMinor });
}

/** `0x4::reserve_migration::enter_second_mode`: for good, once all e-money is covered. Aborts with `ENotCovered`. */
export function enterSecondMode(acting: ActingSigner = {}): Call {
  return reserveMigration.enterSecondMode({ institution: acting.signer ?? 0 });
}
