import { BcsWriter } from "@sycee/bcs";
import type { MoveValue, RuntimeType } from "../runtime/runtime-type.ts";
import type { StateWrite } from "../runtime/virtual-machine.ts";
import { operationsOf } from "../values/operations-of.ts";
import { largestPatch, putPagePatch } from "./page-patch.ts";
import type { ChangedPage } from "./page-journal.ts";
import { encodedPageSize, factOf, PAGE_ELEMENTS, PAGE_FACT, type PlainPart, type PlainVector } from "./plain-pages.ts";
import { compareKeys } from "./sort-writes.ts";

/** The writes of pages that a block has changed, by key. Those that are as they were before are left out. */
export function writePlainPages(pages: readonly ChangedPage[]): StateWrite[] {
  const vectors = new Map<PlainVector, ChangedPage[]>();
  for (const changed of pages) {
    const { vector } = changed.part;
    const known = vectors.get(vector);
    if (known === undefined) vectors.set(vector, [changed]);
    else known.push(changed);
  }
  const writes: StateWrite[] = [];
  const keyed = [...vectors].map(([vector, changed]) => ({ vector, changed, key: vector.prefix, value: undefined }));
  for (const { vector, changed } of keyed.sort(compareKeys)) {
    const writer = new PlainPageWriter(vector);
    // Numbers alone sort many times faster than pages by their number. Both together are below 2^53.
    const order = new Float64Array(changed.length);
    let place = 0;
    for (const { part, page } of changed) {
      order[place] = (part.firstPage + page) * changed.length + place;
      place += 1;
    }
    order.sort();
    for (const number of order) {
      const next = changed[number % changed.length];
      if (next !== undefined) writer.write(next, writes);
    }
  }
  return writes;
}

/** Bytes that are allocated at once. */
const CHUNK_BYTES = 65_536;

/**
 * Writes pages of one paged vector. Values and patches of many pages are views of one piece of memory: to allocate
 * each would cost more than to write it.
 */
class PlainPageWriter {
  private readonly vector: PlainVector;
  private readonly element: RuntimeType;
  private readonly elementSize: number;
  private readonly changed: number[] = [];
  private readonly writer = new BcsWriter(4_096);
  private chunk = new Uint8Array(0);
  private view = new DataView(this.chunk.buffer);
  private end = 0;

  constructor(vector: PlainVector) {
    const { type } = vector;
    if (type.kind !== "vector") throw new Error(`${type.key} is not the type of a plain page`);
    this.vector = vector;
    this.element = type.element;
    this.elementSize = vector.elementSize;
  }

  write({ part, page }: ChangedPage, writes: StateWrite[]): void {
    const length = part.facts[factOf(page, PAGE_FACT.length)] ?? 0;
    const lengthBefore = part.facts[factOf(page, PAGE_FACT.lengthBefore)] ?? 0;
    if (length === 0) {
      if (lengthBefore > 0) writes.push({ key: part.keyOf(page).bytes, value: undefined });
      return;
    }
    const isPatched = length === lengthBefore;
    if (isPatched && !this.findChanges(part, page)) return;
    const { elementSize, changed } = this;
    const valueBytes = encodedPageSize(length, elementSize);
    this.reserve(valueBytes + (isPatched ? largestPatch(changed.length, elementSize) : 0));
    const { chunk } = this;
    const valueAt = this.end;
    const patchAt = valueAt + valueBytes;
    this.putElements(part.values, page * PAGE_ELEMENTS, length, valueAt);
    const memo = part.keyOf(page);
    const key = memo.bytes;
    const value = chunk.subarray(valueAt, patchAt);
    this.end = isPatched ? putPagePatch(value, changed, chunk, patchAt) : patchAt;
    if (isPatched && this.end - patchAt < valueBytes) writes.push({ key, value, patch: chunk.subarray(patchAt, this.end), memo });
    else writes.push({ key, value, memo });
  }

  /** Notes which elements differ; answers whether any does. */
  private findChanges({ facts }: PlainPart, page: number): boolean {
    const { changed } = this;
    changed.length = 0;
    const low = facts[factOf(page, PAGE_FACT.low)] ?? 0;
    const high = facts[factOf(page, PAGE_FACT.high)] ?? 0;
    // The lowest bit that is left is that of the next element.
    for (let bits = low; bits !== 0; bits &= bits - 1) changed.push(31 - Math.clz32(bits & -bits));
    for (let bits = high; bits !== 0; bits &= bits - 1) changed.push(63 - Math.clz32(bits & -bits));
    return changed.length > 0;
  }

  /** BCS of a page: its length, which is one byte, and its elements, `length` of them from `first` on. */
  private putElements(values: readonly MoveValue[], first: number, length: number, at: number): void {
    if (this.element.kind !== "u64") {
      operationsOf(this.vector.type).write(this.writer.clear(), values.slice(first, first + length));
      this.chunk.set(this.writer.toBytes(), at);
      return;
    }
    const { chunk, view } = this;
    chunk[at] = length;
    for (let index = first, place = at + 1; index < first + length; index++, place += 8) {
      const element = values[index];
      if (typeof element === "number") {
        // What is written over is zeros.
        view.setUint32(place, element >>> 0, true);
        if (element > 0xffff_ffff) view.setUint32(place + 4, Math.floor(element / 0x1_0000_0000), true);
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
