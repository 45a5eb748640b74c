import type { Address, Call } from "@sycee/protocol";
import { estate } from "./generated/banking.ts";
import type { Administration } from "./insolvency.ts";

/** `0x4::estate::open_accounts`: so many further accounts, for customers whose money lay elsewhere at the bank. */
export function openEstateAccounts(act: Administration & { readonly count: bigint }): Call {
  return estate.openAccounts({ administrator: act.signer ?? 0, bank: act.bank, count: act.count });
}

/** `0x4::estate::collect_loan`: takes an amount off a borrower's account, interest first. */
export function collectEstateLoan(act: Administration & { readonly loan: bigint; readonly amountMinor: bigint }): Call {
  return estate.collectLoan({ administrator: act.signer ?? 0, bank: act.bank, loan: act.loan, amount: act.amountMinor });
}

/** `0x4::estate::sell_loan`: a loan goes to another bank, at which the borrower has an account, for a price. The buyer is the second signer if not said otherwise, and the third a supervisor or the bank's central bank, who approves. */
export function sellEstateLoan(
  sale: Administration & {
    readonly buyerSigner?: number;
    readonly approverSigner?: number;
    readonly loan: bigint;
    readonly account: number;
    readonly priceMinor: bigint;
  },
): Call {
  const { signer = 0, buyerSigner = 1, approverSigner = 2, bank, loan, account, priceMinor } = sale;
  return estate.sellLoan({ administrator: signer, buyer: buyerSigner, approver: approverSigner, bank, loan, account, price: priceMinor });
}

/** `0x4::estate::sell_security`: a part of a security goes to another bank, in whose books it stands at the price. The buyer is the second signer if not said otherwise, and the third a supervisor or the bank's central bank, who approves. */
export function sellEstateSecurity(
  sale: Administration & {
    readonly buyerSigner?: number;
    readonly approverSigner?: number;
    readonly holding: bigint;
    /** Of its book value. */
    readonly amountMinor: bigint;
    readonly priceMinor: bigint;
  },
): Call {
  const { signer = 0, buyerSigner = 1, approverSigner = 2, bank, holding, amountMinor, priceMinor } = sale;
  return estate.sellSecurity({
    administrator: signer,
    buyer: buyerSigner,
    approver: approverSigner,
    bank,
    holding,
    amount: amountMinor,
    price: priceMinor,
  });
}

/** `0x4::estate::return_notes`: notes of the vault go back to the central bank, which counted them and is the second signer if not said otherwise. */
export function returnEstateNotes(act: Administration & { readonly centralBankSigner?: number; readonly amountMinor: bigint }): Call {
  const { signer = 0, centralBankSigner = 1, bank, amountMinor } = act;
  return estate.returnNotes({ administrator: signer, centralBank: centralBankSigner, bank, amount: amountMinor });
}

/** `0x4::estate::count_notes`: what a count of the vault did not find is a loss of the estate; the central bank, which counted, is the second signer if not said otherwise. */
export function countEstateNotes(act: Administration & { readonly centralBankSigner?: number; readonly missingMinor: bigint }): Call {
  const { signer = 0, centralBankSigner = 1, bank, missingMinor } = act;
  return estate.countNotes({ administrator: signer, centralBank: centralBankSigner, bank, missing: missingMinor });
}

/** `0x4::estate::withdraw_facility`: takes back what the bank left at the deposit facility. */
export function withdrawEstateFacility(act: Administration): Call {
  return estate.withdrawFacility({ administrator: act.signer ?? 0, bank: act.bank });
}

/** `0x4::estate::collect_claim`: collects what another bank owes, by the claim's number, and did not repay on its day. */
export function collectEstateClaim(act: Administration & { readonly borrower: Address; readonly claim: bigint }): Call {
  return estate.collectClaim({ administrator: act.signer ?? 0, bank: act.bank, borrower: act.borrower, claim: act.claim });
}

/** `0x4::estate::redeem_pledge`: repays a credit of the central bank, where the pledge is worth more. */
export function redeemEstatePledge(act: Administration & { readonly credit: bigint }): Call {
  return estate.redeemPledge({ administrator: act.signer ?? 0, bank: act.bank, credit: act.credit });
}

/** An amount at a clearing house. */
export interface EstateAtHouse extends Administration {
  readonly house: Address;
  readonly amountMinor: bigint;
}

/** `0x4::estate::take_collateral`: takes back collateral that the bank put up at a clearing house. */
export function takeEstateCollateral(act: EstateAtHouse): Call {
  return estate.takeCollateral({ administrator: act.signer ?? 0, bank: act.bank, house: act.house, amount: act.amountMinor });
}

/** `0x4::estate::take_fund_share`: takes back the bank's share of a clearing house's default fund. */
export function takeEstateFundShare(act: EstateAtHouse): Call {
  return estate.takeFundShare({ administrator: act.signer ?? 0, bank: act.bank, house: act.house, amount: act.amountMinor });
}
