import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { interbank } from "./generated/banking.ts";

/** `0x4::interbank::lend`: settlement money to another bank for some days, at a rate in hundredths of a per cent a year. Lender (the first signer) and borrower (the second) sign; refused while the lender is short of required reserves. */
export function lendToBank(
  loan: ActingSigner & {
    readonly borrowerSigner?: number;
    readonly amountMinor: bigint;
    readonly rateBasisPoints: number;
    readonly days: number;
  },
): Call {
  const { signer = 0, borrowerSigner = 1, amountMinor, rateBasisPoints, days } = loan;
  return interbank.lend({
    lender: signer,
    borrower: borrowerSigner,
    amount: amountMinor,
    rateBps: BigInt(rateBasisPoints),
    days: BigInt(days),
  });
}

/** `0x4::interbank::repay`: the signing bank repays a claim of its lender, by the claim's number, with its interest up to today. */
export function repayBank(repayment: ActingSigner & { readonly lender: Address; readonly claim: bigint }): Call {
  return interbank.repay({ borrower: repayment.signer ?? 0, lender: repayment.lender, claim: repayment.claim });
}

/** `0x4::interbank::collect`: the signing lender takes a loan that was not repaid on its day, with its interest, out of the borrower's settlement account. */
export function collectFromBank(collection: ActingSigner & { readonly borrower: Address; readonly claim: bigint }): Call {
  return interbank.collect({ lender: collection.signer ?? 0, borrower: collection.borrower, claim: collection.claim });
}
