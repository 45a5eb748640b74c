import fs from "node:fs";
import { DamageFound } from "./damage-found.ts";
import { isVerified, verifiedValue } from "./entry-checksum.ts";
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
import { asBuffer } from "./key-text.ts";

const MAX_DEPTH = 32;
const FIRST_PAGE = 2;
const SPARE_PAGES = 65_536;
/** Pages that are read at once where they are in a row. */
const WINDOW_PAGES = 16;
const COUNTED = ["entries", "branchPages", "leafPages", "overflowPages"] as const;
const NOT_VERIFIED = "an entry does not match its checksum";

/** An entry of the tree of free pages. */
export interface TreeEntry {
  readonly value: Buffer;
  /** Where it is in the file. */
  readonly offset: number;
}

/** What was found in a tree, or in parts of it. */
export interface TreeCounts {
  entries: number;
  branchPages: number;
  leafPages: number;
  overflowPages: number;
}

/** A page of a tree with all below it, and what its place in the tree demands of it. */
export interface Subtree {
  readonly number: number;
  /** 1 for the root. */
  readonly level: number;
  /** Its transaction is at most that of the page which names it. */
  readonly newest: bigint;
  /** Its keys are at or above this one, and below the other. */
  readonly lowest: Uint8Array | undefined;
  readonly highest: Uint8Array | undefined;
  /** Byte of the file that names it. */
  readonly namedAt: number;
}

/** A tree on the way through it. */
interface OpenTree {
  readonly depth: number;
  readonly integerKeys: boolean;
  /** Takes an entry of the tree of free pages; absent for the other tree, whose entries have checksums. */
  readonly visit: ((entry: TreeEntry) => void) | undefined;
  readonly counts: TreeCounts;
}

export function noCounts(): TreeCounts {
  return { entries: 0, branchPages: 0, leafPages: 0, overflowPages: 0 };
}

/** Adds counts to others. */
export function addCounts(to: TreeCounts, counts: TreeCounts): void {
  for (const name of COUNTED) to[name] += counts[name];
}

/** Shared memory in which pages are marked that something uses. Throws {@link DamageFound} when the file lacks most of what its meta page speaks of. */
export function takenPages(meta: MetaRecord, fileBytes: number): Uint8Array {
  // A file may lack free pages at its end, but not most of itself.
  const pages = Math.ceil(fileBytes / meta.pageBytes);
  if (meta.lastPage > 2 * pages + SPARE_PAGES)
    throw new DamageFound(`it should have ${meta.lastPage + 1} pages and has ${pages}`, fileBytes);
  return new Uint8Array(new SharedArrayBuffer(meta.lastPage + 1));
}

/** Walks the trees of a data file in the order of their keys, or parts of them in several threads, and holds which pages are taken. Throws {@link DamageFound}. */
export class PageTreeWalk {
  readonly #descriptor: number;
  readonly #meta: MetaRecord;
  readonly #taken: Uint8Array;
  /** For each level of a tree, what was read last. */
  readonly #windows: { readonly bytes: Buffer; start: number; end: number }[] = [];

  /** `taken` is what {@link takenPages} made. */
  constructor(descriptor: number, meta: MetaRecord, taken: Uint8Array) {
    this.#descriptor = descriptor;
    this.#meta = meta;
    this.#taken = taken;
  }

  /** Checks the branches nearest to the root of a tree, counts them, and answers what is below them: about `wanted` subtrees where the tree has as many. */
  split(record: TreeRecord, wanted: number, counts: TreeCounts): Subtree[] {
    const tree = { depth: record.depth, integerKeys: false, visit: undefined, counts };
    let parts = this.#root(record);
    while (parts.length > 0 && parts.length < wanted && (parts[0]?.level ?? 0) < record.depth) {
      const below: Subtree[] = [];
      for (const part of parts) this.#visitPage(tree, part, (child) => below.push(child));
      parts = below;
    }
    return parts;
  }

