import { Type } from "typebox";
import { Amount, Id, Memo, strict } from "./shape-parts.ts";

/** Customers who get interest in one order: what fits into a request, and into a transaction with room to spare. */
export const MAX_INTEREST_PAYMENTS = 500;

const Rate = Type.Integer({ minimum: 0, maximum: 10_000, description: "Hundredths of a per cent a year." });
const LedgerNumber = (description: string) => Type.String({ pattern: "^(?:0|[1-9][0-9]{0,18})$", description });

/** `POST /v1/interest`: on demand deposits, all of it or none. */
export const InterestRequest = Type.Object(
  {
    payments: Type.Array(Type.Object({ payee: Id, amountMinor: Amount }, strict), { minItems: 1, maxItems: MAX_INTEREST_PAYMENTS }),
    memo: Memo,
  },
  strict,
);
/** `POST /v1/charges`: a fee of the bank. */
export const ChargeRequest = Type.Object({ payer: Id, amountMinor: Amount, memo: Memo }, strict);
/** `POST /v1/loans`: a loan, and the deposit that it creates. */
export const LoanRequest = Type.Object(
  {
    borrower: Id,
    amountMinor: Amount,
    rateBasisPoints: Rate,
    instalments: Type.Integer({ minimum: 1, maximum: 600 }),
    periodDays: Type.Integer({ minimum: 1, maximum: 3_660, description: "Days between two instalments." }),
    isAnnuity: Type.Optional(
      Type.Boolean({ description: "Whether instalments of principal and interest together are equal; those of the principal if absent." }),
    ),
    memo: Memo,
  },
  strict,
);
/** `POST /v1/loan-repayments` */
export const LoanRepaymentRequest = Type.Object(
  {
    loan: LedgerNumber("The ledger's number of the loan, as its order tells."),
    amountMinor: Type.Optional(Type.String({ ...Amount, description: "Minor units; what is due today, or what there is, if absent." })),
    memo: Memo,
  },
  strict,
);
/** `POST /v1/time-deposits`: a part of what is on a customer's account, until a day. */
export const TimeDepositRequest = Type.Object(
  {
    payer: Id,
    amountMinor: Amount,
    rateBasisPoints: Rate,
    earlyRateBasisPoints: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 10_000, description: "What it bears if it ends early, 0 if absent." }),
    ),
    days: Type.Integer({ minimum: 1, maximum: 3_660 }),
    memo: Memo,
  },
  strict,
);
/** `POST /v1/time-deposit-releases` */
export const TimeDepositReleaseRequest = Type.Object(
  { timeDeposit: LedgerNumber("The ledger's number of the time deposit, as its order tells."), memo: Memo },
  strict,
);
/** `POST /v1/note-deposits`: notes that a customer brings. */
export const NoteDepositRequest = Type.Object({ payee: Id, amountMinor: Amount, memo: Memo }, strict);
/** `POST /v1/note-withdrawals`: notes that a customer takes. */
export const NoteWithdrawalRequest = Type.Object({ payer: Id, amountMinor: Amount, memo: Memo }, strict);
