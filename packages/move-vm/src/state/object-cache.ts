import { BcsError, BcsReader, BcsWriter } from "@sycee/bcs";
import { latin1Text } from "../format/latin1-text.ts";
import type { MoveValue, RuntimeType } from "../runtime/runtime-type.ts";
import { operationsOf } from "../values/operations-of.ts";
import { KeyMemory } from "./key-memory.ts";
import { PageCollection } from "./page-collection.ts";
import { PageJournal } from "./page-journal.ts";
import { PlainPages } from "./plain-pages.ts";
import { markOf, StateSlot } from "./state-slot.ts";
import type { StateStore } from "./state-store.ts";

/** A table key as a JavaScript map has it: equal for equal keys of one type. */
type MapKey = number | bigint | string | boolean;

interface TableSlots {
  readonly handle: string;
  readonly key: RuntimeType;
  readonly type: RuntimeType;
  readonly slots: Map<MapKey, StateSlot>;
}

/** The slots of one type's resources. */
class ResourceSlots {
  private readonly byAddress = new Map<string, StateSlot>();
  // Code reaches for the same one or two addresses over and over: comparing strings costs less than hashing into a map.
  private last: StateSlot | undefined;
  private lastButOne: StateSlot | undefined;

  get(address: string): StateSlot | undefined {
    const { last, lastButOne } = this;
    if (last !== undefined && last.owner === address) return last;
    const slot = lastButOne !== undefined && lastButOne.owner === address ? lastButOne : this.byAddress.get(address);
    if (slot !== undefined) this.remember(slot);
    return slot;
  }

  add(slot: StateSlot): void {
    this.byAddress.set(slot.owner, slot);
    this.remember(slot);
  }

  delete(address: string): void {
    this.byAddress.delete(address);
    this.last = undefined;
    this.lastButOne = undefined;
  }

  private remember(slot: StateSlot): void {
    this.lastButOne = this.last;
    this.last = slot;
  }
}

/**
 * Decoded entries of one store. Reads the store only for entries it does not hold; absent entries are held too.
 * Shrinks only when asked, second chance first-in-first-out, so that nothing a block uses disappears under it.
 */
export class ObjectCache {
  private readonly capacity: number;
  private readonly resources = new Map<RuntimeType, ResourceSlots>();
  // A handle has one key and one value type in any one history; a block that was discarded may have known others.
  private readonly tables = new Map<string, TableSlots[]>();
  private readonly collections = new PageCollections<StateSlot>();
  /** Pages of paged vectors of primitives. */
  readonly plainPages: PlainPages;
  /** Changes of plain pages, which are made in place. */
  readonly journal = new PageJournal();
  /** Keys of entries that change. */
  readonly keys = new KeyMemory();
  private queue: StateSlot[] = [];
  private head = 0;
  private readonly writer = new BcsWriter();

  constructor(capacity: number) {
    this.capacity = capacity;
    this.plainPages = new PlainPages(capacity);
  }

  /** Entries held. */
  get size(): number {
    return this.queue.length - this.head;
  }

  /** The slot of the resource `type` at `address`. */
  resource(store: StateStore, type: RuntimeType, address: string): StateSlot {
    let slots = this.resources.get(type);
    if (slots === undefined) {
      slots = new ResourceSlots();
      this.resources.set(type, slots);
    }
    let slot = slots.get(address);
    if (slot === undefined) {
      slot = this.load(store, new StateSlot(type, address, undefined));
      slots.add(slot);
    }
    slot.isRecent = true;
    return slot;
  }

  /** The slot of a table's entry. Keeps `keyValue`: it must not change afterwards. */
  tableEntry(store: StateStore, handle: string, key: RuntimeType, keyValue: MoveValue, type: RuntimeType): StateSlot {
    const table = this.table(handle, key, type);
    const mapKey = this.mapKey(key, keyValue);
    let slot = table.slots.get(mapKey);
    if (slot === undefined) {
      slot = this.load(store, new StateSlot(type, handle, { type: key, value: keyValue }));
      table.slots.set(mapKey, slot);
    }
    slot.isRecent = true;
    return slot;
  }

