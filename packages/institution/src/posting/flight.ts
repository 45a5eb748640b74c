/** A signed transaction on its way to the ledger. It is on disk before it is sent, so that after a stop the same bytes are sent again and nothing happens twice. */
export interface Flight {
  /** Orders it carries, in their order. */
  readonly orders: readonly string[];
  readonly transaction: {
    readonly id: string;
    /** Hexadecimal. */
    readonly bytes: string;
    readonly expiryMs: string;
  };
}

/** What a final transaction of the office did. */
export interface Posted {
  readonly orders: readonly string[];
  readonly finalMs: number;
  readonly status: "executed" | "refused";
}