  /** Checks a subtree of the tree of entries, and every entry's checksum; adds to `counts`. */
  walkEntries(subtree: Subtree, counts: TreeCounts): void {
    this.#walk({ depth: this.#meta.mainTree.depth, integerKeys: false, visit: undefined, counts }, subtree);
  }

  /** The entries of the tree of free pages, which is checked as a whole. */
  freeEntries(): TreeEntry[] {
    const { freeTree } = this.#meta;
    const entries: TreeEntry[] = [];
    const counts = noCounts();
    const visit = ({ value, offset }: TreeEntry): void => void entries.push({ value: Buffer.from(value), offset });
    for (const root of this.#root(freeTree)) this.#walk({ depth: freeTree.depth, integerKeys: true, visit, counts }, root);
    this.compareCounts(freeTree, counts);
    return entries;
  }

  /** Compares a tree's counts with its record. */
  compareCounts(record: TreeRecord, counts: TreeCounts): void {
    for (const name of COUNTED) {
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
      if (Atomics.exchange(this.#taken, page, 1) !== 0) throw new DamageFound(`page ${page} has two uses`, offset);
    }
  }

  #root(record: TreeRecord): Subtree[] {
    if (record.root === NO_PAGE) return [];
    if (record.depth === 0 || record.depth > MAX_DEPTH) throw new DamageFound("a tree has an impossible depth", 0);
    const { transaction } = this.#meta;
    return [{ number: Number(record.root), level: 1, newest: transaction, lowest: undefined, highest: undefined, namedAt: 0 }];
  }

  #walk(tree: OpenTree, subtree: Subtree): void {
    this.#visitPage(tree, subtree, (child) => this.#walk(tree, child));
  }

  #visitPage(tree: OpenTree, place: Subtree, below: (child: Subtree) => void): void {
    const { number } = place;
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
    else this.#visitBranch(page, start, lower >> 1, place, below);
  }

  #visitBranch(page: Buffer, start: number, nodes: number, place: Subtree, below: (child: Subtree) => void): void {
    const newest = page.readBigUInt64LE(8);
    for (let node = 0; node < nodes; node += 1) {
      const at = nodeAt(page, node, start);
      below({
        number: page.readUInt32LE(at) + page.readUInt16LE(at + 4) * 2 ** 32,
        level: place.level + 1,
        newest,
        // The first key of a branch is never looked at: what is below it is bounded as the branch itself.
        lowest: node === 0 ? place.lowest : Uint8Array.from(keyAt(page, at, start)),
        highest: node + 1 === nodes ? place.highest : Uint8Array.from(keyAt(page, nodeAt(page, node + 1, start), start)),
        namedAt: start + at,
      });
    }
  }

  // Within the page keys ascend; the bounds hold them above all that is before the page and below all that is after it.
  #visitLeaf(tree: OpenTree, page: Buffer, start: number, nodes: number, place: Subtree): void {
    const { integerKeys } = tree;
    let before = 0;
    for (let node = 0; node < nodes; node += 1) {
      const at = nodeAt(page, node, start);
      checkKeyEnd(page, at, start);
      if (node > 0 && !areInOrder(page, before, at, integerKeys)) throw new DamageFound("entries are out of order", start + at);
      if (node === 0 && place.lowest !== undefined && compareKeys(keyAt(page, at, start), place.lowest, integerKeys) < 0) {
        throw new DamageFound("an entry is below the bound of its page", start + at);
      }
      if (node + 1 === nodes && place.highest !== undefined && compareKeys(keyAt(page, at, start), place.highest, integerKeys) >= 0) {
        throw new DamageFound("an entry is above the bound of its page", start + at);
      }
      this.#visitEntry(tree, page, at, start + at);
      tree.counts.entries += 1;
      before = at;
    }
  }

  #visitEntry(tree: OpenTree, page: Buffer, at: number, offset: number): void {
    const bytes = page.readUInt32LE(at);
    const flags = page.readUInt16LE(at + 4);
    const keyStart = at + NODE_HEADER_BYTES;
    const start = keyStart + keyBytes(page, at);
    const end = start + (flags === BIG_DATA ? 8 : bytes);
    if (flags !== 0 && flags !== BIG_DATA) throw new DamageFound("a node has flags that this store never sets", offset);
    if (end > page.length) throw new DamageFound("a value is outside its page", offset);
    // Key and value lie side by side: one checksum over both.
    if (flags === 0 && tree.visit === undefined) {
      if (!isVerified(page, keyStart, start, end)) throw new DamageFound(NOT_VERIFIED, offset);
      return;
    }
    const value = flags === 0 ? page.subarray(start, end) : this.#bigValue(tree, Number(page.readBigUInt64LE(start)), bytes, offset);
    if (tree.visit !== undefined) tree.visit({ value, offset });
    else if (verifiedValue(page.subarray(keyStart, start), value) === undefined) throw new DamageFound(NOT_VERIFIED, offset);
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

  // Pages that are written together lie side by side, mostly in the order of their keys: after the page before this one, as many more are read with it.
  #read(level: number, start: number): Buffer {
    const { pageBytes } = this.#meta;
    const window = (this.#windows[level] ??= { bytes: Buffer.alloc(pageBytes * WINDOW_PAGES), start: 0, end: 0 });
    if (start < window.start || start + pageBytes > window.end) {
      const wanted = start === window.end ? pageBytes * WINDOW_PAGES : pageBytes;
      const length = fs.readSync(this.#descriptor, window.bytes, 0, wanted, start);
      if (length < pageBytes) throw new DamageFound("the file ends amid a page", start);
      window.start = start;
      window.end = start + length;
    }
    return window.bytes.subarray(start - window.start, start - window.start + pageBytes);
  }
}

