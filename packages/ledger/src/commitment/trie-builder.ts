import type { TakeNode } from "./collection-builder.ts";
import { HASH_BYTES, hashRange } from "./hash-range.ts";
import {
  BUCKET_ENTRIES,
  bucketOf,
  compareHashes,
  EMPTY_HASH,
  ENTRY_BYTES,
  emptyBranch,
  FANOUT,
  nibbleAt,
  nodeKeyText,
  setBranchCount,
  slotAt,
  type TrieKind,
} from "./trie-format.ts";

const PARTS = 256;
/** A part starts with room for this many entries. */
const FIRST_ENTRIES = 16;

/** The trie over entries that come in any order, each of 64 bytes; kept apart by the first byte, so that only a part is copied when it grows. */
export class TrieBuilder {
  readonly #kind: TrieKind;
  readonly #parts: { entries: Buffer; count: number }[];
  #take: TakeNode = () => undefined;

  constructor(kind: TrieKind) {
    this.#kind = kind;
    this.#parts = Array.from({ length: PARTS }, () => ({ entries: Buffer.alloc(0), count: 0 }));
  }

  /** An entry: hash of the key, then of the value. */
  add(entry: Buffer): void {
    const part = this.#parts[entry[0] ?? 0];
    if (part === undefined) throw new Error("a byte chooses a part");
    if (part.count * ENTRY_BYTES === part.entries.length) {
      const grown = Buffer.allocUnsafe(Math.max(FIRST_ENTRIES * ENTRY_BYTES, part.entries.length * 2));
      part.entries.copy(grown);
      part.entries = grown;
    }
    entry.copy(part.entries, part.count * ENTRY_BYTES, 0, ENTRY_BYTES);
    part.count += 1;
  }

  /** The hash of the top node (32 zeros without entries); `take` gets the nodes. */
  finish(take: TakeNode): Buffer {
    this.#take = take;
    const top = Buffer.from(EMPTY_HASH);
    this.#ofParts(0, 0, PARTS, top, 0);
    return top;
  }

  // The subtree of the parts `first` to `end`, which share `depth` (0, 1 or 2) nibbles; its hash goes to `at` of `parent`.
  #ofParts(depth: number, first: number, end: number, parent: Buffer, at: number): void {
    const parts = this.#parts.slice(first, end);
    const count = parts.reduce((sum, part) => sum + part.count, 0);
    if (count <= BUCKET_ENTRIES || end - first === 1) {
      const entries = Buffer.concat(parts.map((part) => part.entries.subarray(0, part.count * ENTRY_BYTES)));
      this.#parts.fill({ entries: EMPTY_HASH, count: 0 }, first, end);
      this.#subtree(
        depth,
        entries,
        Uint32Array.from({ length: count }, (_, index) => index),
        parent,
        at,
      );
      return;
    }
    const branch = emptyBranch(this.#kind, depth, Buffer.of(first), 0);
    const span = (end - first) / FANOUT;
    for (let nibble = 0; nibble < FANOUT; nibble += 1) {
      const from = first + nibble * span;
      this.#ofParts(depth + 1, from, from + span, branch, slotAt(depth, nibble));
    }
    setBranchCount(branch, depth, count);
    this.#store(depth, branch, Buffer.of(first), parent, at);
  }

  // The subtree of the entries whose numbers `order` has, which share `depth` nibbles.
  #subtree(depth: number, entries: Buffer, order: Uint32Array, parent: Buffer, at: number): void {
    const [first] = order;
    if (first === undefined) return;
    const pathAt = first * ENTRY_BYTES;
    const path = entries.subarray(pathAt, pathAt + HASH_BYTES);
    if (order.length <= BUCKET_ENTRIES) {
      order.sort((left, right) => compareHashes(entries, left * ENTRY_BYTES, entries, right * ENTRY_BYTES));
      const sorted = Buffer.allocUnsafe(order.length * ENTRY_BYTES);
      for (const [place, entry] of order.entries())
        entries.copy(sorted, place * ENTRY_BYTES, entry * ENTRY_BYTES, (entry + 1) * ENTRY_BYTES);
      this.#store(depth, bucketOf(this.#kind, depth, sorted, 0, order.length), path, parent, at);
      return;
    }
    const branch = emptyBranch(this.#kind, depth, path, 0);
    const groups = groupByNibble(depth, entries, order);
    for (const [nibble, group] of groups.entries()) this.#subtree(depth + 1, entries, group, branch, slotAt(depth, nibble));
    setBranchCount(branch, depth, order.length);
    this.#store(depth, branch, path, parent, at);
  }

  #store(depth: number, node: Buffer, path: Buffer, parent: Buffer, at: number): void {
    this.#take(Buffer.from(nodeKeyText(this.#kind, depth, path, 0), "latin1"), node);
    hashRange(node, 0, node.length, parent, at);
  }
}

/** Parts `order` by the nibble at `depth`, in place. */
function groupByNibble(depth: number, entries: Buffer, order: Uint32Array): Uint32Array[] {
  const counts = new Uint32Array(FANOUT + 1);
  for (const entry of order) {
    const next = nibbleAt(entries, entry * ENTRY_BYTES, depth) + 1;
    counts[next] = (counts[next] ?? 0) + 1;
  }
  for (let nibble = 1; nibble <= FANOUT; nibble += 1) counts[nibble] = (counts[nibble] ?? 0) + (counts[nibble - 1] ?? 0);
  const starts = counts.slice();
  const grouped = new Uint32Array(order.length);
  for (const entry of order) {
    const nibble = nibbleAt(entries, entry * ENTRY_BYTES, depth);
    const place = starts[nibble] ?? 0;
    grouped[place] = entry;
    starts[nibble] = place + 1;
  }
  order.set(grouped);
  return Array.from({ length: FANOUT }, (_, nibble) => order.subarray(counts[nibble], counts[nibble + 1]));
}
