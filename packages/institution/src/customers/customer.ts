/** A customer of the institution. Who it is stays with the institution: the ledger sees the number of the account. */
export interface Customer {
  readonly id: string;
  /** The institution's own name for the person or firm. */
  readonly reference: string;
  /** In the institution's book on the ledger; absent until it is opened there. */
  readonly account?: number;
  /** Why the account that the ledger has already did not become this customer's. */
  readonly refusal?: string;
  /** The same in a sentence. */
  readonly reason?: string;
  /** Of an account that was there before it was this customer's: the block from which on the office has kept it. */
  readonly sinceHeight?: number;
  readonly createdMs: number;
  /** What the office's own books say the account holds, in minor units. */
  readonly balanceMinor: string;
  /** Lines of its statement so far. */
  readonly lines: number;
  /** A merchant's terms, once on the ledger. */
  readonly merchant?: { readonly feeBps: number; readonly feeFixedMinor: string };
}
