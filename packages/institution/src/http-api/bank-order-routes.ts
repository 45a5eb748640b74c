import type { Static, TSchema } from "typebox";
import type { OrderBody } from "../orders/order.ts";
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

/** Makes a route that takes an order, from the shape of its body and the order that a body asks for. */
export type OrderInstaller = <S extends TSchema>(path: string, schema: S, bodyOf: (body: Static<S>) => OrderBody) => void;

/** Routes by which a bank alone takes orders. */
export function installBankOrderRoutes(order: OrderInstaller): void {
  order("/v1/interest", InterestRequest, (body) => ({ kind: "interest", ...body }));
  order("/v1/charges", ChargeRequest, (body) => ({ kind: "charge", ...body }));
  order("/v1/loans", LoanRequest, (body) => ({ kind: "loan", ...body, isAnnuity: body.isAnnuity ?? false }));
  order("/v1/loan-repayments", LoanRepaymentRequest, (body) => ({ kind: "loan_repayment", ...body }));
  order("/v1/time-deposits", TimeDepositRequest, (body) => ({
    kind: "time_deposit",
    ...body,
    earlyRateBasisPoints: body.earlyRateBasisPoints ?? 0,
  }));
  order("/v1/time-deposit-releases", TimeDepositReleaseRequest, (body) => ({ kind: "time_deposit_release", ...body }));
  order("/v1/note-deposits", NoteDepositRequest, (body) => ({ kind: "note_deposit", ...body }));
  order("/v1/note-withdrawals", NoteWithdrawalRequest, (body) => ({ kind: "note_withdrawal", ...body }));
}
