/**
 * Signed transactions one after another, with room beside them for what the signature workers find. The memory is seen by
 * all threads, so that a group crosses between them without being copied and several workers can share one. The main
 * thread packs it, each worker fills in its own transactions' findings, and nobody changes anything after that.
 */
export interface TransactionGroup {
  readonly group: number;
  /** How many transactions there are. */
  readonly count: number;
  readonly memory: SharedArrayBuffer | ArrayBuffer;
}

/** A group with what the signature workers found. */
export interface CheckedGroup extends TransactionGroup {
  /** Why the refused ones are refused, by position. */
  readonly details: ReadonlyMap<number, string>;
}

export const ID_BYTES = 32;

/*
 * Layout: where each transaction begins, and the end (u32 each); a verdict each (u16, padded to a multiple of four bytes);
 * an id each; the transactions.
 */
function verdictsAt(count: number): number {
  return 4 * (count + 1);
}

function idsAt(count: number): number {
  return verdictsAt(count) + 4 * Math.ceil(count / 2);
}

function bytesAt(count: number): number {
  return idsAt(count) + ID_BYTES * count;
}

/** Views of a group's parts. */
export class GroupView {
  readonly count: number;
  /** Where each transaction begins in {@link bytes}, and the end. */
  readonly offsets: Uint32Array;
  /** For each transaction 0 when it is well formed and every signature fits, otherwise the number of the status that refuses it. */
  readonly verdicts: Uint16Array;
  /** 32 bytes for each transaction; zeros when it could not be decoded. */
  readonly ids: Uint8Array;
  readonly bytes: Uint8Array;

  constructor({ memory, count }: Pick<TransactionGroup, "memory" | "count">) {
    this.count = count;
    this.offsets = new Uint32Array(memory, 0, count + 1);
    this.verdicts = new Uint16Array(memory, verdictsAt(count), count);
    this.ids = new Uint8Array(memory, idsAt(count), ID_BYTES * count);
    this.bytes = new Uint8Array(memory, bytesAt(count));
  }

  /** One transaction's bytes, a view. */
  transaction(index: number): Uint8Array {
    return this.bytes.subarray(this.offsets[index], this.offsets[index + 1]);
  }

  /** One transaction's id, a view. */
  id(index: number): Uint8Array {
    return this.ids.subarray(index * ID_BYTES, (index + 1) * ID_BYTES);
  }
}

/** Packs transactions into a group. */
export function packGroup(group: number, transactions: readonly Uint8Array[]): TransactionGroup {
  const count = transactions.length;
  let size = 0;
  for (const { length } of transactions) size += length;
  const memory = new SharedArrayBuffer(bytesAt(count) + size);
  const { offsets, bytes } = new GroupView({ memory, count });
  let end = 0;
  for (let index = 0; index < count; index++) {
    const transaction = transactions[index];
    if (transaction === undefined) continue;
    bytes.set(transaction, end);
    end += transaction.length;
    offsets[index + 1] = end;
  }
  return { group, count, memory };
}

/** A copy in memory of this thread's own: native code takes no shared memory. */
export function privateCopy(group: CheckedGroup): CheckedGroup {
  return { ...group, memory: new Uint8Array(group.memory).slice().buffer };
}