  /** The slot of a page of a paged vector; `type` is the page's, a vector. */
  page(store: StateStore, handle: string, type: RuntimeType, page: number): StateSlot {
    const pages = this.collections.of(handle, type);
    let slot = pages.get(page);
    if (slot === undefined) {
      slot = this.load(store, new StateSlot(type, handle, undefined, pages, page));
      pages.add(slot);
    }
    slot.isRecent = true;
    return slot;
  }

  /** Lets go of entries until at most the capacity is held. Not while a session has uncommitted changes. */
  shrink(): void {
    if (this.plainPages.shrink()) this.journal.forget();
    while (this.size > this.capacity) {
      const slot = this.queue[this.head];
      if (slot === undefined) throw new Error("the cache's queue has a gap");
      this.head++;
      if (slot.isRecent) {
        slot.isRecent = false;
        this.queue.push(slot);
      } else {
        this.remove(slot);
      }
    }
    if (this.head > 1024 && this.head * 2 > this.queue.length) {
      this.queue = this.queue.slice(this.head);
      this.head = 0;
    }
  }

  private table(handle: string, key: RuntimeType, type: RuntimeType): TableSlots {
    let tables = this.tables.get(handle);
    if (tables === undefined) {
      tables = [];
      this.tables.set(handle, tables);
    }
    for (const table of tables) if (table.key === key && table.type === type) return table;
    const table: TableSlots = { handle, key, type, slots: new Map() };
    tables.push(table);
    return table;
  }

  private mapKey(key: RuntimeType, value: MoveValue): MapKey {
    if (typeof value !== "object") return value;
    operationsOf(key).write(this.writer.clear(), value);
    return latin1Text(this.writer.toBytes());
  }

  private load(store: StateStore, slot: StateSlot): StateSlot {
    const bytes = store.get(slot.key);
    if (bytes !== undefined) {
      slot.committed = decoded(slot.type, bytes);
      slot.committedSize = bytes.length;
      slot.committedMark = markOf(bytes, bytes.length);
    }
    this.queue.push(slot);
    return slot;
  }

  private remove(slot: StateSlot): void {
    if (slot.pages !== undefined) {
      this.collections.remove(slot.pages, slot.page);
      return;
    }
    if (slot.tableKey === undefined) {
      this.resources.get(slot.type)?.delete(slot.owner);
      return;
    }
    const tables = this.tables.get(slot.owner) ?? [];
    const table = tables.find((candidate) => candidate.key === slot.tableKey?.type && candidate.type === slot.type);
    table?.slots.delete(this.mapKey(slot.tableKey.type, slot.tableKey.value));
    if (tables.every((candidate) => candidate.slots.size === 0)) this.tables.delete(slot.owner);
  }
}

/** The paged vectors of which pages are held. A handle has one type of page in any one history, as tables have. */
class PageCollections<Page extends { readonly page: number }> {
  private readonly byHandle = new Map<string, PageCollection<Page>[]>();
  private last: PageCollection<Page> | undefined;

  of(handle: string, type: RuntimeType): PageCollection<Page> {
    const { last } = this;
    if (last !== undefined && last.handle === handle && last.type === type) return last;
    const collections = this.byHandle.get(handle) ?? [];
    let found = collections.find((pages) => pages.type === type);
    if (found === undefined) {
      found = new PageCollection<Page>(handle, type);
      collections.push(found);
      this.byHandle.set(handle, collections);
    }
    this.last = found;
    return found;
  }

  remove(pages: PageCollection<Page>, page: number): void {
    pages.delete(page);
    if (this.byHandle.get(pages.handle)?.every(({ size }) => size === 0) !== true) return;
    this.byHandle.delete(pages.handle);
    this.last = undefined;
  }
}

function decoded(type: RuntimeType, bytes: Uint8Array): MoveValue {
  const reader = new BcsReader(bytes);
  try {
    const value = operationsOf(type).read(reader);
    reader.finish();
    return value;
  } catch (cause) {
    if (!(cause instanceof BcsError)) throw cause;
    throw new Error(`stored value of ${type.key} does not decode`, { cause });
  }
}
