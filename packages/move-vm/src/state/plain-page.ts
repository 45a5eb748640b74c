import type { MoveValue } from "../runtime/runtime-type.ts";
import type { PageCollection } from "./page-collection.ts";

/**
 * A page of a paged vector of numbers or other primitives. Changes are made in its place, and a journal knows how to undo them:
 * to copy a page for the sake of one element would cost more than all else that is done with it.
 */
export class PlainPage {
  readonly pages: PageCollection<PlainPage>;
  readonly page: number;
  /** None if there is no such page. */
  readonly elements: MoveValue[];
  /** Number of the transaction that touched it last. */
  transaction = 0;
  /** Used since the cache last looked at it. */
  isRecent = true;

  /** Number of the transaction that changed it last, as the journal counts. */
  changedBy = 0;
  // Which elements the block has changed, as bits of elements 0 to 31 and 32 to 63, and how many there were before. They mean
  // something only under the number that the journal has for the block. Fields, not an object: each object more that a
  // transaction reaches for is memory to be fetched.
  block = 0;
  low = 0;
  high = 0;
  lengthBefore = 0;

  constructor(pages: PageCollection<PlainPage>, page: number, elements: MoveValue[]) {
    this.pages = pages;
    this.page = page;
    this.elements = elements;
  }
}

/** Bytes of the encoding of a page of so many elements: its length, which is one byte, and its elements. */
export function encodedPageSize(length: number, elementSize: number): number {
  return length === 0 ? 0 : 1 + length * elementSize;
}
