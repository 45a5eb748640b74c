/** A customer of the institution. Who it is stays with the institution: the ledger sees the number of the account. */
export interface Customer {
  readonly id: string;
  /** The institution's own name for the person or firm. */
  readonly reference: string;
  /** In the institution's book on the ledger; absent until it is opened there. */
  readonly account?: number;
  readonly createdMs: number;
  /** What the office's own books say the account holds, in minor units. */
  readonly balanceMinor: string;
  /** Lines of its statement so far. */
  readonly lines: number;
  /** A merchant's terms, once on the ledger. */
  readonly merchant?: { readonly feeBps: number; readonly feeFixedMinor: string };
}
