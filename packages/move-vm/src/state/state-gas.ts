/**
 * Gas of storage, in the compiler's unit: about a nanosecond of work. It is the same on every node and does not depend on
 * what happens to be cached, so a first touch costs what a read of the store would.
 */
export const STATE_GAS = {
  /** First touch of an entry in a transaction, whether it exists or not. */
  firstTouch: 2_000,
  /** For each byte of the encoding of the entry's value at first touch. */
  touchedByte: 2,
  /** Any operation on an entry. */
  operation: 20,
  /** For each byte of a value that is copied so that it can be changed. */
  copiedByte: 1,
  /** For each byte of the encoding of a value that a transaction leaves behind. */
  writtenByte: 4,
  /** For each byte of a page of a paged vector of primitives, when a transaction first changes it, and of each element added: the log keeps what changed, and one write of the page serves many transactions. */
  writtenPageByte: 1,
  /** For each byte of an encoded table key. */
  keyByte: 1,
  newHandle: 2_000,
  event: 200,
  eventByte: 4,
  /** Every program, every call and every argument byte. */
  program: 1_000,
  call: 200,
  argumentByte: 1,
} as const;

/** What storage costs in one schedule. */
export type StateGas = { readonly [price in keyof typeof STATE_GAS]: number };

/** Largest encoding of one stored value or event, in bytes. */
export const MAX_STORED_BYTES = 1_048_576;
/** Most events of one transaction. */
export const MAX_EVENTS = 4_096;
