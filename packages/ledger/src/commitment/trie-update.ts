import { copyHash, HASH_BYTES, hashRange } from "./hash-range.ts";
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
  setBranchCount,
  slotAt,
  type TrieKind,
} from "./trie-format.ts";

/** Changes to entries: hashes of keys and of values, 32 bytes each, and whether the entry is there afterwards (1) or not (0). */
export interface EntryChanges {
  readonly count: number;
  readonly keys: Buffer;
  readonly values: Buffer;
  readonly present: Uint8Array;
}

/** The committed node under a key text, which holds until the next block is committed; throws when its hash is not the one at `at` of `hashes`. */
export type LoadNode = (key: string, hashes: Buffer, at: number) => Buffer;

// Above this many entries, old and new together, a bucket becomes a branch before its changes are sorted.
const MERGE_LIMIT = 64;

/** One batch of changes to the trie: descends once, and hashes each node it touches once. */
export class TrieUpdate {
  /** New nodes by key text, `undefined` for those that are no more. */
  readonly nodes = new Map<string, Buffer | undefined>();
  readonly #kind: TrieKind;
  readonly #changes: EntryChanges;
  readonly #load: LoadNode;
  /** Numbers of the changes, grouped by path as the descent goes. */
  readonly #order: Uint32Array;
  readonly #spare: Uint32Array;
  readonly #places = new Uint32Array(BUCKET_ENTRIES);
  readonly #merged: Buffer = Buffer.alloc(MERGE_LIMIT * ENTRY_BYTES);
  /** Entries added less entries removed so far. */
  #added = 0;

