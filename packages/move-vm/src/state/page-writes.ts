import { BcsWriter } from "@sycee/bcs";
import type { MoveValue, RuntimeType } from "../runtime/runtime-type.ts";
import type { StateWrite } from "../runtime/virtual-machine.ts";
import { fixedSize } from "../values/encoded-size.ts";
import { operationsOf } from "../values/operations-of.ts";
import type { PageCollection } from "./page-collection.ts";
import { largestPatch, putPagePatch } from "./page-patch.ts";
import { PAGE_KEY_BYTES, pageKey, putPageKey } from "./state-key.ts";
import type { StateSlot } from "./state-slot.ts";

/** Largest element that a patch can carry. */
const MAX_PATCHED_BYTES = 255;

/** The writes of changed pages, by key. Pages that are as they were committed are left out. */
export function writePages(slots: readonly StateSlot[]): StateWrite[] {
  const collections = new Map<PageCollection, StateSlot[]>();
  for (const slot of slots) {
    if (slot.pages === undefined) throw new Error("a slot that is no page");
    const known = collections.get(slot.pages);
    if (known === undefined) collections.set(slot.pages, [slot]);
    else known.push(slot);
  }
  const writes: StateWrite[] = [];
  const ordered = [...collections].sort(([left], [right]) => compareText(left.prefix, right.prefix));
  for (const [pages, changed] of ordered) writeCollection(pages, changed, writes);
  return writes;
}

function writeCollection(pages: PageCollection, changed: readonly StateSlot[], writes: StateWrite[]): void {
  // Numbers alone sort many times faster than slots by their number.
  const numbers = Float64Array.from(changed, (slot) => slot.page).sort();
  const writer = pageWriter(pages);
  for (const number of numbers) {
    const slot = pages.get(number);
    if (slot === undefined) throw new Error(`the cache has lost page ${number}`);
    const { committed, blockValue } = slot;
    if (blockValue !== undefined) writer.write(slot, elementsOf(blockValue), writes);
    else if (committed !== undefined) writes.push({ key: pageKey(pages.prefix, number), value: undefined });
  }
}

interface PageWriter {
  write(slot: StateSlot, elements: readonly MoveValue[], writes: StateWrite[]): void;
}

function pageWriter(pages: PageCollection): PageWriter {
  const { type } = pages;
  if (type.kind !== "vector") throw new Error(`${type.key} is not the type of a page`);
  const size = fixedSize(type.element);
  return size === undefined || size > MAX_PATCHED_BYTES ? new VariablePageWriter(pages) : new FixedPageWriter(pages, type.element, size);
}

/** Writes pages of elements that differ in size, or are large: always whole. */
class VariablePageWriter implements PageWriter {
  private readonly pages: PageCollection;
  private readonly writer = new BcsWriter(4_096);

  constructor(pages: PageCollection) {
    this.pages = pages;
  }

  write({ committed, page }: StateSlot, elements: MoveValue[], writes: StateWrite[]): void {
    const operations = operationsOf(this.pages.type);
    if (committed !== undefined && operations.equals(committed, elements)) return;
    operations.write(this.writer.clear(), elements);
    writes.push({ key: pageKey(this.pages.prefix, page), value: this.writer.toBytes() });
  }
}

/** Bytes that are allocated at once. */
const CHUNK_BYTES = 65_536;

/**
 * Writes pages of elements of one size. Keys, values and patches of many pages are views of one piece of memory: to
 * allocate each would cost more than to write it.
 */
class FixedPageWriter implements PageWriter {
  private readonly pages: PageCollection;
  private readonly element: RuntimeType;
  private readonly elementSize: number;
  private readonly changed: number[] = [];
  private readonly writer = new BcsWriter(4_096);
  private chunk = new Uint8Array(0);
  private view = new DataView(this.chunk.buffer);
  private end = 0;

  constructor(pages: PageCollection, element: RuntimeType, elementSize: number) {
    this.pages = pages;
    this.element = element;
    this.elementSize = elementSize;
  }

  write({ committed, page }: StateSlot, elements: readonly MoveValue[], writes: StateWrite[]): void {
    const before = committed === undefined ? undefined : elementsOf(committed);
    const isPatched = before?.length === elements.length;
    if (isPatched && !this.findChanges(before, elements)) return;
    const { elementSize, changed } = this;
    const valueBytes = 1 + elements.length * elementSize;
    this.reserve(PAGE_KEY_BYTES + valueBytes + (isPatched ? largestPatch(changed.length, elementSize) : 0));
    const { chunk } = this;
    const keyAt = this.end;
    const valueAt = keyAt + PAGE_KEY_BYTES;
    const patchAt = valueAt + valueBytes;
    putPageKey(chunk, keyAt, this.pages.prefix, page);
    this.putElements(elements, valueAt);
    const key = chunk.subarray(keyAt, valueAt);
    const value = chunk.subarray(valueAt, patchAt);
    this.end = isPatched ? putPagePatch(value, changed, chunk, patchAt) : patchAt;
    if (isPatched && this.end - patchAt < valueBytes) writes.push({ key, value, patch: chunk.subarray(patchAt, this.end) });
    else writes.push({ key, value });
  }

  /** Notes which elements differ; answers whether any does. */
  private findChanges(before: readonly MoveValue[], after: readonly MoveValue[]): boolean {
    const { changed } = this;
    changed.length = 0;
    const isPlain = typeof after[0] !== "object";
    const operations = operationsOf(this.element);
    for (let index = 0; index < after.length; index++) {
      const left = before[index];
      const right = after[index];
      if (left === right) continue;
      if (left === undefined || right === undefined) throw new Error("pages of different lengths");
      if (isPlain || !operations.equals(left, right)) changed.push(index);
    }
    return changed.length > 0;
  }

  /** BCS of a page: its length, which is one byte, and its elements. */
  private putElements(elements: readonly MoveValue[], at: number): void {
    if (this.element.kind !== "u64") {
      operationsOf(this.pages.type).write(this.writer.clear(), [...elements]);
      this.chunk.set(this.writer.toBytes(), at);
      return;
    }
    const { chunk, view } = this;
    chunk[at] = elements.length;
    for (let index = 0, place = at + 1; index < elements.length; index++, place += 8) {
      const element = elements[index];
      if (typeof element === "number") {
        const high = Math.floor(element / 0x1_0000_0000);
        view.setUint32(place, element - high * 0x1_0000_0000, true);
        view.setUint32(place + 4, high, true);
      } else if (typeof element === "bigint") view.setBigUint64(place, element, true);
      else throw new Error("a u64 is neither number nor big integer");
    }
  }

  private reserve(bytes: number): void {
    if (this.end + bytes <= this.chunk.length) return;
    this.chunk = new Uint8Array(Math.max(CHUNK_BYTES, bytes));
    this.view = new DataView(this.chunk.buffer);
    this.end = 0;
  }
}

function elementsOf(page: MoveValue): MoveValue[] {
  if (!Array.isArray(page)) throw new Error("a page is not a vector");
  return page;
}

function compareText(left: Uint8Array, right: Uint8Array): number {
  for (const [index, byte] of left.entries()) {
    const difference = byte - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
