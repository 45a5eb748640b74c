import type { MoveValue, PrimitiveReference, RuntimeType } from "../runtime/runtime-type.ts";
import type { PlainPage } from "./plain-page.ts";
import type { ElementChanges, TransactionState } from "./transaction-state.ts";

/** Elements that changed, each once, with what they were before; kept when a layer ends, to be written over. */
class ElementList {
  count = 0;
  private readonly pages: PlainPage[] = [];
  private readonly positions: number[] = [];
  private readonly before: (MoveValue | undefined)[] = [];

  add(page: PlainPage, position: number, before: MoveValue | undefined): void {
    const entry = this.count++;
    this.pages[entry] = page;
    this.positions[entry] = position;
    this.before[entry] = before;
  }

  page(entry: number): PlainPage {
    const page = this.pages[entry];
    if (page === undefined) throw new Error("the journal has a gap");
    return page;
  }

  position(entry: number): number {
    return this.positions[entry] ?? 0;
  }

  /** `undefined` if the element was not there. */
  valueBefore(entry: number): MoveValue | undefined {
    return this.before[entry];
  }

  /** Puts the elements back; `lengthBefore` is how many a page had. */
  undo(lengthBefore: (page: PlainPage) => number): void {
    for (let entry = 0; entry < this.count; entry++) {
      const before = this.valueBefore(entry);
      if (before !== undefined) this.page(entry).elements[this.position(entry)] = before;
    }
    for (let entry = 0; entry < this.count; entry++) {
      const page = this.page(entry);
      page.elements.length = lengthBefore(page);
    }
    this.count = 0;
  }
}

/** Undoes changes of plain pages: the running transaction's, or the whole block's. */
export class PageJournal {
  private readonly ofTransaction = new ElementList();
  private readonly ofBlock = new ElementList();
  private transactionLayer = 1;
  private blockLayer = 1;
  private readonly blockPages: PlainPage[] = [];

  /** Changes an element, or adds one at the end. Answers whether it is the transaction's first change of the page. */
  write(page: PlainPage, position: number, value: MoveValue): boolean {
    const isFirst = this.note(page, position);
    page.elements[position] = value;
    return isFirst;
  }

  /** Takes the last element off. */
  pop(page: PlainPage): MoveValue {
    this.note(page, page.elements.length - 1);
    const element = page.elements.pop();
    if (element === undefined) throw new Error("a page without elements");
    return element;
  }

  /** Elements that the transaction has changed, with their values before and now; `undefined` where there is none. */
  eachOfTransaction(visit: (page: PlainPage, before: MoveValue | undefined, after: MoveValue | undefined) => void): void {
    const list = this.ofTransaction;
    for (let entry = 0; entry < list.count; entry++) {
      const page = list.page(entry);
      visit(page, list.valueBefore(entry), page.elements[list.position(entry)]);
    }
  }

  /** The transaction's changes become the block's. */
  keepTransaction(): void {
    const list = this.ofTransaction;
    for (let entry = 0; entry < list.count; entry++) {
      const page = list.page(entry);
      const position = list.position(entry);
      if (page.blockLayer !== this.blockLayer) {
        page.blockLayer = this.blockLayer;
        page.blockLow = 0;
        page.blockHigh = 0;
        page.blockLength = page.transactionLength;
        this.blockPages.push(page);
      }
      const bit = 1 << position;
      if (position < 32) {
        if ((page.blockLow & bit) !== 0) continue;
        page.blockLow |= bit;
      } else {
        if ((page.blockHigh & bit) !== 0) continue;
        page.blockHigh |= bit;
      }
      this.ofBlock.add(page, position, list.valueBefore(entry));
    }
    list.count = 0;
    this.transactionLayer++;
  }

  undoTransaction(): void {
    this.ofTransaction.undo((page) => page.transactionLength);
    this.transactionLayer++;
  }

  /** Pages that the block has changed; the bits `blockLow` and `blockHigh` are left of those elements that differ from before the block. */
  pagesOfBlock(): readonly PlainPage[] {
    const list = this.ofBlock;
    for (let entry = 0; entry < list.count; entry++) {
      const page = list.page(entry);
      const position = list.position(entry);
      if (page.elements[position] !== list.valueBefore(entry)) continue;
      if (position < 32) page.blockLow &= ~(1 << position);
      else page.blockHigh &= ~(1 << position);
    }
    return this.blockPages;
  }

  /** The block's changes are for good. */
  commit(): void {
    this.ofBlock.count = 0;
    this.endBlock();
  }

  /** Undoes whatever was not committed. */
  abandon(): void {
    this.undoTransaction();
    this.ofBlock.undo((page) => page.blockLength);
    this.endBlock();
  }

  private endBlock(): void {
    this.blockPages.length = 0;
    this.blockLayer++;
  }

  private note(page: PlainPage, position: number): boolean {
    const { elements } = page;
    const isFirst = page.transactionLayer !== this.transactionLayer;
    if (isFirst) {
      page.transactionLayer = this.transactionLayer;
      page.transactionLow = 0;
      page.transactionHigh = 0;
      page.transactionLength = elements.length;
    }
    const bit = 1 << position;
    if (position < 32) {
      if ((page.transactionLow & bit) !== 0) return isFirst;
      page.transactionLow |= bit;
    } else {
      if ((page.transactionHigh & bit) !== 0) return isFirst;
      page.transactionHigh |= bit;
    }
    this.ofTransaction.add(page, position, elements[position]);
    return isFirst;
  }
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
    this.journal.eachOfTransaction(({ pages }, before, after) => visit(pages.handle, pages.type, before, after));
  }
}
