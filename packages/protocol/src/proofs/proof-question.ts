import type { Address } from "../address.ts";

/** What can be proved of the state. A type is printed as `0x2::wallet::Wallet`. */
export type StateQuestion =
  /** The resource at an address, or that there is none of that type. */
  | { readonly kind: "resource"; readonly address: Address; readonly type: string }
  /** The entry of a table, or that there is none; `type` is that of the value, `key` BCS. */
  | { readonly kind: "table-entry"; readonly handle: Address; readonly type: string; readonly key: Uint8Array }
  /** A module of a published package, or that there is none. */
  | { readonly kind: "module"; readonly address: Address; readonly name: string }
  /** An element of a paged vector; `type` is that of an element. */
  | { readonly kind: "element"; readonly handle: Address; readonly type: string; readonly index: number };

/** What can be proved: of the state, of a transaction (by its id of 32 bytes), of a block. */
export type ProofQuestion =
  | StateQuestion
  /** A customer's account in the book of an institution: the book, and the account in it. */
  | { readonly kind: "customer-account"; readonly institution: Address; readonly account: number }
  | { readonly kind: "transaction" | "receipt"; readonly id: Uint8Array }
  | { readonly kind: "event"; readonly id: Uint8Array; readonly event: number }
  /** That a block is one of the chain of the last one. */
  | { readonly kind: "block"; readonly height: bigint };
