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

  // Which elements the running transaction and the block have changed, as bits of elements 0 to 31 and 32 to 63, and how many
  // the page had before. They mean something only under the present number of their layer. Fields, not objects: a
  // transaction reaches for many pages once, and each object more is memory to be fetched.
  transactionLayer = 0;
  transactionLow = 0;
  transactionHigh = 0;
  transactionLength = 0;
  blockLayer = 0;
  blockLow = 0;
  blockHigh = 0;
  blockLength = 0;

  constructor(pages: PageCollection<PlainPage>, page: number, elements: MoveValue[]) {
    this.pages = pages;
    this.page = page;
    this.elements = elements;
  }
}

/** Bytes of the page's encoding: its length, which is one byte, and its elements. */
export function plainPageSize({ pages, elements }: PlainPage): number {
  return elements.length === 0 ? 0 : 1 + elements.length * pages.elementSize;
}
