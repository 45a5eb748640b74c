/** Signed transactions one after another in one buffer, so that a group crosses threads in one transfer. */
export interface TransactionGroup {
  readonly group: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each transaction begins, and the end: one more than there are transactions. */
  readonly offsets: Uint32Array<ArrayBuffer>;
}

/** A group with what the signature workers found. */
export interface CheckedGroup extends TransactionGroup {
  /** For each transaction 0 when it is well formed and every signature fits, otherwise the number of the status that refuses it. */
  readonly verdicts: Uint16Array<ArrayBuffer>;
  /** 32 bytes for each transaction; zeros when it could not be decoded. */
  readonly ids: Uint8Array<ArrayBuffer>;
  /** Why the refused ones are refused, by position. */
  readonly details: ReadonlyMap<number, string>;
}

export const ID_BYTES = 32;

/** Packs transactions into a group. */
export function packGroup(group: number, transactions: readonly Uint8Array[]): TransactionGroup {
  const offsets = new Uint32Array(transactions.length + 1);
  let size = 0;
  for (const [index, transaction] of transactions.entries()) {
    size += transaction.length;
    offsets[index + 1] = size;
  }
  const bytes = new Uint8Array(size);
  for (const [index, transaction] of transactions.entries()) bytes.set(transaction, offsets[index]);
  return { group, bytes, offsets };
}

/** Number of transactions. */
export function groupLength(group: TransactionGroup): number {
  return group.offsets.length - 1;
}

/** One transaction's bytes, a view. */
export function transactionAt(group: TransactionGroup, index: number): Uint8Array {
  return group.bytes.subarray(group.offsets[index], group.offsets[index + 1]);
}

/** One transaction's id, a view. */
export function idAt(group: CheckedGroup, index: number): Uint8Array {
  return group.ids.subarray(index * ID_BYTES, (index + 1) * ID_BYTES);
}
