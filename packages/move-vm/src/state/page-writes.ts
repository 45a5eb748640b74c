import { BcsWriter } from "@sycee/bcs";
import type { MoveValue, RuntimeType } from "../runtime/runtime-type.ts";
import type { StateWrite } from "../runtime/virtual-machine.ts";
import { operationsOf } from "../values/operations-of.ts";
import type { PageCollection } from "./page-collection.ts";
import { largestPatch, putPagePatch } from "./page-patch.ts";
import { encodedPageSize, type PlainPage } from "./plain-page.ts";
import { compareKeys } from "./sort-writes.ts";
import { PAGE_KEY_BYTES, pageKey, putPageKey } from "./state-key.ts";

/** The writes of pages that a block has changed, by key. Those that are as they were before are left out. */
export function writePlainPages(pages: readonly PlainPage[]): StateWrite[] {
  const numbers = new Map<PageCollection<PlainPage>, number[]>();
  for (const { pages: collection, page } of pages) {
    const known = numbers.get(collection);
    if (known === undefined) numbers.set(collection, [page]);
    else known.push(page);
  }
  const writes: StateWrite[] = [];
  const keyed = [...numbers].map(([collection, changed]) => ({ collection, changed, key: collection.prefix, value: undefined }));
  for (const { collection, changed } of keyed.sort(compareKeys)) {
    const writer = new PlainPageWriter(collection);
    // Numbers alone sort many times faster than pages by their number.
    for (const number of Float64Array.from(changed).sort()) {
      const page = collection.get(number);
      if (page === undefined) throw new Error(`the cache has lost page ${number}`);
      writer.write(page, writes);
    }
  }
  return writes;
}

/** Bytes that are allocated at once. */
const CHUNK_BYTES = 65_536;

/**
 * Writes pages of one paged vector. Keys, values and patches of many pages are views of one piece of memory: to allocate
 * each would cost more than to write it.
 */
class PlainPageWriter {
  private readonly pages: PageCollection<PlainPage>;
  private readonly element: RuntimeType;
  private readonly elementSize: number;
  private readonly changed: number[] = [];
  private readonly writer = new BcsWriter(4_096);
  private chunk = new Uint8Array(0);
  private view = new DataView(this.chunk.buffer);
  private end = 0;

  constructor(pages: PageCollection<PlainPage>) {
    const { type } = pages;
    if (type.kind !== "vector" || pages.elementSize === 0) throw new Error(`${type.key} is not the type of a plain page`);
    this.pages = pages;
    this.element = type.element;
    this.elementSize = pages.elementSize;
  }

  write(page: PlainPage, writes: StateWrite[]): void {
    const { elements } = page;
    if (elements.length === 0) {
      if (page.lengthBefore > 0) writes.push({ key: pageKey(this.pages.prefix, page.page), value: undefined });
      return;
    }
    const isPatched = page.lengthBefore === elements.length;
    if (isPatched && !this.findChanges(page)) return;
    const { elementSize, changed } = this;
    const valueBytes = encodedPageSize(elements.length, elementSize);
    this.reserve(PAGE_KEY_BYTES + valueBytes + (isPatched ? largestPatch(changed.length, elementSize) : 0));
    const { chunk } = this;
    const keyAt = this.end;
    const valueAt = keyAt + PAGE_KEY_BYTES;
    const patchAt = valueAt + valueBytes;
    putPageKey(chunk, keyAt, this.pages.prefix, page.page);
    this.putElements(elements, valueAt);
    const key = chunk.subarray(keyAt, valueAt);
    const value = chunk.subarray(valueAt, patchAt);
    this.end = isPatched ? putPagePatch(value, changed, chunk, patchAt) : patchAt;
    if (isPatched && this.end - patchAt < valueBytes) writes.push({ key, value, patch: chunk.subarray(patchAt, this.end) });
    else writes.push({ key, value });
  }

  /** Notes which elements differ; answers whether any does. */
  private findChanges({ low, high }: PlainPage): boolean {
    const { changed } = this;
    changed.length = 0;
    // The lowest bit that is left is that of the next element.
    for (let bits = low; bits !== 0; bits &= bits - 1) changed.push(31 - Math.clz32(bits & -bits));
    for (let bits = high; bits !== 0; bits &= bits - 1) changed.push(63 - Math.clz32(bits & -bits));
    return changed.length > 0;
  }

  /** BCS of a page: its length, which is one byte, and its elements. */
  private putElements(elements: MoveValue[], at: number): void {
    if (this.element.kind !== "u64") {
      operationsOf(this.pages.type).write(this.writer.clear(), elements);
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
