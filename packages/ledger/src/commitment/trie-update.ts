import type { TrieNodes } from "./committed-nodes.ts";
import type { EntryChanges } from "./entry-changes.ts";
import { copyHash, HASH_BYTES, hashRange } from "./hash-range.ts";
import { copyOfNode } from "./node-memory.ts";
import { type NodePlace, NodeWrite, TrieNode } from "./node-write.ts";
import {
  BUCKET_ENTRIES,
  branchCount,
  bucketOf,
  bucketSize,
  compareHashes,
  ENTRY_BYTES,
  emptyBranch,
  FANOUT,
  headBytes,
  isBucket,
  isEmptySlot,
  nibbleAt,
  nodeKeyText,
  nodePlace,
  setBranchCount,
  slotAt,
  type TrieKind,
} from "./trie-format.ts";
import { orderMemory } from "./update-memory.ts";

// Above this many entries, old and new together, a bucket becomes a branch before its changes are sorted.
const MERGE_LIMIT = 64;
// Memory that one update after the other works in.
const starts = new Uint32Array(FANOUT);
const places = new Uint32Array(BUCKET_ENTRIES);
const merged: Buffer = Buffer.alloc(MERGE_LIMIT * ENTRY_BYTES);

/** One batch of changes to the trie: descends once, and hashes each node it touches once. */
export class TrieUpdate {
  readonly #kind: TrieKind;
  readonly #changes: EntryChanges;
  readonly #committed: TrieNodes;
  readonly #writes: NodeWrite[];
  /** Nodes that were not there before. */
  readonly #fresh = new Map<NodePlace, TrieNode>();
  /** Numbers of the changes, grouped by path as the descent goes. */
  readonly #order: Uint32Array;
  readonly #spare: Uint32Array;
  /** Entries added less entries removed so far. */
  #added = 0;

