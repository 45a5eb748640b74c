import { BcsReader, sharedBytes } from "@sycee/bcs";
import type { MoveValue, RuntimeType } from "../runtime/runtime-type.ts";
import type { KeyMemo } from "../runtime/virtual-machine.ts";
import { newKeyMemo } from "./key-memory.ts";
import { fixedSize } from "../values/encoded-size.ts";
import { operationsOf } from "../values/operations-of.ts";
import { PAGE_KEY_BYTES, pageKey, pagePrefix, putPageKey } from "./state-key.ts";
import type { StateStore } from "./state-store.ts";

/** Elements of a page. */
export const PAGE_ELEMENTS = 64;
/** Pages of a part. */
const PART_PAGES = 64;
/** Elements of a part. */
export const PART_ELEMENTS = PAGE_ELEMENTS * PART_PAGES;

/** What is known of a page, by its place among the numbers of its part: eight of them, so that all are in one line of the processor's cache. */
export const PAGE_FACT = {
  /** Elements that it has now, 0 if it is not there, and {@link NOT_READ} before it was read. */
  length: 0,
  /** Number of the transaction that touched it last. */
  transaction: 1,
  /** Number of the transaction that changed it last, as the journal counts. */
  changedBy: 2,
  /** Number of the block that changed it last, as the journal counts. The next three mean something only under the present one. */
  block: 3,
  /** Which elements the block has changed, as bits of elements 0 to 31, and 32 to 63. */
  low: 4,
  high: 5,
  /** Elements that it had before the block. */
  lengthBefore: 6,
} as const;
const FACTS = 8;
const NOT_READ = -1;
/** To be copied: the engine knows an array made so to have no gaps. */
const ZEROS: readonly MoveValue[] = Array.from({ length: PART_ELEMENTS }, () => 0);

/**
 * Sixty-four pages of a paged vector of numbers or other primitives, side by side. Changes are made in place, and a journal knows
 * how to undo them: to copy a page for the sake of one element would cost more than all else that is done with it, and so would
 * reaching it by way of objects of its own, each a line of memory to be fetched.
 */
export class PlainPart {
  readonly vector: PlainVector;
  /** Number of its first page. */
  readonly firstPage: number;
  /** Of as many pages as there is room for, as `facts` are: room is made for pages when they are read, so that a short vector takes little. */
  values: MoveValue[] = [];
  /** By page: see {@link factOf}. Numbers of transactions outgrow 32 bits. */
  facts = new Float64Array(0);
  /** Number of the transaction that touched a page of it last. */
  transaction = 0;
  /** Used since the cache last looked at it. */
  isRecent = true;
  /** Keys of its pages that have changed, by page. */
  private readonly keys: (KeyMemo | undefined)[] = [];

  constructor(vector: PlainVector, firstPage: number) {
    this.vector = vector;
    this.firstPage = firstPage;
  }

  /** Elements of a page of the part; reads it from the store if that has not been done. */
  lengthOf(store: StateStore, page: number): number {
    const length = this.facts[page * FACTS] ?? NOT_READ;
    return length === NOT_READ ? this.read(store, page) : length;
  }

  /** The key of a page, always the same object. */
  keyOf(page: number): KeyMemo {
    const known = this.keys[page];
    if (known !== undefined) return known;
    const bytes = sharedBytes(PAGE_KEY_BYTES);
    putPageKey(bytes, 0, this.vector.prefix, this.firstPage + page);
    const memo = newKeyMemo(bytes);
    while (this.keys.length < page) this.keys.push(undefined);
    this.keys[page] = memo;
    return memo;
  }

  private read(store: StateStore, page: number): number {
    const { vector } = this;
    if (page * FACTS >= this.facts.length) this.makeRoom(page);
    const bytes = store.get(pageKey(vector.prefix, this.firstPage + page));
    const elements = bytes === undefined ? [] : vector.decode(bytes);
    for (const [index, element] of elements.entries()) this.values[page * PAGE_ELEMENTS + index] = element;
    this.facts[page * FACTS] = elements.length;
    return elements.length;
  }

  private makeRoom(page: number): void {
    let pages = 1;
    while (pages <= page) pages *= 2;
    const { facts, values } = this;
    this.facts = new Float64Array(pages * FACTS);
    this.facts.set(facts);
    for (let added = facts.length / FACTS; added < pages; added++) this.facts[added * FACTS] = NOT_READ;
    this.values = ZEROS.slice(0, pages * PAGE_ELEMENTS);
    for (const [position, value] of values.entries()) this.values[position] = value;
  }
}

