import type { MoveValue, PrimitiveReference, RuntimeType } from "../runtime/runtime-type.ts";
import { factOf, PAGE_ELEMENTS, PAGE_FACT, type PlainPart, type PlainVector } from "./plain-pages.ts";
import type { ElementChanges, TransactionState } from "./transaction-state.ts";

/** A page that a block has changed. */
export interface ChangedPage {
  readonly part: PlainPart;
  /** Its place in the part. */
  readonly page: number;
}

/** Longer lists are not kept for the next block. */
const KEPT_ENTRIES = 2 ** 20;

/**
 * Changes of plain pages, and how to undo them: the running transaction's, or the whole block's. Positions are those of
 * elements in a part. Lists keep their memory when they are emptied, to be written over.
 */
export class PageJournal {
  // Every write of the transaction in its order. What laws ask for is all here: pages are not looked at once more for them.
  private writes = 0;
  private readonly writtenParts: PlainPart[] = [];
  private readonly writtenPositions: number[] = [];
  private readonly writtenBefore: (MoveValue | undefined)[] = [];
  private readonly writtenAfter: (MoveValue | undefined)[] = [];
  // Every element that the block has changed, once, with what it was before the block.
  private changes = 0;
  private readonly changedParts: PlainPart[] = [];
  private readonly changedPositions: number[] = [];
  private readonly changedBefore: (MoveValue | undefined)[] = [];
  private readonly blockPages: ChangedPage[] = [];
  /** How much of the block's lists was there before the transaction. */
  private keptChanges = 0;
  private keptPages = 0;
  private transaction = 1;
  private block = 1;

  /** Changes an element, or adds one at the end of its page. Answers whether it is the transaction's first change of the page. */
  write(part: PlainPart, position: number, value: MoveValue): boolean {
    const length = factOf(pageOf(position), PAGE_FACT.length);
    const isNew = position % PAGE_ELEMENTS === part.facts[length];
    const isFirst = this.note(part, position, isNew ? undefined : part.values[position], value);
    part.values[position] = value;
    if (isNew) part.facts[length] = (position % PAGE_ELEMENTS) + 1;
    return isFirst;
  }

  /** Takes off the element at a position, the last of its page. */
  pop(part: PlainPart, position: number): MoveValue {
    const element = part.values[position];
    if (element === undefined) throw new Error("a page without elements");
    this.note(part, position, element, undefined);
    part.facts[factOf(pageOf(position), PAGE_FACT.length)] = position % PAGE_ELEMENTS;
    return element;
  }

  /** Each write of the transaction: an element that is written twice counts as two changes, the second from what the first left. `undefined` stands for no element. */
  eachOfTransaction(visit: (vector: PlainVector, before: MoveValue | undefined, after: MoveValue | undefined) => void): void {
    for (let entry = 0; entry < this.writes; entry++) {
      const part = this.writtenParts[entry];
      if (part !== undefined) visit(part.vector, this.writtenBefore[entry], this.writtenAfter[entry]);
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
      putBack(this.writtenParts[entry], this.writtenPositions[entry], this.writtenBefore[entry]);
    }
    for (let entry = this.keptChanges; entry < this.changes; entry++) unmark(this.changedParts[entry], this.changedPositions[entry]);
    for (const { part, page } of this.blockPages.slice(this.keptPages)) part.facts[factOf(page, PAGE_FACT.block)] = 0;
    this.changes = this.keptChanges;
    this.blockPages.length = this.keptPages;
    this.endTransaction();
  }

