import type { StateWrite } from "@sycee/move-vm";
import { HASH_BYTES, hashRange } from "./hash-range.ts";
import { type Collection, emptyPageNode, MAX_LEVELS, PAGE_WAYS, PageHasher, pageNodeKeyText, pageSlotAt } from "./page-tree-format.ts";
import type { LoadNode } from "./committed-nodes.ts";
import { EMPTY_HASH, isEmptySlot } from "./trie-format.ts";

/** Changes of pages, all of one collection, ascending: `from` to `to` of `writes`. */
export interface PageChanges {
  readonly writes: readonly StateWrite[];
  /** By index of the write: the page's number. */
  readonly numbers: Float64Array;
  readonly from: number;
  readonly to: number;
  /** Begins with the collection's 49 bytes. */
  readonly collection: Uint8Array;
  /** Whether one of the changes removes a page. */
  readonly removes: boolean;
}

/** One batch of changes to the pages of one collection: each touched page and node is hashed once. */
export class PageTreeUpdate {
  readonly #nodes: Map<string, Buffer | undefined>;
  readonly #load: LoadNode;
  readonly #changes: PageChanges;
  readonly #numbers: Float64Array;
  readonly #collection: Uint8Array;
  readonly #hasher: PageHasher;
  #pages = 0;

  /** `nodes` receives the new nodes by key text, `undefined` for those that are no more. */
  constructor(changes: PageChanges, nodes: Map<string, Buffer | undefined>, load: LoadNode) {
    this.#changes = changes;
    this.#nodes = nodes;
    this.#load = load;
    this.#numbers = changes.numbers;
    this.#collection = changes.collection;
    this.#hasher = new PageHasher(changes.collection);
  }

  /** The collection after the changes; `undefined` when no page is left. */
  run(before: Collection | undefined): Collection | undefined {
    const top = Buffer.from(before?.top ?? EMPTY_HASH);
    this.#pages = before?.pages ?? 0;
    const levels = this.#raise(top, before?.levels ?? 0);
    this.#subtree(levels, 0, top, 0, this.#changes.from, this.#changes.to);
    if (this.#pages === 0) return undefined;
    return { levels: this.#changes.removes ? this.#lower(top, levels) : levels, pages: this.#pages, top };
  }

  // Levels enough for the last page that is written: what was the top becomes the first child of a new one.
  #raise(top: Buffer, levels: number): number {
    const { writes, from, to } = this.#changes;
    let last = to - 1;
    while (last >= from && writes[last]?.value === undefined) last -= 1;
    const needed = last < from ? 0 : levelsFor(this.#numbers[last] ?? 0);
    for (let level = levels + 1; level <= needed; level += 1) {
      if (this.#pages === 0) continue;
      const node = emptyPageNode(this.#collection, level, 0);
      top.copy(node, pageSlotAt(0));
      this.#store(level, 0, node, top, 0);
    }
    return Math.max(levels, needed);
  }

  // Applies the changes `from` to `to`, all below this node or page, and puts its new hash at `at` of `parent`.
  #subtree(level: number, number: number, parent: Buffer, at: number, from: number, to: number): void {
    if (level === 0) {
      if (this.#numbers[from] === number) this.#page(parent, at, from);
      return;
    }
    const key = pageNodeKeyText(this.#collection, level, number);
    const node = isEmptySlot(parent, at)
      ? emptyPageNode(this.#collection, level, number)
      : Buffer.from(this.#nodes.get(key) ?? this.#load(key, parent, at));
    if (level === 1) this.#pagesBelow(number * PAGE_WAYS, node, from, to);
    else this.#nodesBelow(level, number, node, from, to);
    if (this.#changes.removes && isEmptyNode(node)) {
      this.#nodes.set(key, undefined);
      parent.fill(0, at, at + HASH_BYTES);
      return;
    }
    this.#nodes.set(key, node);
    hashRange(node, 0, node.length, parent, at);
  }

  #pagesBelow(first: number, node: Buffer, from: number, to: number): void {
    for (let change = from; change < to; change += 1) {
      const way = (this.#numbers[change] ?? 0) - first;
      // A removal beyond the last level that there is removes nothing.
      if (way >= PAGE_WAYS) return;
      this.#page(node, pageSlotAt(way), change);
    }
  }

  #nodesBelow(level: number, number: number, node: Buffer, from: number, to: number): void {
    const span = PAGE_WAYS ** (level - 1);
    const first = number * PAGE_WAYS * span;
    let start = from;
    while (start < to) {
      const way = Math.floor(((this.#numbers[start] ?? 0) - first) / span);
      if (way >= PAGE_WAYS) return;
      const below = first + (way + 1) * span;
      let end = start + 1;
      while (end < to && (this.#numbers[end] ?? 0) < below) end += 1;
      this.#subtree(level - 1, number * PAGE_WAYS + way, node, pageSlotAt(way), start, end);
      start = end;
    }
  }

  #page(parent: Buffer, at: number, change: number): void {
    const write = this.#changes.writes[change];
    if (write === undefined) throw new Error("a page has a change");
    const was = isEmptySlot(parent, at) ? 0 : 1;
    if (write.value === undefined) parent.fill(0, at, at + HASH_BYTES);
    else this.#hasher.hashInto(parent, at, this.#numbers[change] ?? 0, write.value);
    this.#pages += (write.value === undefined ? 0 : 1) - was;
  }

  // Takes levels away that only have a first child.
  #lower(top: Buffer, levels: number): number {
    let level = levels;
    while (level > 0) {
      const key = pageNodeKeyText(this.#collection, level, 0);
      const node = this.#nodes.get(key) ?? this.#load(key, top, 0);
      if (!isEmptyAfter(node, pageSlotAt(1))) break;
      node.copy(top, 0, pageSlotAt(0), pageSlotAt(1));
      this.#nodes.set(key, undefined);
      level -= 1;
    }
    return level;
  }

  #store(level: number, number: number, node: Buffer, parent: Buffer, at: number): void {
    this.#nodes.set(pageNodeKeyText(this.#collection, level, number), node);
    hashRange(node, 0, node.length, parent, at);
  }
}

/** Levels above pages that a collection needs whose last page is `number`. */
export function levelsFor(number: number): number {
  let levels = 0;
  while (levels < MAX_LEVELS && number >= PAGE_WAYS ** levels) levels += 1;
  return levels;
}

function isEmptyNode(node: Buffer): boolean {
  return isEmptyAfter(node, pageSlotAt(0));
}

function isEmptyAfter(node: Buffer, from: number): boolean {
  for (let at = from; at < node.length; at += HASH_BYTES) if (!isEmptySlot(node, at)) return false;
  return true;
}