  /** `writes` receives what becomes of nodes. */
  constructor(kind: TrieKind, changes: EntryChanges, committed: TrieNodes, writes: NodeWrite[]) {
    this.#kind = kind;
    this.#changes = changes;
    this.#committed = committed;
    this.#writes = writes;
    ({ order: this.#order, spare: this.#spare } = orderMemory(changes.count));
    for (let index = 0; index < changes.count; index += 1) this.#order[index] = index;
  }

  /** The top node's hash after the changes, given the one before. */
  run(top: Buffer): Buffer {
    const next = Buffer.from(top);
    if (this.#changes.count > 0) this.#subtree(0, next, 0, 0, this.#changes.count);
    return next;
  }

  // Applies the changes `from` to `to` of the order, which share a path of `depth` nibbles, to the subtree whose hash
  // is at `at` of `parent`, and puts the new hash there. So do the other methods that end a subtree.
  #subtree(depth: number, parent: Buffer, at: number, from: number, to: number): void {
    const { keys } = this.#changes;
    const pathAt = (this.#order[from] ?? 0) * HASH_BYTES;
    const node = isEmptySlot(parent, at) ? undefined : this.#nodeAt(depth, keys, pathAt, parent, at);
    const content = node?.latest;
    if (content !== undefined && !isBucket(this.#kind, content)) {
      this.#branch(depth, node, copyOfNode(content), parent, at, from, to);
      return;
    }
    const size = content === undefined ? 0 : bucketSize(content, depth);
    if (size + to - from <= MERGE_LIMIT) {
      this.#bucket(depth, node, content, parent, at, from, to);
      return;
    }
    const branch = emptyBranch(this.#kind, depth, keys, pathAt);
    if (content !== undefined) this.#fillBranch(branch, depth, content.subarray(headBytes(depth)), 0, size);
    this.#branch(depth, node, branch, parent, at, from, to);
  }

  #branch(depth: number, node: TrieNode | undefined, next: Buffer, parent: Buffer, at: number, from: number, to: number): void {
    const before = this.#added;
    const firstWrite = this.#writes.length;
    if (to - from > 1) this.#groupByNibble(depth, from, to);
    let start = from;
    while (start < to) {
      const nibble = this.#nibbleOf(start, depth);
      let end = start + 1;
      while (end < to && this.#nibbleOf(end, depth) === nibble) end += 1;
      this.#subtree(depth + 1, next, slotAt(depth, nibble), start, end);
      start = end;
    }
    const count = branchCount(next, depth) + this.#added - before;
    const pathAt = (this.#order[from] ?? 0) * HASH_BYTES;
    if (count <= BUCKET_ENTRIES) {
      const entries = this.#entriesBelow(depth, next, count, pathAt, firstWrite);
      this.#storeBucket(depth, node, entries, count, parent, at);
      return;
    }
    if (this.#added !== before) setBranchCount(next, depth, count);
    this.#put(node ?? this.#freshNode(depth, this.#changes.keys, pathAt), next, parent, at);
  }

  #nibbleOf(place: number, depth: number): number {
    return nibbleAt(this.#changes.keys, (this.#order[place] ?? 0) * HASH_BYTES, depth);
  }

  // Sorts the changes `from` to `to` by their nibble at `depth`: by counting, in linear time.
  #groupByNibble(depth: number, from: number, to: number): void {
    const [order, spare] = [this.#order, this.#spare];
    starts.fill(0);
    for (let place = from; place < to; place += 1) {
      const nibble = this.#nibbleOf(place, depth);
      starts[nibble] = (starts[nibble] ?? 0) + 1;
    }
    let sum = from;
    for (let nibble = 0; nibble < FANOUT; nibble += 1) {
      const size = starts[nibble] ?? 0;
      starts[nibble] = sum;
      sum += size;
    }
    for (let place = from; place < to; place += 1) {
      const nibble = this.#nibbleOf(place, depth);
      const position = starts[nibble] ?? 0;
      spare[position] = order[place] ?? 0;
      starts[nibble] = position + 1;
    }
    // One by one: a view of a few of them costs more.
    for (let place = from; place < to; place += 1) order[place] = spare[place] ?? 0;
  }

  // The entries of a branch left with few of them: all its children are buckets, and together they make one. What was written of
  // them was so since `firstWrite`: the cache may know those no longer.
  #entriesBelow(depth: number, branch: Buffer, count: number, pathAt: number, firstWrite: number): Buffer {
    const changed = new Map(this.#writes.slice(firstWrite).map(({ memo }) => [memo.place, memo]));
    const path = Buffer.from(this.#changes.keys.subarray(pathAt, pathAt + HASH_BYTES));
    const entries = Buffer.allocUnsafe(count * ENTRY_BYTES);
    let filled = 0;
    for (let nibble = 0; nibble < FANOUT; nibble += 1) {
      const slot = slotAt(depth, nibble);
      if (isEmptySlot(branch, slot)) continue;
      const byte = path[depth >> 1] ?? 0;
      path[depth >> 1] = (depth & 1) === 0 ? (nibble << 4) | (byte & 15) : (byte & 0xf0) | nibble;
      const child = changed.get(nodePlace(this.#kind, depth + 1, path, 0)) ?? this.#nodeAt(depth + 1, path, 0, branch, slot);
      filled += child.latest.copy(entries, filled, headBytes(depth + 1));
      this.#set(child, undefined);
    }
    if (filled !== entries.length) throw new Error("a branch of the state commitment does not count its entries right");
    return entries;
  }

  #bucket(
    depth: number,
    node: TrieNode | undefined,
    content: Buffer | undefined,
    parent: Buffer,
    at: number,
    from: number,
    to: number,
  ): void {
    const replaced = content === undefined ? undefined : this.#withNewValues(depth, content, from, to);
    if (node !== undefined && replaced !== undefined) {
      this.#put(node, replaced, parent, at);
      return;
    }
    this.#sortByHash(from, to);
    const { keys, values, present } = this.#changes;
    const size = content === undefined ? 0 : bucketSize(content, depth);
    const head = headBytes(depth);
    const entries = merged;
    let count = 0;
    let old = 0;
    for (let place = from; place < to; place += 1) {
      const change = this.#order[place] ?? 0;
      const start = old;
      let order = -1;
      while (content !== undefined && old < size && order < 0) {
        order = compareHashes(content, head + old * ENTRY_BYTES, keys, change * HASH_BYTES);
        if (order <= 0) old += 1;
      }
      // Entries before the change and the one it changes, in one copy: a copy has a price beside its bytes.
      if (content !== undefined && old > start) {
        content.copy(entries, count * ENTRY_BYTES, head + start * ENTRY_BYTES, head + old * ENTRY_BYTES);
        count += old - start;
      }
      const isThere = order === 0;
      if (present[change] === 0) {
        if (isThere) count -= 1;
        continue;
      }
      if (!isThere) {
        copyHash(keys, change * HASH_BYTES, entries, count * ENTRY_BYTES);
        count += 1;
      }
      copyHash(values, change * HASH_BYTES, entries, count * ENTRY_BYTES - HASH_BYTES);
    }
    if (content !== undefined && old < size) {
      content.copy(entries, count * ENTRY_BYTES, head + old * ENTRY_BYTES, head + size * ENTRY_BYTES);
      count += size - old;
    }
    this.#added += count - size;
    this.#storeBucket(depth, node, entries, count, parent, at);
  }

  // The bucket when the changes are new values of entries that it has, as nearly always; else `undefined`.
  #withNewValues(depth: number, node: Buffer, from: number, to: number): Buffer | undefined {
    const { keys, values, present } = this.#changes;
    if (to - from > places.length) return undefined;
    for (let place = from; place < to; place += 1) {
      const change = this.#order[place] ?? 0;
      if (present[change] === 0) return undefined;
      let at = headBytes(depth);
      while (at < node.length && compareHashes(node, at, keys, change * HASH_BYTES) !== 0) at += ENTRY_BYTES;
      if (at >= node.length) return undefined;
      places[place - from] = at + HASH_BYTES;
    }
    const next = copyOfNode(node);
    for (let place = from; place < to; place += 1)
      copyHash(values, (this.#order[place] ?? 0) * HASH_BYTES, next, places[place - from] ?? 0);
    return next;
  }

  #storeBucket(depth: number, node: TrieNode | undefined, entries: Buffer, count: number, parent: Buffer, at: number): void {
    if (count > 0) {
      this.#build(depth, node, entries, 0, count, parent, at);
      return;
    }
    if (node !== undefined) this.#set(node, undefined);
    parent.fill(0, at, at + HASH_BYTES);
  }

  // The subtree of sorted entries that share a path of `depth` nibbles, in place of a node that was there.
  #build(depth: number, node: TrieNode | undefined, entries: Buffer, from: number, to: number, parent: Buffer, at: number): void {
    let next: Buffer;
    if (to - from <= BUCKET_ENTRIES) next = bucketOf(this.#kind, depth, entries, from, to);
    else {
      next = emptyBranch(this.#kind, depth, entries, from * ENTRY_BYTES);
      this.#fillBranch(next, depth, entries, from, to);
    }
    this.#put(node ?? this.#freshNode(depth, entries, from * ENTRY_BYTES), next, parent, at);
  }

  #fillBranch(branch: Buffer, depth: number, entries: Buffer, from: number, to: number): void {
    let start = from;
    while (start < to) {
      const nibble = nibbleAt(entries, start * ENTRY_BYTES, depth);
      let end = start + 1;
      while (end < to && nibbleAt(entries, end * ENTRY_BYTES, depth) === nibble) end += 1;
      this.#build(depth + 1, undefined, entries, start, end, branch, slotAt(depth, nibble));
      start = end;
    }
    setBranchCount(branch, depth, to - from);
  }

  // Few changes, nearly always: insertion.
  #sortByHash(from: number, to: number): void {
    const { keys } = this.#changes;
    const order = this.#order;
    for (let place = from + 1; place < to; place += 1) {
      const change = order[place] ?? 0;
      let position = place;
      while (position > from && compareHashes(keys, (order[position - 1] ?? 0) * HASH_BYTES, keys, change * HASH_BYTES) > 0) {
        order[position] = order[position - 1] ?? 0;
        position -= 1;
      }
      order[position] = change;
    }
  }

  // The node at `depth` on the path at `pathAt`, whose hash is at `at` of `parent`.
  #nodeAt(depth: number, path: Buffer, pathAt: number, parent: Buffer, at: number): TrieNode {
    const kind = this.#kind;
    const place = nodePlace(kind, depth, path, pathAt);
    const known = this.#committed.find(place) ?? this.#fresh.get(place);
    return known ?? this.#committed.read(place, nodeKeyText(kind, depth, path, pathAt), parent, at);
  }

  #freshNode(depth: number, path: Buffer, pathAt: number): TrieNode {
    const kind = this.#kind;
    const place = nodePlace(kind, depth, path, pathAt);
    const node = new TrieNode(place, nodeKeyText(kind, depth, path, pathAt));
    this.#fresh.set(place, node);
    return node;
  }

  #put(node: TrieNode, content: Buffer, parent: Buffer, at: number): void {
    this.#set(node, content);
    hashRange(content, 0, content.length, parent, at);
  }

  #set(node: TrieNode, content: Buffer | undefined): void {
    if (node.pending === undefined) this.#writes.push((node.pending = new NodeWrite(node, content)));
    else node.pending.value = content;
  }
}