  /** Pages that the block has changed; only those elements stay marked that differ from before the block. */
  pagesOfBlock(): readonly ChangedPage[] {
    for (let entry = 0; entry < this.changes; entry++) {
      const part = this.changedParts[entry];
      const position = this.changedPositions[entry] ?? 0;
      if (elementAt(part, position) === this.changedBefore[entry]) unmark(part, position);
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
    for (let entry = this.changes - 1; entry >= 0; entry--) {
      putBack(this.changedParts[entry], this.changedPositions[entry], this.changedBefore[entry]);
    }
    for (const { part, page } of this.blockPages) {
      part.facts[factOf(page, PAGE_FACT.length)] = part.facts[factOf(page, PAGE_FACT.lengthBefore)] ?? 0;
    }
    this.endBlock();
  }

  /** Lets go of the parts that its emptied lists still name. Only between blocks. */
  forget(): void {
    this.writtenParts.length = 0;
    this.writtenPositions.length = 0;
    this.writtenBefore.length = 0;
    this.writtenAfter.length = 0;
    this.changedParts.length = 0;
    this.changedPositions.length = 0;
    this.changedBefore.length = 0;
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
    if (Math.max(this.writtenParts.length, this.changedParts.length) > KEPT_ENTRIES) this.forget();
  }

  private note(part: PlainPart, position: number, before: MoveValue | undefined, after: MoveValue | undefined): boolean {
    const entry = this.writes++;
    this.writtenParts[entry] = part;
    this.writtenPositions[entry] = position;
    this.writtenBefore[entry] = before;
    this.writtenAfter[entry] = after;
    const { facts } = part;
    const page = pageOf(position);
    if (facts[factOf(page, PAGE_FACT.block)] !== this.block) {
      facts[factOf(page, PAGE_FACT.block)] = this.block;
      facts[factOf(page, PAGE_FACT.low)] = 0;
      facts[factOf(page, PAGE_FACT.high)] = 0;
      facts[factOf(page, PAGE_FACT.lengthBefore)] = facts[factOf(page, PAGE_FACT.length)] ?? 0;
      this.blockPages.push({ part, page });
    }
    if (mark(part, position)) {
      const change = this.changes++;
      this.changedParts[change] = part;
      this.changedPositions[change] = position;
      this.changedBefore[change] = before;
    }
    const isFirst = facts[factOf(page, PAGE_FACT.changedBy)] !== this.transaction;
    facts[factOf(page, PAGE_FACT.changedBy)] = this.transaction;
    return isFirst;
  }
}

function pageOf(position: number): number {
  return (position / PAGE_ELEMENTS) | 0;
}

function elementAt(part: PlainPart | undefined, position: number): MoveValue | undefined {
  const length = part?.facts[factOf(pageOf(position), PAGE_FACT.length)] ?? 0;
  return position % PAGE_ELEMENTS < length ? part?.values[position] : undefined;
}

/** Where a page has the bit of an element. */
function bitsAt(position: number): number {
  return factOf(pageOf(position), position % PAGE_ELEMENTS < 32 ? PAGE_FACT.low : PAGE_FACT.high);
}

/** Marks an element as changed by the block; false if it is marked already. */
function mark({ facts }: PlainPart, position: number): boolean {
  const at = bitsAt(position);
  // A shift counts modulo 32.
  const bit = 1 << position;
  const bits = facts[at] ?? 0;
  if ((bits & bit) !== 0) return false;
  facts[at] = bits | bit;
  return true;
}

function unmark(part: PlainPart | undefined, position = 0): void {
  if (part === undefined) throw new Error("the journal has a gap");
  const at = bitsAt(position);
  part.facts[at] = (part.facts[at] ?? 0) & ~(1 << position);
}

/** Undoes the last write: then the page is as it was before it. */
function putBack(part: PlainPart | undefined, position = 0, before: MoveValue | undefined): void {
  if (part === undefined) throw new Error("the journal has a gap");
  const inPage = position % PAGE_ELEMENTS;
  const length = factOf(pageOf(position), PAGE_FACT.length);
  if (before === undefined) {
    part.facts[length] = inPage;
    return;
  }
  part.values[position] = before;
  part.facts[length] = Math.max(part.facts[length] ?? 0, inPage + 1);
}

/** Reference to an element of a plain page, for as long as one transaction runs. */
export class PageElementReference implements PrimitiveReference {
  private readonly transaction: TransactionState;
  private readonly part: PlainPart;
  private readonly position: number;

  /** The element must be there. */
  constructor(transaction: TransactionState, part: PlainPart, position: number) {
    this.transaction = transaction;
    this.part = part;
    this.position = position;
  }

  get(): MoveValue {
    const element = this.part.values[this.position];
    if (element === undefined) throw new Error("reference to an element that is not there");
    return element;
  }

  set(value: MoveValue): void {
    this.transaction.writeElement(this.part, this.position, value);
  }
}

/** The running transaction's changes of elements, as laws see them. */
export class JournalChanges implements ElementChanges {
  private readonly journal: PageJournal;

  constructor(journal: PageJournal) {
    this.journal = journal;
  }

  each(visit: (handle: string, type: RuntimeType, before: MoveValue | undefined, after: MoveValue | undefined) => void): void {
    this.journal.eachOfTransaction(({ handle, type }, before, after) => visit(handle, type, before, after));
  }
}
