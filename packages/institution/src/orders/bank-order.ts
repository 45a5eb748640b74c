import type { OrderBody } from "./order.ts";

/** What an app asks of the office of a bank alone. Amounts are minor units as decimal digits; rates are hundredths of a per cent a year. */
export type BankOrderBody =
  /** On demand deposits: all of it or none. */
  | {
      readonly kind: "interest";
      readonly payments: readonly { readonly payee: string; readonly amountMinor: string }[];
      readonly memo?: string;
    }
  | { readonly kind: "charge"; readonly payer: string; readonly amountMinor: string; readonly memo?: string }
  | {
      readonly kind: "loan";
      readonly borrower: string;
      readonly amountMinor: string;
      readonly rateBasisPoints: number;
      readonly instalments: number;
      readonly periodDays: number;
      /** Equal instalments of principal and interest, instead of equal parts of the principal. */
      readonly isAnnuity: boolean;
      readonly memo?: string;
    }
  /** `loan` is the ledger's number; without an amount it is what is due, or what there is. */
  | { readonly kind: "loan_repayment"; readonly loan: string; readonly amountMinor?: string; readonly memo?: string }
  | {
      readonly kind: "time_deposit";
      readonly payer: string;
      readonly amountMinor: string;
      readonly rateBasisPoints: number;
      /** What it bears if it ends early. */
      readonly earlyRateBasisPoints: number;
      readonly days: number;
      readonly memo?: string;
    }
  /** `timeDeposit` is the ledger's number. */
  | { readonly kind: "time_deposit_release"; readonly timeDeposit: string; readonly memo?: string }
  | { readonly kind: "note_deposit"; readonly payee: string; readonly amountMinor: string; readonly memo?: string }
  | { readonly kind: "note_withdrawal"; readonly payer: string; readonly amountMinor: string; readonly memo?: string };

const BANK_ORDERS: ReadonlySet<OrderBody["kind"]> = new Set([
  "interest",
  "charge",
  "loan",
  "loan_repayment",
  "time_deposit",
  "time_deposit_release",
  "note_deposit",
  "note_withdrawal",
] satisfies readonly BankOrderBody["kind"][]);

/** Whether an order is one that banks alone take. */
export function isBankOrder(body: OrderBody): body is BankOrderBody {
  return BANK_ORDERS.has(body.kind);
}

/** The customers that a bank's order names. */
export function customersOfBankOrder(body: BankOrderBody): readonly string[] {
  switch (body.kind) {
    case "interest":
      return body.payments.map(({ payee }) => payee);
    case "loan":
      return [body.borrower];
    case "charge":
    case "time_deposit":
    case "note_withdrawal":
      return [body.payer];
    case "note_deposit":
      return [body.payee];
    case "loan_repayment":
    case "time_deposit_release":
      return [];
  }
}
