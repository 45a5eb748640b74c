import type { Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { lending } from "./generated/banking.ts";

/** A loan of the signing bank, by its number: loans are numbered from 1. */
export interface LoanName extends ActingSigner {
  readonly loan: bigint;
}

export interface LoanTerms extends ActingSigner {
  /** The borrower's account at the bank. */
  readonly account: number;
  readonly principalMinor: bigint;
  /** Hundredths of a per cent a year, actual/365. */
  readonly rateBasisPoints: number;
  /** So many, so many days apart: equal parts of the principal, or of an annuity equal payments. */
  readonly instalments: number;
  readonly periodDays: number;
}

/** `0x4::lending::grant_annuity`: the same, repaid with its interest in equal instalments; the last is what is left and never more. Aborts as {@link grantLoan} does. */
export function grantAnnuity(terms: LoanTerms): Call {
  return lending.grantAnnuity(grantedBy(terms));
}

/** `0x4::lending::grant`: lends, and so creates a deposit. Aborts with `EShortOfReserves` while the bank is short, with `ECapitalTooLow` beyond what its capital bears. */
export function grantLoan(terms: LoanTerms): Call {
  return lending.grant(grantedBy(terms));
}

/** Terms as the functions of the ledger that grant have them. */
function grantedBy({ signer = 0, account, principalMinor, rateBasisPoints, instalments, periodDays }: LoanTerms) {
  return {
    bank: signer,
    account,
    principal: principalMinor,
    rateBps: BigInt(rateBasisPoints),
    instalments: BigInt(instalments),
    periodDays: BigInt(periodDays),
  };
}

/** `0x4::lending::repay`: takes an amount off the borrower's account, interest first; the deposit ends. */
export function repayLoan(payment: LoanName & { readonly amountMinor: bigint }): Call {
  return lending.repay({ bank: payment.signer ?? 0, loan: payment.loan, amount: payment.amountMinor });
}

/** `0x4::lending::collect`: takes what is due today, or what is there. Aborts with `ENothingDue`. */
export function collectLoan(name: LoanName): Call {
  return lending.collect({ bank: name.signer ?? 0, loan: name.loan });
}

/** `0x4::lending::accrue`: reckons interest up to today. */
export function accrueLoan(name: LoanName): Call {
  return lending.accrue({ bank: name.signer ?? 0, loan: name.loan });
}

/** `0x4::lending::provide`: sets what the bank provides against a loan. */
export function provideForLoan(provision: LoanName & { readonly provisionMinor: bigint }): Call {
  return lending.provide({ bank: provision.signer ?? 0, loan: provision.loan, provision: provision.provisionMinor });
}

/** `0x4::lending::set_performing`: while a loan does not perform it bears no interest. */
export function setLoanPerforming(state: LoanName & { readonly performing: boolean }): Call {
  return lending.setPerforming({ bank: state.signer ?? 0, loan: state.loan, performing: state.performing });
}

/** `0x4::lending::write_off`: gives up a loan that does not perform; its provision is used first. */
export function writeOffLoan(name: LoanName): Call {
  return lending.writeOff({ bank: name.signer ?? 0, loan: name.loan });
}
