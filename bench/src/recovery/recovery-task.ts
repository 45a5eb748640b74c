/** What the sender of a recovery is to do. */
export interface RecoveryTask {
  readonly url: string;
  readonly keyed: number;
  readonly accounts: number;
  readonly transactions: number;
  readonly firstNonce: number;
}

/** From the sender, in this order; `failed` instead of any. */
export type RecoveryReport =
  /** The first answer has come. */
  | { readonly kind: "sending" }
  /** The node is gone. */
  | { readonly kind: "cut" }
  /** All that had been sent was sent again to the node that came back. */
  | { readonly kind: "resent"; readonly sent: number; readonly acknowledged: number; readonly lost: number }
  | { readonly kind: "failed"; readonly message: string };

/** To the sender: the node is there again. */
export interface NodeIsBack {
  readonly url: string;
}
