import { blake2b } from "@noble/hashes/blake2.js";
import { addressOfBytes, BcsWriter } from "@sycee/bcs";
import { chargeGas } from "../runtime/charge-gas.ts";
import type { UpgradeRule } from "../publishing/check-upgrade.ts";
import type { ModuleStage } from "../publishing/module-stage.ts";
import { chargeMemory } from "../runtime/charge-memory.ts";
import type { ExecutionContext } from "../runtime/execution-context.ts";
import { ExecutionError } from "../runtime/execution-error.ts";
import type { MoveValue, RuntimeType } from "../runtime/runtime-type.ts";
import { operationsOf } from "../values/operations-of.ts";
import { LocalReference } from "../values/primitive-reference.ts";
import type { ObjectCache } from "./object-cache.ts";
import type { PageJournal } from "./page-journal.ts";
import { encodedPageSize, factOf, PAGE_ELEMENTS, PAGE_FACT, type PlainPart } from "./plain-pages.ts";
import { MAX_EVENTS, MAX_STORED_BYTES } from "./state-gas.ts";
import { SlotReference, type StateSlot } from "./state-slot.ts";
import type { StateStore } from "./state-store.ts";
import type { EmittedEvent, StoredReference, TransactionState } from "./transaction-state.ts";

/** Memory of what is remembered of an entry that a transaction touches. */
const TOUCHED_BYTES = 512;
/** Memory of a part of a paged vector, for each that a transaction touches: that of a short vector. Parts of long ones take more, and mostly are there already. */
const TOUCHED_PART_BYTES = 2_048;
/** Memory of what is remembered of a write of an element. */
const WRITE_BYTES = 32;
const HANDLE_DOMAIN = new TextEncoder().encode("sycee-table-v1");

/** What all transactions of one block have in common. */
export interface BlockSurroundings {
  readonly context: ExecutionContext;
  readonly cache: ObjectCache;
  readonly store: StateStore;
  /** Number of the session, as slots know it. */
  readonly block: number;
  readonly height: bigint;
  readonly timeMs: bigint;
  /** Modules with what the block has published so far. */
  modules: ModuleStage;
}

/** Storage, events and handles of one running transaction. Its changes live in slots under its number until the session takes them. */
export class LedgerTransaction implements TransactionState {
  call = 0;
  timeMs: bigint;
  readonly height: bigint;
  readonly transactionId: Uint8Array;
  readonly debugOutput: string[] | undefined;
  readonly events: EmittedEvent[] = [];
  /** Every slot the transaction has touched and owns or emptied, once each. */
  readonly changed: StateSlot[] = [];
  /** The block's modules with those that this transaction has published; absent if it published none. */
  modules: ModuleStage | undefined;
  readonly journal: PageJournal;
  private readonly block: BlockSurroundings;
  private readonly number: number;
  private handles = 0;

  /** `number` is unique among the transactions of a machine. */
  constructor(block: BlockSurroundings, number: number, transactionId: Uint8Array, debugOutput?: string[]) {
    this.block = block;
    this.journal = block.cache.journal;
    this.number = number;
    this.transactionId = transactionId;
    this.debugOutput = debugOutput;
    this.height = block.height;
    this.timeMs = block.timeMs;
  }

  exists(type: RuntimeType, address: string): boolean {
    return this.touchResource(type, address).transactionValue !== undefined;
  }

  publish(type: RuntimeType, address: string, value: MoveValue): void {
    this.put(this.touchResource(type, address), value);
  }

  borrow(type: RuntimeType, address: string): StoredReference {
    return this.shared(this.touchResource(type, address));
  }

  borrowMut(type: RuntimeType, address: string): StoredReference {
    return this.exclusive(this.touchResource(type, address));
  }

  take(type: RuntimeType, address: string): MoveValue {
    return this.remove(this.touchResource(type, address));
  }

  newHandle(): string {
    chargeGas(this.block.context, this.block.context.schedule.state.newHandle);
    const writer = new BcsWriter(64).fixedBytes(HANDLE_DOMAIN).fixedBytes(this.transactionId).u64(this.handles);
    this.handles++;
    return addressOfBytes(blake2b(writer.toBytes(), { dkLen: 32 }));
  }

