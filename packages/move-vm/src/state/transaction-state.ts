import type { UpgradeRule } from "../publishing/check-upgrade.ts";
import type { MoveValue, PrimitiveReference, RuntimeType } from "../runtime/runtime-type.ts";
import type { PlainPart } from "./plain-pages.ts";

/** Changes of elements of paged vectors of primitives. Of other paged vectors, pages change as other entries do. */
export interface ElementChanges {
  /** Each change of an element in its order, one that changes twice twice; `undefined` where there was or is none. `type` is that of the page, a vector. */
  each(visit: (handle: string, type: RuntimeType, before: MoveValue | undefined, after: MoveValue | undefined) => void): void;
}

/** An event as a transaction emitted it. */
export interface EmittedEvent {
  /** Index of the call in the transaction's program. */
  readonly call: number;
  readonly type: RuntimeType;
  readonly value: MoveValue;
}

/** One entry of state a transaction changed: an address's resource, a table's entry, or a page of a paged vector. */
export interface StateChange {
  readonly key: Uint8Array;
  readonly type: RuntimeType;
  /** Value before the transaction, `undefined` if absent. Not to be modified. */
  readonly before: MoveValue | undefined;
  /** Value after it, `undefined` if removed. Not to be modified. */
  readonly after: MoveValue | undefined;
}

/** A Move reference to a stored value: the object itself, or a `PrimitiveReference` where the value is a primitive. */
export type StoredReference = MoveValue | PrimitiveReference;

/**
 * Storage as the natives of `std::ledger`, `std::table` and `std::event` see it while one transaction runs: its own
 * overlay above the block's overlay above committed state. Values handed out by `borrow` are shared and must not be
 * changed; `borrowMut` copies into the transaction's overlay first.
 */
export interface TransactionState {
  readonly height: bigint;
  /** Block time; only unit tests set it. */
  timeMs: bigint;
  readonly transactionId: Uint8Array;
  /** Index of the call that is running. */
  call: number;
  exists(type: RuntimeType, address: string): boolean;
  /** Throws `ExecutionError("resource_exists")`. */
  publish(type: RuntimeType, address: string, value: MoveValue): void;
  /** Throws `ExecutionError("missing_resource")`; so do the two below. */
  borrow(type: RuntimeType, address: string): StoredReference;
  borrowMut(type: RuntimeType, address: string): StoredReference;
  take(type: RuntimeType, address: string): MoveValue;
  /** A table handle never given before: an address derived from the transaction and a counter. */
  newHandle(): string;
  tableContains(handle: string, key: RuntimeType, keyValue: MoveValue, value: RuntimeType): boolean;
  tableAdd(handle: string, key: RuntimeType, keyValue: MoveValue, type: RuntimeType, value: MoveValue): void;
  tableBorrow(handle: string, key: RuntimeType, keyValue: MoveValue, type: RuntimeType): StoredReference;
  tableBorrowMut(handle: string, key: RuntimeType, keyValue: MoveValue, type: RuntimeType): StoredReference;
  tableRemove(handle: string, key: RuntimeType, keyValue: MoveValue, type: RuntimeType): MoveValue;
  /** The part of a paged vector of primitives that has an element; touches the element's page, which may not be there. `type` is that of a page. */
  plainPart(handle: string, type: RuntimeType, index: number): PlainPart;
  /** Changes the element at a position of such a part, or adds one at the end of its page. */
  writeElement(part: PlainPart, position: number, value: MoveValue): void;
  /** Takes off the element at a position of such a part, the last of its page. */
  popElement(part: PlainPart, position: number): MoveValue;
  /** The elements of a page of any other paged vector, shared; `type` is the page's, a vector. Throws `missing_resource`; so do the next and the last. */
  pageBorrow(handle: string, type: RuntimeType, page: number): MoveValue[];
  pageBorrowMut(handle: string, type: RuntimeType, page: number): MoveValue[];
  /** Throws `ExecutionError("resource_exists")`. */
  pageAdd(handle: string, type: RuntimeType, page: number, elements: MoveValue[]): void;
  pageRemove(handle: string, type: RuntimeType, page: number): MoveValue[];
  emit(type: RuntimeType, value: MoveValue): void;
  /**
   * Puts a package at an address that has none or, with a rule, in place of the one there. Answers the addresses of the
   * packages it uses, ascending. Throws as `preparePackage` does.
   */
  publishModules(at: string, modules: readonly Uint8Array[], rule: UpgradeRule | undefined): readonly string[];
  /** Lines that `std::debug` prints; absent outside unit tests, where printing does nothing. */
  readonly debugOutput: string[] | undefined;
}
