import fs from "node:fs";
import { DamageFound } from "./damage-found.ts";
import {
  BIG_DATA,
  BRANCH,
  LEAF,
  type MetaRecord,
  NO_PAGE,
  NODE_HEADER_BYTES,
  OVERFLOW,
  PAGE_HEADER_BYTES,
  type TreeRecord,
} from "./page-format.ts";

const MAX_DEPTH = 32;
const FIRST_PAGE = 2;
const SPARE_PAGES = 65_536;

/** An entry of a tree. Key and value are valid until the next. */
export interface TreeEntry {
  readonly key: Buffer;
  readonly value: Buffer;
  /** Where it is in the file. */
  readonly offset: number;
}

/** A tree on the way through it. */
interface OpenTree {
  readonly depth: number;
  readonly integerKeys: boolean;
  readonly visit: (entry: TreeEntry) => void;
  readonly counts: { entries: number; branchPages: number; leafPages: number; overflowPages: number };
  lastKey: Buffer | undefined;
}

/** What a page's place in its tree demands of it. */
interface PagePlace {
  readonly level: number;
  /** Its transaction is at most that of the page which names it. */
  readonly newest: bigint;
  /** Its keys are at or above this one, and below the other. */
  readonly lowest: Buffer | undefined;
  readonly highest: Buffer | undefined;
  /** Byte of the file that names it. */
  readonly namedAt: number;
}

/** Walks the trees of a data file in the order of their keys, and holds which pages are taken. Throws {@link DamageFound}. */
export class PageTreeWalk {
  readonly #descriptor: number;
  readonly #meta: MetaRecord;
  readonly #taken: Uint8Array;
  /** Two pages for each level of a tree: the one before stays, for its last key. */
  readonly #pages: [Buffer, Buffer][] = [];

  constructor(descriptor: number, meta: MetaRecord, fileBytes: number) {
    this.#descriptor = descriptor;
    this.#meta = meta;
    // A file may lack free pages at its end, but not most of itself.
    const pages = Math.ceil(fileBytes / meta.pageBytes);
    if (meta.lastPage > 2 * pages + SPARE_PAGES)
      throw new DamageFound(`it should have ${meta.lastPage + 1} pages and has ${pages}`, fileBytes);
    this.#taken = new Uint8Array(meta.lastPage + 1);
  }

  /** Gives every entry of a tree to `visit`, in order; compares the tree's counts with its record. */
  run(record: TreeRecord, visit: (entry: TreeEntry) => void): void {
    const counts = { entries: 0, branchPages: 0, leafPages: 0, overflowPages: 0 };
    const tree: OpenTree = { depth: record.depth, integerKeys: record === this.#meta.freeTree, visit, counts, lastKey: undefined };
    if (record.root !== NO_PAGE) {
      if (record.depth === 0 || record.depth > MAX_DEPTH) throw new DamageFound("a tree has an impossible depth", 0);
      const place = { level: 1, newest: this.#meta.transaction, lowest: undefined, highest: undefined, namedAt: 0 };
      this.#visitPage(tree, Number(record.root), place);
    }
    for (const name of ["entries", "branchPages", "leafPages", "overflowPages"] as const) {
      if (BigInt(counts[name]) !== record[name]) {
        throw new DamageFound(`a tree has ${counts[name]} ${name}, and ${record[name]} by its record`, 0);
      }
    }
  }

  /** Takes pages that nobody may have taken before. `offset` is where they are named. */
  take(first: number, count: number, offset: number): void {
    if (!(first >= FIRST_PAGE && first + count <= this.#taken.length)) {
      throw new DamageFound(`page ${first} is named, which the file does not have`, offset);
    }
    for (let page = first; page < first + count; page += 1) {
      if (this.#taken[page] !== 0) throw new DamageFound(`page ${page} has two uses`, offset);
      this.#taken[page] = 1;
    }
  }

  #visitPage(tree: OpenTree, number: number, place: PagePlace): void {
    this.take(number, 1, place.namedAt);
    const start = number * this.#meta.pageBytes;
    const page = this.#read(place.level, start);
    const isLeaf = place.level === tree.depth;
    if (page.readBigUInt64LE(0) !== BigInt(number)) throw new DamageFound(`page ${number} has another number`, start);
    if (page.readUInt16LE(18) !== (isLeaf ? LEAF : BRANCH)) throw new DamageFound(`page ${number} is of the wrong kind`, start);
    if (page.readBigUInt64LE(8) > place.newest) throw new DamageFound(`page ${number} is newer than what names it`, start);
    const lower = page.readUInt16LE(20);
    const upper = page.readUInt16LE(22);
    if (lower === 0 || (lower & 1) !== 0 || lower > upper || upper > page.length - PAGE_HEADER_BYTES) {
      throw new DamageFound(`page ${number} has impossible bounds`, start);
    }
    tree.counts[isLeaf ? "leafPages" : "branchPages"] += 1;
    if (isLeaf) this.#visitLeaf(tree, page, start, lower >> 1, place);
    else this.#visitBranch(tree, page, start, lower >> 1, place);
  }

  #visitBranch(tree: OpenTree, page: Buffer, start: number, nodes: number, place: PagePlace): void {
    const newest = page.readBigUInt64LE(8);
    for (let node = 0; node < nodes; node += 1) {
      const at = nodeAt(page, node, start);
      const child = page.readUInt32LE(at) + page.readUInt16LE(at + 4) * 2 ** 32;
      this.#visitPage(tree, child, {
        level: place.level + 1,
        newest,
        // The first key of a branch is never looked at: what is below it is bounded as the branch itself.
        lowest: node === 0 ? place.lowest : keyAt(page, at, start),
        highest: node + 1 === nodes ? place.highest : keyAt(page, nodeAt(page, node + 1, start), start),
        namedAt: start + at,
      });
    }
  }

