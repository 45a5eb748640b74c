/**
 * Gas of storage. A unit stands for about two nanoseconds of this machine's work; what matters is that it is the same on
 * every node and does not depend on what happens to be cached.
 */
export const STATE_GAS = {
  /** First touch of an entry in a transaction, whether it exists or not. */
  firstTouch: 500,
  /** For each byte of the encoding of the entry's value at first touch. */
  touchedByte: 2,
  /** Any operation on an entry. */
  operation: 20,
  /** For each byte of a value that is copied so that it can be changed. */
  copiedByte: 1,
  /** For each byte of the encoding of a value that a transaction leaves behind. */
  writtenByte: 4,
  /** For each byte of an encoded table key. */
  keyByte: 1,
  newHandle: 1_000,
  event: 200,
  eventByte: 4,
  /** Every program, every call and every argument byte. */
  program: 1_000,
  call: 200,
  argumentByte: 1,
} as const;

/** Largest encoding of one stored value or event, in bytes. */
export const MAX_STORED_BYTES = 1_048_576;
/** Most events of one transaction. */
export const MAX_EVENTS = 4_096;
