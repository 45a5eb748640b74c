import fs from "node:fs";
import { BY_THE_RECORD, type InspectedFile, type LeafPlan, NOWHERE } from "./branch-walk.ts";
import { DamageFound } from "./damage-found.ts";
import { isVerified, verifiedValue } from "./entry-checksum.ts";
import { asBuffer } from "./key-text.ts";
import { BIG_DATA, LEAF, NODE_HEADER_BYTES, OVERFLOW, PAGE_HEADER_BYTES } from "./page-format.ts";
import { compareKeys, countNodes, keyEnd, nodeAt } from "./page-nodes.ts";
import type { TreeCounts } from "./tree-counts.ts";

/** Pages that are read at once. */
const WINDOW_PAGES = 64;
const NOT_VERIFIED = "an entry does not match its checksum";

/** An entry of the tree of free pages. */
export interface TreeEntry {
  readonly value: Buffer;
  /** Where it is in the file. */
  readonly offset: number;
}

/** The tree whose leaves are checked. */
export interface ScannedTree {
  readonly plan: LeafPlan;
  readonly counts: TreeCounts;
  /** Takes an entry of the tree of free pages, whose keys are numbers; absent for the other tree, whose entries have checksums. */
  readonly visit?: (entry: TreeEntry) => void;
}

/** Checks leaves of a tree in the order of the file: page numbers, bounds, the order of their entries, each entry's checksum. Throws {@link DamageFound}. */
export class LeafScan {
  readonly #file: InspectedFile;
  readonly #plan: LeafPlan;
  readonly #counts: TreeCounts;
  readonly #visit: ScannedTree["visit"];
  readonly #integerKeys: boolean;
  readonly #branches: Buffer;
  readonly #window: Buffer;

  /** Adds what it finds to the counts of `tree`. */
  constructor(file: InspectedFile, { plan, counts, visit }: ScannedTree) {
    this.#file = file;
    this.#plan = plan;
    this.#counts = counts;
    this.#visit = visit;
    this.#integerKeys = visit !== undefined;
    this.#branches = asBuffer(plan.branches);
    this.#window = Buffer.alloc(file.meta.pageBytes * WINDOW_PAGES);
  }

  /** Checks those of the pages from `first` to before `end` that are leaves of the tree. */
  scan(first: number, end: number): void {
    let page = this.#leafFrom(first, end);
    while (page < end) {
      const windowEnd = Math.min(page + WINDOW_PAGES, end);
      this.#scanWindow(page, windowEnd);
      page = this.#leafFrom(windowEnd, end);
    }
  }

  #leafFrom(first: number, end: number): number {
    let page = first;
    while (page < end && this.#plan.namedAt[page] === NOWHERE) page += 1;
    return page;
  }

  #scanWindow(first: number, end: number): void {
    const { descriptor, meta } = this.#file;
    const { pageBytes } = meta;
    const bytes = fs.readSync(descriptor, this.#window, 0, (end - first) * pageBytes, first * pageBytes);
    for (let number = first; number < end; number = this.#leafFrom(number + 1, end)) {
      const at = (number - first) * pageBytes;
      if (at + pageBytes > bytes) throw new DamageFound("the file ends amid a page", number * pageBytes);
      this.#checkLeaf(this.#window.subarray(at, at + pageBytes), number);
    }
  }

  // Within the page keys ascend; the bounds hold them above all that is before the page and below all that is after it.
  #checkLeaf(page: Buffer, number: number): void {
    const start = number * page.length;
    const nodes = countNodes(page, { number, kind: LEAF, newest: this.#newestOf(number), start });
    let before = 0;
    for (let node = 0; node < nodes; node += 1) {
      const at = nodeAt(page, node, start);
      if (node === 0) this.#checkLowest(page, at, number);
      else if (compareKeys(page, before, page, at, this.#integerKeys) >= 0) throw new DamageFound("entries are out of order", start + at);
      this.#checkEntry(page, at, start + at);
      before = at;
    }
    this.#checkHighest(page, before, number);
    this.#counts.leafPages += 1;
    this.#counts.entries += nodes;
  }

  // A leaf is at most as new as the branch that names it.
  #newestOf(number: number): bigint {
    const { meta } = this.#file;
    const named = this.#plan.namedAt[number] ?? NOWHERE;
    return named === BY_THE_RECORD ? meta.transaction : this.#branches.readBigUInt64LE(named - (named % meta.pageBytes) + 8);
  }

  #checkLowest(page: Buffer, at: number, number: number): void {
    const bound = this.#plan.lowest[number] ?? NOWHERE;
    if (bound === NOWHERE || compareKeys(page, at, this.#branches, bound, this.#integerKeys) >= 0) return;
    throw new DamageFound("an entry is below the bound of its page", number * page.length + at);
  }

  #checkHighest(page: Buffer, at: number, number: number): void {
    const bound = this.#plan.highest[number] ?? NOWHERE;
    if (bound === NOWHERE || compareKeys(page, at, this.#branches, bound, this.#integerKeys) < 0) return;
    throw new DamageFound("an entry is above the bound of its page", number * page.length + at);
  }

  #checkEntry(page: Buffer, at: number, offset: number): void {
    const bytes = page.readUInt32LE(at);
    const flags = page.readUInt16LE(at + 4);
    const keyStart = at + NODE_HEADER_BYTES;
    const start = keyEnd(page, at);
    const end = start + (flags === BIG_DATA ? 8 : bytes);
    if (flags !== 0 && flags !== BIG_DATA) throw new DamageFound("a node has flags that this store never sets", offset);
    if (end > page.length) throw new DamageFound("a value is outside its page", offset);
    // Key and value lie side by side: one checksum over both.
    if (flags === 0 && this.#visit === undefined) {
      if (!isVerified(page, keyStart, start, end)) throw new DamageFound(NOT_VERIFIED, offset);
      return;
    }
    const value = flags === 0 ? page.subarray(start, end) : this.#largeValue(Number(page.readBigUInt64LE(start)), bytes, offset);
    if (this.#visit !== undefined) this.#visit({ value, offset });
    else if (verifiedValue(page.subarray(keyStart, start), value) === undefined) throw new DamageFound(NOT_VERIFIED, offset);
  }

  #largeValue(first: number, bytes: number, offset: number): Buffer {
    const { descriptor, meta, taken } = this.#file;
    const pages = Math.ceil((PAGE_HEADER_BYTES + bytes) / meta.pageBytes);
    taken.take(first, pages, offset);
    const value = Buffer.alloc(PAGE_HEADER_BYTES + bytes);
    const complete = fs.readSync(descriptor, value, 0, value.length, first * meta.pageBytes) === value.length;
    const claimed = value.readUInt32LE(20);
    if (!complete || value.readBigUInt64LE(0) !== BigInt(first) || value.readUInt16LE(18) !== OVERFLOW || claimed < pages) {
      throw new DamageFound(`page ${first} does not begin the large value that it should`, first * meta.pageBytes);
    }
    taken.take(first + pages, claimed - pages, offset);
    this.#counts.overflowPages += claimed;
    return value.subarray(PAGE_HEADER_BYTES);
  }
}
