import type { Address } from "@sycee/protocol";

/** The book of an institution's customers on the ledger. A bank keeps accounts for payment institutions in another book, an operator's is in digital cash. */
export interface OwnBook {
  readonly institution: Address;
  /** What its accounts are in. */
  readonly instrument: number;
}
