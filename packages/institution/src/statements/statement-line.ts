/** One movement on a customer's account, as the office's own books have it. */
export interface StatementLine {
  /** The ledger's block time. */
  readonly atMs: number;
  readonly height: string;
  readonly kind:
    | "payment"
    | "collection"
    | "fee"
    | "refund"
    | "withdrawal"
    | "grant"
    | "top_up"
    | "received"
    | "sent"
    | "returned"
    // What was on an account that was there before it was the customer's.
    | "brought_forward"
    // Of the customers of a payment institution, and of a bank that failed, who have their money elsewhere now.
    | "handed_over"
    // Of the customers of a bank.
    | "interest"
    | "loan"
    | "repayment"
    | "time_deposit"
    | "notes"
    | "tax"
    | "capital"
    | "dividend"
    | "security"
    // What a customer bears of the losses of a bank that failed, and gets back of that.
    | "borne"
    | "restored"
    // By a function that the office does not know.
    | "other";
  /** The order it came from; absent where it came from outside the office. */
  readonly order?: string;
  /** The other customer, where there is one. */
  readonly counterparty?: string;
  readonly memo?: string;
  /** Signed minor units. */
  readonly amountMinor: string;
  /** After it. */
  readonly balanceMinor: string;
}
