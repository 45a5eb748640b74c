import type { MoveValue, PrimitiveReference, RuntimeType } from "../runtime/runtime-type.ts";
import type { KeyMemo } from "../runtime/virtual-machine.ts";
import type { PageCollection } from "./page-collection.ts";
import { pageKey, resourceKey, tableEntryKey } from "./state-key.ts";

/** Mark of a value that was not encoded. */
export const NO_MARK = -1;

/** A number that is the same for the same bytes, and mostly another for others: the first `length` of `bytes`. */
export function markOf(bytes: Uint8Array, length: number): number {
  let sum = length;
  for (let index = 0; index < length; index++) sum = (sum + (bytes[index] ?? 0) * (index + 1)) | 0;
  return sum >>> 0;
}

/**
 * One entry of state with its value in each layer: committed, changed by the block, changed by the running transaction.
 * A layer counts only while its number is the current one, so that discarding a block or a transaction touches no slot.
 */
export class StateSlot {
  readonly type: RuntimeType;
  /** The address of a resource, the handle of a table's entry or of a page's paged vector. */
  readonly owner: string;
  readonly tableKey: { readonly type: RuntimeType; readonly value: MoveValue } | undefined;
  /** Of a page of a paged vector: all its pages, and which it is. */
  readonly pages: PageCollection<StateSlot> | undefined;
  readonly page: number;

  committed: MoveValue | undefined;
  committedSize: number;
  /** {@link markOf} its encoding, or {@link NO_MARK}. */
  committedMark = NO_MARK;

  /** Number of the session that changed it. */
  block = 0;
  blockValue: MoveValue | undefined = undefined;
  /** Bytes of its encoding, 0 if removed. */
  blockSize = 0;
  /** {@link markOf} its encoding, once the block's writes are made. */
  blockMark = NO_MARK;

  /** Number of the transaction that touched it. */
  transaction = 0;
  transactionValue: MoveValue | undefined = undefined;
  /** Bytes of its encoding, once the transaction has settled. */
  transactionSize = 0;
  /** Whether the transaction's value is its own, to be changed; otherwise it is the value before, shared. */
  isOwned = false;

  /** Used since the cache last looked at it. */
  isRecent = true;

  /** Kept by the key memory. */
  keyMemo: KeyMemo | undefined = undefined;

  constructor(
    type: RuntimeType,
    owner: string,
    tableKey: { type: RuntimeType; value: MoveValue } | undefined,
    pages?: PageCollection<StateSlot>,
    page = 0,
  ) {
    this.type = type;
    this.owner = owner;
    this.tableKey = tableKey;
    this.pages = pages;
    this.page = page;
    this.committed = undefined;
    this.committedSize = 0;
  }

  /** Its key in the store. */
  get key(): Uint8Array {
    if (this.pages !== undefined) return pageKey(this.pages.prefix, this.page);
    if (this.tableKey === undefined) return resourceKey(this.type, this.owner);
    return tableEntryKey(this.owner, this.type, this.tableKey.type, this.tableKey.value);
  }

  /** The value as of the session numbered `block`. */
  valueIn(block: number): MoveValue | undefined {
    return this.block === block ? this.blockValue : this.committed;
  }

  /** Bytes of the encoding of that value, 0 if absent. */
  sizeIn(block: number): number {
    return this.block === block ? this.blockSize : this.committedSize;
  }
}

/** Reference to a primitive in storage, for as long as one transaction runs. */
export class SlotReference implements PrimitiveReference {
  readonly slot: StateSlot;

  constructor(slot: StateSlot) {
    this.slot = slot;
  }

  get(): MoveValue {
    const value = this.slot.transactionValue;
    if (value === undefined) throw new Error("reference to an entry of state that is not there");
    return value;
  }

  set(value: MoveValue): void {
    this.slot.transactionValue = value;
  }
}