  constructor(kind: TrieKind, changes: EntryChanges, load: LoadNode) {
    this.#kind = kind;
    this.#changes = changes;
    this.#load = load;
    this.#order = Uint32Array.from({ length: changes.count }, (_, index) => index);
    this.#spare = new Uint32Array(changes.count);
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
    const key = nodeKeyText(this.#kind, depth, keys, pathAt);
    const node = isEmptySlot(parent, at) ? undefined : this.#nodeAt(key, parent, at);
    if (node !== undefined && !isBucket(this.#kind, node)) {
      this.#branch(depth, key, Buffer.from(node), parent, at, from, to);
      return;
    }
    const size = node === undefined ? 0 : bucketSize(node, depth);
    if (size + to - from <= MERGE_LIMIT) {
      this.#bucket(depth, key, node, parent, at, from, to);
      return;
    }
    const branch = emptyBranch(this.#kind, depth, keys, pathAt);
    if (node !== undefined) this.#fillBranch(branch, depth, node.subarray(headBytes(depth)), 0, size);
    this.#branch(depth, key, branch, parent, at, from, to);
  }

  #branch(depth: number, key: string, node: Buffer, parent: Buffer, at: number, from: number, to: number): void {
    const before = this.#added;
    if (to - from > 1) this.#groupByNibble(depth, from, to);
    let start = from;
    while (start < to) {
      const nibble = this.#nibbleOf(start, depth);
      let end = start + 1;
      while (end < to && this.#nibbleOf(end, depth) === nibble) end += 1;
      this.#subtree(depth + 1, node, slotAt(depth, nibble), start, end);
      start = end;
    }
    const count = branchCount(node, depth) + this.#added - before;
    if (count <= BUCKET_ENTRIES) {
      this.#collapse(depth, key, node, count, parent, at, (this.#order[from] ?? 0) * HASH_BYTES);
      return;
    }
    if (this.#added !== before) setBranchCount(node, depth, count);
    this.nodes.set(key, node);
    hashRange(node, 0, node.length, parent, at);
  }

  #nibbleOf(place: number, depth: number): number {
    return nibbleAt(this.#changes.keys, (this.#order[place] ?? 0) * HASH_BYTES, depth);
  }

  // Sorts the changes `from` to `to` by their nibble at `depth`: by counting, in linear time.
  #groupByNibble(depth: number, from: number, to: number): void {
    const order = this.#order;
    const starts = new Array<number>(FANOUT).fill(0);
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
      this.#spare[position] = order[place] ?? 0;
      starts[nibble] = position + 1;
    }
    order.set(this.#spare.subarray(from, to), from);
  }

  // A branch left with few entries: all its children are buckets, and together they make one.
  #collapse(depth: number, key: string, node: Buffer, count: number, parent: Buffer, at: number, pathAt: number): void {
    const path = Buffer.from(this.#changes.keys.subarray(pathAt, pathAt + HASH_BYTES));
    const entries = Buffer.allocUnsafe(count * ENTRY_BYTES);
    let filled = 0;
    for (let nibble = 0; nibble < FANOUT; nibble += 1) {
      const slot = slotAt(depth, nibble);
      if (isEmptySlot(node, slot)) continue;
      const byte = path[depth >> 1] ?? 0;
      path[depth >> 1] = (depth & 1) === 0 ? (nibble << 4) | (byte & 15) : (byte & 0xf0) | nibble;
      const childKey = nodeKeyText(this.#kind, depth + 1, path, 0);
      const child = this.#nodeAt(childKey, node, slot);
      filled += child.copy(entries, filled, headBytes(depth + 1));
      this.nodes.set(childKey, undefined);
    }
    if (filled !== entries.length) throw new Error("a branch of the state commitment does not count its entries right");
    this.#storeBucket(depth, key, entries, count, parent, at);
  }

  #bucket(depth: number, key: string, node: Buffer | undefined, parent: Buffer, at: number, from: number, to: number): void {
    const replaced = node === undefined ? undefined : this.#withNewValues(depth, node, from, to);
    if (replaced !== undefined) {
      this.nodes.set(key, replaced);
      hashRange(replaced, 0, replaced.length, parent, at);
      return;
    }
    this.#sortByHash(from, to);
    const { keys, values, present } = this.#changes;
    const size = node === undefined ? 0 : bucketSize(node, depth);
    const head = headBytes(depth);
    const entries = this.#merged;
    let count = 0;
    let old = 0;
    for (let place = from; place < to; place += 1) {
      const change = this.#order[place] ?? 0;
      const start = old;
      let order = -1;
      while (node !== undefined && old < size && order < 0) {
        order = compareHashes(node, head + old * ENTRY_BYTES, keys, change * HASH_BYTES);
        if (order <= 0) old += 1;
      }
      // Entries before the change and the one it changes, in one copy: a copy has a price beside its bytes.
      if (node !== undefined && old > start) {
        node.copy(entries, count * ENTRY_BYTES, head + start * ENTRY_BYTES, head + old * ENTRY_BYTES);
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
    if (node !== undefined && old < size) {
      node.copy(entries, count * ENTRY_BYTES, head + old * ENTRY_BYTES, head + size * ENTRY_BYTES);
      count += size - old;
    }
    this.#added += count - size;
    this.#storeBucket(depth, key, entries, count, parent, at);
  }

  // The bucket when the changes are new values of entries that it has, as nearly always; else `undefined`.
  #withNewValues(depth: number, node: Buffer, from: number, to: number): Buffer | undefined {
    const { keys, values, present } = this.#changes;
    const places = this.#places;
    if (to - from > places.length) return undefined;
    for (let place = from; place < to; place += 1) {
      const change = this.#order[place] ?? 0;
      if (present[change] === 0) return undefined;
      let at = headBytes(depth);
      while (at < node.length && compareHashes(node, at, keys, change * HASH_BYTES) !== 0) at += ENTRY_BYTES;
      if (at >= node.length) return undefined;
      places[place - from] = at + HASH_BYTES;
    }
    const next = Buffer.from(node);
    for (let place = from; place < to; place += 1)
      copyHash(values, (this.#order[place] ?? 0) * HASH_BYTES, next, places[place - from] ?? 0);
    return next;
  }

  #storeBucket(depth: number, key: string, entries: Buffer, count: number, parent: Buffer, at: number): void {
    if (count > 0) {
      this.#build(depth, entries, 0, count, parent, at);
      return;
    }
    this.nodes.set(key, undefined);
    parent.fill(0, at, at + HASH_BYTES);
  }

  // The subtree of sorted entries that share a path of `depth` nibbles.
  #build(depth: number, entries: Buffer, from: number, to: number, parent: Buffer, at: number): void {
    let node: Buffer;
    if (to - from <= BUCKET_ENTRIES) node = bucketOf(this.#kind, depth, entries, from, to);
    else {
      node = emptyBranch(this.#kind, depth, entries, from * ENTRY_BYTES);
      this.#fillBranch(node, depth, entries, from, to);
    }
    this.nodes.set(nodeKeyText(this.#kind, depth, entries, from * ENTRY_BYTES), node);
    hashRange(node, 0, node.length, parent, at);
  }

  #fillBranch(branch: Buffer, depth: number, entries: Buffer, from: number, to: number): void {
    let start = from;
    while (start < to) {
      const nibble = nibbleAt(entries, start * ENTRY_BYTES, depth);
      let end = start + 1;
      while (end < to && nibbleAt(entries, end * ENTRY_BYTES, depth) === nibble) end += 1;
      this.#build(depth + 1, entries, start, end, branch, slotAt(depth, nibble));
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

  #nodeAt(key: string, hashes: Buffer, at: number): Buffer {
    return this.nodes.get(key) ?? this.#load(key, hashes, at);
  }
}
