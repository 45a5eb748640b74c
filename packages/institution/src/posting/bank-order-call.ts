import type { Call } from "@sycee/protocol";
import {
  chargeFee,
  collectLoan,
  depositNotes,
  grantAnnuity,
  grantLoan,
  payDepositInterest,
  placeTimeDeposit,
  releaseTimeDeposit,
  repayLoan,
  withdrawNotes,
} from "@sycee/sdk";
import type { PostableBankOrder } from "./postable-bank-order.ts";

/** The ledger call with which a bank does an order that banks alone take. */
export function bankOrderCall(postable: PostableBankOrder): Call {
  switch (postable.kind) {
    case "interest":
      return payDepositInterest({
        accounts: postable.payments.map(({ payee }) => payee.account),
        amountsMinor: postable.payments.map(({ amountMinor }) => amountMinor),
      });
    case "charge":
      return chargeFee({ account: postable.payer.account, amountMinor: postable.amountMinor });
    case "note_withdrawal":
      return withdrawNotes({ account: postable.payer.account, amountMinor: postable.amountMinor });
    case "note_deposit":
      return depositNotes({ account: postable.payee.account, amountMinor: postable.amountMinor });
    case "loan": {
      const { amountMinor, rateBasisPoints, instalments, periodDays, isAnnuity } = postable.body;
      const terms = { account: postable.borrower.account, principalMinor: BigInt(amountMinor), rateBasisPoints, instalments, periodDays };
      return isAnnuity ? grantAnnuity(terms) : grantLoan(terms);
    }
    case "loan_repayment": {
      const { loan, amountMinor } = postable;
      return amountMinor === undefined ? collectLoan({ loan }) : repayLoan({ loan, amountMinor });
    }
    case "time_deposit": {
      const { amountMinor, rateBasisPoints, earlyRateBasisPoints, days } = postable.body;
      const { account } = postable.payer;
      return placeTimeDeposit({ account, amountMinor: BigInt(amountMinor), rateBasisPoints, earlyRateBasisPoints, days });
    }
    case "time_deposit_release":
      return releaseTimeDeposit({ deposit: postable.timeDeposit });
  }
}