function nodeAt(page: Buffer, node: number, start: number): number {
  const at = PAGE_HEADER_BYTES + page.readUInt16LE(PAGE_HEADER_BYTES + node * 2);
  if (at + NODE_HEADER_BYTES > page.length) throw new DamageFound("a node is outside its page", start);
  return at;
}

function keyBytes(page: Buffer, at: number): number {
  return page.readUInt16LE(at + 6);
}

function checkKeyEnd(page: Buffer, at: number, start: number): void {
  if (at + NODE_HEADER_BYTES + keyBytes(page, at) > page.length) throw new DamageFound("a key is outside its page", start + at);
}

function keyAt(page: Buffer, at: number, start: number): Buffer {
  checkKeyEnd(page, at, start);
  return page.subarray(at + NODE_HEADER_BYTES, at + NODE_HEADER_BYTES + keyBytes(page, at));
}

// Whether the key of the node at `left` is before that at `right`. Byte by byte, for every entry there is: two views and a call cost more.
function areInOrder(page: Buffer, left: number, right: number, integerKeys: boolean): boolean {
  const [leftBytes, rightBytes] = [keyBytes(page, left), keyBytes(page, right)];
  const [leftKey, rightKey] = [left + NODE_HEADER_BYTES, right + NODE_HEADER_BYTES];
  if (integerKeys) {
    return compareKeys(page.subarray(leftKey, leftKey + leftBytes), page.subarray(rightKey, rightKey + rightBytes), true) < 0;
  }
  const shared = Math.min(leftBytes, rightBytes);
  for (let byte = 0; byte < shared; byte += 1) {
    const difference = (page[leftKey + byte] ?? 0) - (page[rightKey + byte] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return leftBytes < rightBytes;
}

function compareKeys(left: Buffer, right: Uint8Array, integerKeys: boolean): number {
  if (!integerKeys) return left.compare(right);
  if (left.length !== 8 || right.length !== 8) return 0;
  const [first, second] = [left.readBigUInt64LE(0), asBuffer(right).readBigUInt64LE(0)];
  return first < second ? -1 : first > second ? 1 : 0;
}