  tableContains(handle: string, key: RuntimeType, keyValue: MoveValue, value: RuntimeType): boolean {
    return this.touchEntry(handle, key, keyValue, value).transactionValue !== undefined;
  }

  tableAdd(handle: string, key: RuntimeType, keyValue: MoveValue, type: RuntimeType, value: MoveValue): void {
    this.put(this.touchEntry(handle, key, keyValue, type), value);
  }

  tableBorrow(handle: string, key: RuntimeType, keyValue: MoveValue, type: RuntimeType): StoredReference {
    return this.shared(this.touchEntry(handle, key, keyValue, type));
  }

  tableBorrowMut(handle: string, key: RuntimeType, keyValue: MoveValue, type: RuntimeType): StoredReference {
    return this.exclusive(this.touchEntry(handle, key, keyValue, type));
  }

  tableRemove(handle: string, key: RuntimeType, keyValue: MoveValue, type: RuntimeType): MoveValue {
    return this.remove(this.touchEntry(handle, key, keyValue, type));
  }

  pageBorrow(handle: string, type: RuntimeType, page: number): MoveValue[] {
    return elementsOf(present(this.touchPage(handle, type, page)));
  }

  pageBorrowMut(handle: string, type: RuntimeType, page: number): MoveValue[] {
    const slot = this.touchPage(handle, type, page);
    const value = present(slot);
    if (slot.isOwned) return elementsOf(value);
    const copy = this.copied(slot, value);
    slot.transactionValue = copy;
    this.own(slot);
    return elementsOf(copy);
  }

  pageAdd(handle: string, type: RuntimeType, page: number, elements: MoveValue[]): void {
    this.put(this.touchPage(handle, type, page), elements);
  }

  pageRemove(handle: string, type: RuntimeType, page: number): MoveValue[] {
    return elementsOf(this.remove(this.touchPage(handle, type, page)));
  }

  emit(type: RuntimeType, value: MoveValue): void {
    const size = operationsOf(type).size(value);
    chargeGas(this.block.context, this.block.context.schedule.state.event + this.block.context.schedule.state.eventByte * size);
    if (size > MAX_STORED_BYTES) throw new ExecutionError("limit_exceeded", `an event has at most ${MAX_STORED_BYTES} bytes`);
    if (this.events.length >= MAX_EVENTS) throw new ExecutionError("limit_exceeded", `a transaction emits at most ${MAX_EVENTS} events`);
    this.events.push({ call: this.call, type, value });
  }

  publishModules(at: string, modules: readonly Uint8Array[], rule: UpgradeRule | undefined): readonly string[] {
    const { context, modules: published } = this.block;
    this.modules ??= published.fork();
    return this.modules.put(context, at, modules, rule);
  }

  /** Charges for what the transaction leaves behind and refuses values too large to store. To be called once, after the last call. */
  settle(): void {
    for (const slot of this.changed) {
      const value = slot.transactionValue;
      const size = value === undefined ? 0 : operationsOf(slot.type).size(value);
      slot.transactionSize = size;
      chargeGas(this.block.context, this.block.context.schedule.state.writtenByte * size);
      if (size > MAX_STORED_BYTES) throw new ExecutionError("limit_exceeded", `a stored value has at most ${MAX_STORED_BYTES} bytes`);
    }
  }

  private touchResource(type: RuntimeType, address: string): StateSlot {
    const { cache, store } = this.block;
    return this.touch(cache.resource(store, type, address));
  }

  private touchEntry(handle: string, key: RuntimeType, keyValue: MoveValue, type: RuntimeType): StateSlot {
    const { cache, store, context } = this.block;
    if (typeof keyValue === "object") {
      const size = operationsOf(key).size(keyValue);
      chargeGas(context, context.schedule.state.keyByte * size);
      if (size > MAX_STORED_BYTES) throw new ExecutionError("limit_exceeded", `a table key has at most ${MAX_STORED_BYTES} bytes`);
    }
    return this.touch(cache.tableEntry(store, handle, key, keyValue, type));
  }