/** Where a part has a fact of one of its pages. */
export function factOf(page: number, fact: number): number {
  return page * FACTS + fact;
}

/** The pages of one paged vector of primitives that are held, in parts by number. */
export class PlainVector {
  readonly handle: string;
  /** The type of a page, a vector. */
  readonly type: RuntimeType;
  /** What the pages' keys begin with. */
  readonly prefix: Uint8Array;
  /** Bytes of each element's encoding. */
  readonly elementSize: number;
  private readonly parts: (PlainPart | undefined)[] = [];
  private count = 0;

  constructor(handle: string, type: RuntimeType) {
    const size = type.kind === "vector" ? fixedSize(type.element) : undefined;
    if (size === undefined) throw new Error(`${type.key} is not the type of a plain page`);
    this.handle = handle;
    this.type = type;
    this.prefix = pagePrefix(handle, type);
    this.elementSize = size;
  }

  /** Whether no part is held. */
  get isEmpty(): boolean {
    return this.count === 0;
  }

  /** The part that an element belongs to; made if it is not held, which `made` is told. */
  part(index: number, made: (part: PlainPart) => void): PlainPart {
    const number = Math.floor(index / PART_ELEMENTS);
    const held = this.parts[number];
    if (held !== undefined) return held;
    const part = new PlainPart(this, number * PART_PAGES);
    this.parts[number] = part;
    this.count++;
    made(part);
    return part;
  }

  /** Lets go of a part that is held. */
  delete(part: PlainPart): void {
    const number = part.firstPage / PART_PAGES;
    if (this.parts[number] !== part) throw new Error(`the part of page ${part.firstPage} is not held`);
    this.parts[number] = undefined;
    this.count--;
  }

  /** The elements of a stored page. Throws `BcsError`. */
  decode(bytes: Uint8Array): MoveValue[] {
    const reader = new BcsReader(bytes);
    const elements = operationsOf(this.type).read(reader);
    reader.finish();
    if (!Array.isArray(elements) || elements.length > PAGE_ELEMENTS) throw new Error("what is stored is not a page");
    return elements;
  }
}

/** Paged vectors of primitives whose parts are held. Shrinks when asked, as the cache of other entries does. */
export class PlainPages {
  private readonly capacity: number;
  private readonly byHandle = new Map<string, PlainVector[]>();
  private last: PlainVector | undefined;
  private queue: PlainPart[] = [];
  private readonly made = (part: PlainPart) => void this.queue.push(part);

  /** `capacity` in pages. */
  constructor(capacity: number) {
    this.capacity = Math.floor(capacity / PART_PAGES);
  }

  /** The part that an element of a paged vector belongs to; `type` is that of its pages. */
  part(handle: string, type: RuntimeType, index: number): PlainPart {
    const { last } = this;
    const vector = last !== undefined && last.handle === handle && last.type === type ? last : this.vector(handle, type);
    const part = vector.part(index, this.made);
    part.isRecent = true;
    return part;
  }

  /** Lets go of parts until at most the capacity is held; answers whether any went. Not while a session has uncommitted changes. */
  shrink(): boolean {
    let excess = this.queue.length - this.capacity;
    if (excess <= 0) return false;
    const kept: PlainPart[] = [];
    // Those used since get a second chance; if that leaves too many, the oldest of them go too.
    for (const part of this.queue) {
      if (excess > 0 && !part.isRecent) {
        this.remove(part);
        excess--;
      } else kept.push(part);
    }
    for (const part of kept.splice(0, excess)) this.remove(part);
    for (const part of kept) part.isRecent = false;
    this.queue = kept;
    return true;
  }

  private vector(handle: string, type: RuntimeType): PlainVector {
    const vectors = this.byHandle.get(handle) ?? [];
    let found = vectors.find((vector) => vector.type === type);
    if (found === undefined) {
      found = new PlainVector(handle, type);
      vectors.push(found);
      this.byHandle.set(handle, vectors);
    }
    this.last = found;
    return found;
  }

  private remove(part: PlainPart): void {
    const { vector } = part;
    vector.delete(part);
    if (this.byHandle.get(vector.handle)?.every(({ isEmpty }) => isEmpty) !== true) return;
    this.byHandle.delete(vector.handle);
    this.last = undefined;
  }
}

/** Bytes of the encoding of a page of so many elements: its length, which is one byte, and its elements. */
export function encodedPageSize(length: number, elementSize: number): number {
  return length === 0 ? 0 : 1 + length * elementSize;
}