  #visitLeaf(tree: OpenTree, page: Buffer, start: number, nodes: number, place: PagePlace): void {
    for (let node = 0; node < nodes; node += 1) {
      const at = nodeAt(page, node, start);
      const offset = start + at;
      const key = keyAt(page, at, start);
      const { lastKey, integerKeys } = tree;
      if (lastKey !== undefined && compareKeys(lastKey, key, integerKeys) >= 0) throw new DamageFound("entries are out of order", offset);
      if (node === 0 && place.lowest !== undefined && compareKeys(key, place.lowest, integerKeys) < 0) {
        throw new DamageFound("an entry is below the bound of its page", offset);
      }
      if (node + 1 === nodes && place.highest !== undefined && compareKeys(key, place.highest, integerKeys) >= 0) {
        throw new DamageFound("an entry is above the bound of its page", offset);
      }
      tree.visit({ key, value: this.#valueAt(tree, page, at, offset), offset });
      tree.counts.entries += 1;
      tree.lastKey = key;
    }
  }

  #valueAt(tree: OpenTree, page: Buffer, at: number, offset: number): Buffer {
    const bytes = page.readUInt32LE(at);
    const flags = page.readUInt16LE(at + 4);
    const start = at + NODE_HEADER_BYTES + page.readUInt16LE(at + 6);
    const end = start + (flags === BIG_DATA ? 8 : bytes);
    if (flags !== 0 && flags !== BIG_DATA) throw new DamageFound("a node has flags that this store never sets", offset);
    if (end > page.length) throw new DamageFound("a value is outside its page", offset);
    return flags === 0 ? page.subarray(start, end) : this.#bigValue(tree, Number(page.readBigUInt64LE(start)), bytes, offset);
  }

  #bigValue(tree: OpenTree, first: number, bytes: number, offset: number): Buffer {
    const { pageBytes } = this.#meta;
    const pages = Math.ceil((PAGE_HEADER_BYTES + bytes) / pageBytes);
    this.take(first, pages, offset);
    const value = Buffer.alloc(PAGE_HEADER_BYTES + bytes);
    const complete = fs.readSync(this.#descriptor, value, 0, value.length, first * pageBytes) === value.length;
    const taken = value.readUInt32LE(20);
    if (!complete || value.readBigUInt64LE(0) !== BigInt(first) || value.readUInt16LE(18) !== OVERFLOW || taken < pages) {
      throw new DamageFound(`page ${first} does not begin the large value that it should`, first * pageBytes);
    }
    this.take(first + pages, taken - pages, offset);
    tree.counts.overflowPages += taken;
    return value.subarray(PAGE_HEADER_BYTES);
  }

  #read(level: number, start: number): Buffer {
    const { pageBytes } = this.#meta;
    const [page, spare] = this.#pages[level] ?? [Buffer.alloc(pageBytes), Buffer.alloc(pageBytes)];
    this.#pages[level] = [spare, page];
    if (fs.readSync(this.#descriptor, page, 0, pageBytes, start) < pageBytes) throw new DamageFound("the file ends amid a page", start);
    return page;
  }
}

function nodeAt(page: Buffer, node: number, start: number): number {
  const at = PAGE_HEADER_BYTES + page.readUInt16LE(PAGE_HEADER_BYTES + node * 2);
  if (at + NODE_HEADER_BYTES > page.length) throw new DamageFound("a node is outside its page", start);
  return at;
}

function keyAt(page: Buffer, at: number, start: number): Buffer {
  const key = at + NODE_HEADER_BYTES;
  const end = key + page.readUInt16LE(at + 6);
  if (end > page.length) throw new DamageFound("a key is outside its page", start + at);
  return page.subarray(key, end);
}

function compareKeys(left: Buffer, right: Buffer, integerKeys: boolean): number {
  if (!integerKeys) return left.compare(right);
  if (left.length !== 8 || right.length !== 8) return 0;
  const [first, second] = [left.readBigUInt64LE(0), right.readBigUInt64LE(0)];
  return first < second ? -1 : first > second ? 1 : 0;
}