  plainPart(handle: string, type: RuntimeType, index: number): PlainPart {
    const { cache, store, context } = this.block;
    const part = cache.plainPages.part(handle, type, index);
    const page = Math.floor(index / PAGE_ELEMENTS) - part.firstPage;
    if (part.facts[factOf(page, PAGE_FACT.transaction)] === this.number) {
      chargeGas(context, context.schedule.state.operation);
      return part;
    }
    if (part.transaction !== this.number) {
      chargeMemory(context, TOUCHED_PART_BYTES);
      part.transaction = this.number;
    }
    const size = encodedPageSize(part.lengthOf(store, page), part.vector.elementSize);
    chargeGas(context, context.schedule.state.firstTouch + this.block.context.schedule.state.touchedByte * size);
    chargeMemory(context, TOUCHED_BYTES);
    part.facts[factOf(page, PAGE_FACT.transaction)] = this.number;
    return part;
  }

  writeElement(part: PlainPart, position: number, value: MoveValue): void {
    const length = part.facts[factOf(Math.floor(position / PAGE_ELEMENTS), PAGE_FACT.length)] ?? 0;
    const { elementSize } = part.vector;
    chargeMemory(this.block.context, WRITE_BYTES);
    const isFirst = this.journal.write(part, position, value);
    const isNew = position % PAGE_ELEMENTS === length;
    if (!isFirst && !isNew) return;
    const bytes = (isFirst ? encodedPageSize(length, elementSize) : 0) + (isNew ? elementSize : 0);
    chargeGas(this.block.context, this.block.context.schedule.state.writtenPageByte * bytes);
  }

  popElement(part: PlainPart, position: number): MoveValue {
    return this.journal.pop(part, position);
  }

  /** Undoes the changes that were made in place; the others are forgotten with the transaction. */
  undo(): void {
    this.journal.undoTransaction();
  }

  private touchPage(handle: string, type: RuntimeType, page: number): StateSlot {
    const { cache, store } = this.block;
    return this.touch(cache.page(store, handle, type, page));
  }

  private touch(slot: StateSlot): StateSlot {
    const { context, block } = this.block;
    if (slot.transaction === this.number) {
      chargeGas(context, context.schedule.state.operation);
      return slot;
    }
    chargeGas(context, context.schedule.state.firstTouch + this.block.context.schedule.state.touchedByte * slot.sizeIn(block));
    chargeMemory(context, TOUCHED_BYTES);
    slot.transaction = this.number;
    slot.transactionValue = slot.valueIn(block);
    slot.isOwned = false;
    return slot;
  }

  private own(slot: StateSlot): void {
    slot.isOwned = true;
    this.changed.push(slot);
  }

  private put(slot: StateSlot, value: MoveValue): void {
    if (slot.transactionValue !== undefined) throw new ExecutionError("resource_exists", `${slot.type.key} is there already`);
    if (!slot.isOwned) this.own(slot);
    slot.transactionValue = value;
  }

  private shared(slot: StateSlot): StoredReference {
    const value = present(slot);
    return typeof value === "object" ? value : new LocalReference(value);
  }

  private exclusive(slot: StateSlot): StoredReference {
    const value = present(slot);
    if (!slot.isOwned) {
      slot.transactionValue = this.copied(slot, value);
      this.own(slot);
    }
    return typeof slot.transactionValue === "object" ? slot.transactionValue : new SlotReference(slot);
  }

  private remove(slot: StateSlot): MoveValue {
    const value = present(slot);
    const owned = slot.isOwned ? value : this.copied(slot, value);
    if (!slot.isOwned) this.own(slot);
    slot.transactionValue = undefined;
    return owned;
  }

  /** A copy of a value that belongs to the layers below. */
  private copied(slot: StateSlot, value: MoveValue): MoveValue {
    chargeGas(this.block.context, this.block.context.schedule.state.copiedByte * slot.sizeIn(this.block.block));
    const operations = operationsOf(slot.type);
    chargeMemory(this.block.context, operations.memory(value));
    return operations.copy(value);
  }
}

function elementsOf(page: MoveValue): MoveValue[] {
  if (!Array.isArray(page)) throw new Error("a page is not a vector");
  return page;
}

function present(slot: StateSlot): MoveValue {
  if (slot.transactionValue === undefined) throw new ExecutionError("missing_resource", `there is no ${slot.type.key} there`);
  return slot.transactionValue;
}
