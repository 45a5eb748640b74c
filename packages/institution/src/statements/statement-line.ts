/** One movement on a customer's account, as the office's own books have it. */
export interface StatementLine {
  /** The ledger's block time. */
  readonly atMs: number;
  readonly height: string;
  readonly kind: "payment" | "collection" | "fee" | "refund" | "withdrawal" | "grant" | "top_up" | "received" | "sent" | "returned";
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
