import type { MoveValue, PrimitiveReference, RuntimeType } from "../runtime/runtime-type.ts";
import type { PageCollection } from "./page-collection.ts";
import type { PlainPage } from "./plain-page.ts";
import type { ElementChanges, TransactionState } from "./transaction-state.ts";

/**
 * Changes of plain pages, and how to undo them: the running transaction's, or the whole block's. Lists keep their memory when
 * they are emptied, to be written over.
 */
export class PageJournal {
  // Every write of the transaction in its order. What laws ask for is all here: pages are not looked at once more for them.
  private writes = 0;
  private readonly writtenPages: PlainPage[] = [];
  private readonly writtenPositions: number[] = [];
  private readonly writtenBefore: (MoveValue | undefined)[] = [];
  private readonly writtenAfter: (MoveValue | undefined)[] = [];
  private readonly writtenVectors: PageCollection<PlainPage>[] = [];
  // Every element that the block has changed, once, with what it was before the block.
  private changes = 0;
  private readonly changedPages: PlainPage[] = [];
  private readonly changedPositions: number[] = [];
  private readonly changedBefore: (MoveValue | undefined)[] = [];
  private readonly blockPages: PlainPage[] = [];
  /** How much of the block's lists was there before the transaction. */
  private keptChanges = 0;
  private keptPages = 0;
  private transaction = 1;
  private block = 1;

  /** Changes an element, or adds one at the end. Answers whether it is the transaction's first change of the page. */
  write(page: PlainPage, position: number, value: MoveValue): boolean {
    const isFirst = this.note(page, position, value);
    page.elements[position] = value;
    return isFirst;
  }

  /** Takes the last element off. */
  pop(page: PlainPage): MoveValue {
    this.note(page, page.elements.length - 1, undefined);
    const element = page.elements.pop();
    if (element === undefined) throw new Error("a page without elements");
    return element;
  }

  /** Each write of the transaction: an element that is written twice counts as two changes, the second from what the first left. `undefined` stands for no element. */
  eachOfTransaction(visit: (pages: PageCollection<PlainPage>, before: MoveValue | undefined, after: MoveValue | undefined) => void): void {
    for (let entry = 0; entry < this.writes; entry++) {
      const pages = this.writtenVectors[entry];
      if (pages !== undefined) visit(pages, this.writtenBefore[entry], this.writtenAfter[entry]);
    }
  }

  /** The transaction's changes become the block's. */
  keepTransaction(): void {
    this.keptChanges = this.changes;
    this.keptPages = this.blockPages.length;
    this.endTransaction();
  }

  undoTransaction(): void {
    for (let entry = this.writes - 1; entry >= 0; entry--) {
      undoWrite(this.writtenPages[entry], this.writtenPositions[entry], this.writtenBefore[entry]);
    }
    for (let entry = this.keptChanges; entry < this.changes; entry++) unmark(this.changedPages[entry], this.changedPositions[entry]);
    for (const page of this.blockPages.slice(this.keptPages)) page.block = 0;
    this.changes = this.keptChanges;
    this.blockPages.length = this.keptPages;
    this.endTransaction();
  }

  /** Pages that the block has changed; the bits `low` and `high` are left of those elements that differ from before the block. */
  pagesOfBlock(): readonly PlainPage[] {
    for (let entry = 0; entry < this.changes; entry++) {
      const page = this.changedPages[entry];
      const position = this.changedPositions[entry] ?? 0;
      if (page?.elements[position] === this.changedBefore[entry]) unmark(page, position);
    }
    return this.blockPages;
  }

  /** The block's changes are for good. */
  commit(): void {
    this.endBlock();
  }

  /** Undoes whatever was not committed. */
  abandon(): void {
    this.undoTransaction();
    for (let entry = 0; entry < this.changes; entry++) {
      const page = this.changedPages[entry];
      const before = this.changedBefore[entry];
      if (page !== undefined && before !== undefined) page.elements[this.changedPositions[entry] ?? 0] = before;
    }
    for (const page of this.blockPages) page.elements.length = page.lengthBefore;
    this.endBlock();
  }

  private endTransaction(): void {
    this.writes = 0;
    this.transaction++;
  }

  private endBlock(): void {
    this.changes = 0;
    this.blockPages.length = 0;
    this.keptChanges = 0;
    this.keptPages = 0;
    this.block++;
  }

  private note(page: PlainPage, position: number, after: MoveValue | undefined): boolean {
    const { elements } = page;
    const before = elements[position];
    const entry = this.writes++;
    this.writtenPages[entry] = page;
    this.writtenPositions[entry] = position;
    this.writtenBefore[entry] = before;
    this.writtenAfter[entry] = after;
    this.writtenVectors[entry] = page.pages;
    if (page.block !== this.block) {
      page.block = this.block;
      page.low = 0;
      page.high = 0;
      page.lengthBefore = elements.length;
      this.blockPages.push(page);
    }
    if (mark(page, position)) {
      const change = this.changes++;
      this.changedPages[change] = page;
      this.changedPositions[change] = position;
      this.changedBefore[change] = before;
    }
    const isFirst = page.changedBy !== this.transaction;
    page.changedBy = this.transaction;
    return isFirst;
  }
}

/** Marks an element as changed by the block; false if it is marked already. */
function mark(page: PlainPage, position: number): boolean {
  const bit = 1 << position;
  if (position < 32) {
    if ((page.low & bit) !== 0) return false;
    page.low |= bit;
  } else {
    if ((page.high & bit) !== 0) return false;
    page.high |= bit;
  }
  return true;
}

function unmark(page: PlainPage | undefined, position = 0): void {
  if (page === undefined) throw new Error("the journal has a gap");
  if (position < 32) page.low &= ~(1 << position);
  else page.high &= ~(1 << position);
}

/** In the order opposite to that of the writes, each leaves the page as it was before it. */
function undoWrite(page: PlainPage | undefined, position = 0, before: MoveValue | undefined): void {
  if (page === undefined) throw new Error("the journal has a gap");
  if (before === undefined) page.elements.pop();
  else page.elements[position] = before;
}

/** Reference to an element of a plain page, for as long as one transaction runs. */
export class PageElementReference implements PrimitiveReference {
  private readonly transaction: TransactionState;
  private readonly page: PlainPage;
  private readonly position: number;

  /** The element must be there. */
  constructor(transaction: TransactionState, page: PlainPage, position: number) {
    this.transaction = transaction;
    this.page = page;
    this.position = position;
  }

  get(): MoveValue {
    const element = this.page.elements[this.position];
    if (element === undefined) throw new Error("reference to an element that is not there");
    return element;
  }

  set(value: MoveValue): void {
    this.transaction.writeElement(this.page, this.position, value);
  }
}

/** The running transaction's changes of elements, as laws see them. */
export class JournalChanges implements ElementChanges {
  private readonly journal: PageJournal;

  constructor(journal: PageJournal) {
    this.journal = journal;
  }

  each(visit: (handle: string, type: RuntimeType, before: MoveValue | undefined, after: MoveValue | undefined) => void): void {
    this.journal.eachOfTransaction((pages, before, after) => visit(pages.handle, pages.type, before, after));
  }
}
