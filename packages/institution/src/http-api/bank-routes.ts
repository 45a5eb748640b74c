import {
  ChargeRequest,
  InterestRequest,
  LoanRepaymentRequest,
  LoanRequest,
  NoteDepositRequest,
  NoteWithdrawalRequest,
  TimeDepositReleaseRequest,
  TimeDepositRequest,
} from "./bank-request-shapes.ts";
import { type OfficeRoute, orderRoute } from "./office-route.ts";

/** Routes that the office of a bank alone has. */
export const BANK_ROUTES: readonly OfficeRoute[] = [
  orderRoute("payInterest", "/v1/interest", "Interest on demand deposits, to all who are named or to none", InterestRequest, "bank"),
  orderRoute("charge", "/v1/charges", "A fee of the bank", ChargeRequest, "bank"),
  orderRoute("lend", "/v1/loans", "A loan, and the deposit that it creates", LoanRequest, "bank"),
  orderRoute(
    "repay",
    "/v1/loan-repayments",
    "A repayment out of the borrower's account, interest first; what is due today, or what there is, if no amount is named",
    LoanRepaymentRequest,
    "bank",
  ),
  orderRoute(
    "placeTimeDeposit",
    "/v1/time-deposits",
    "A part of what is on an account, for interest until a day",
    TimeDepositRequest,
    "bank",
  ),
  orderRoute(
    "releaseTimeDeposit",
    "/v1/time-deposit-releases",
    "A time deposit and its interest, back onto the account; before its day with the lower rate",
    TimeDepositReleaseRequest,
    "bank",
  ),
  orderRoute("depositNotes", "/v1/note-deposits", "Notes that a customer brings, onto its account", NoteDepositRequest, "bank"),
  orderRoute("withdrawNotes", "/v1/note-withdrawals", "Notes out of the vault, off a customer's account", NoteWithdrawalRequest, "bank"),
];
