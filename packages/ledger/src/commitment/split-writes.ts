import { sharedBytes } from "@sycee/bcs";
import type { KeyMemo, StateWrite } from "@sycee/move-vm";
import { compareBytes } from "@sycee/protocol/core";
import { copyHash, HASH_BYTES, hashRange } from "./hash-range.ts";
import type { PageChanges } from "./page-tree-update.ts";
import { COLLECTION_BYTES, isPageKey, pageNumberOf } from "./page-tree-format.ts";
import { hashValueInto } from "./trie-format.ts";
import type { EntryChanges } from "./entry-changes.ts";
import { type HashMemory, hashMemory } from "./update-memory.ts";

/** Writes of a block as the commitment takes them. */
export interface SplitWrites {
  readonly keyed: EntryChanges;
  /** Writes of pages, for each collection. */
  readonly pages: readonly PageChanges[];
}

/** Hashes the keyed entries among `writes` and parts the pages by collection. What it gives holds until it is called again. Throws when the pages are not sorted by key. */
export function splitWrites(writes: readonly StateWrite[]): SplitWrites {
  const pages = new PageSplit(writes);
  const keyed = new KeyedHashes(writes.length);
  let index = 0;
  // One pass: there can be hundreds of thousands, and to touch each is a cache miss.
  for (const { key, value, memo } of writes) {
    if (isPageKey(key)) pages.take(index, key, value === undefined);
    else keyed.take(key, value, memo);
    index += 1;
  }
  return { keyed: keyed.changes(), pages: pages.collections };
}

const NOTHING = { keys: Buffer.alloc(0), values: Buffer.alloc(0), present: new Uint8Array(0) };

/** Collects hashes of keyed entries, up to `limit`. They hold until the next one does. */
class KeyedHashes {
  readonly #limit: number;
  #memory: HashMemory = NOTHING;
  #count = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  take(key: Uint8Array, value: Uint8Array | undefined, memo: KeyMemo | undefined): void {
    if (this.#count === 0) this.#memory = hashMemory(this.#limit);
    const { keys, values, present } = this.#memory;
    const at = this.#count * HASH_BYTES;
    if (memo?.hash === undefined) hashRange(key, 0, key.length, keys, at);
    else copyHash(memo.hash, 0, keys, at);
    if (memo !== undefined && memo.hash === undefined) {
      memo.hash = sharedBytes(HASH_BYTES);
      copyHash(keys, at, memo.hash, 0);
    }
    if (value !== undefined) hashValueInto(values, at, keys, at, value);
    present[this.#count] = value === undefined ? 0 : 1;
    this.#count += 1;
  }

  changes(): EntryChanges {
    const { keys, values, present } = this.#memory;
    return { count: this.#count, keys, values, present };
  }
}

/** Collects neighbours that are pages of one collection. */
class PageSplit {
  readonly collections: PageChanges[] = [];
  readonly #writes: readonly StateWrite[];
  #numbers: Float64Array | undefined;
  #open: { -readonly [Field in keyof PageChanges]: PageChanges[Field] } | undefined;

  constructor(writes: readonly StateWrite[]) {
    this.#writes = writes;
  }

  take(index: number, key: Uint8Array, removes: boolean): void {
    const numbers = (this.#numbers ??= new Float64Array(this.#writes.length));
    const number = pageNumberOf(key);
    numbers[index] = number;
    const open = this.#open;
    if (open?.to === index && sameCollection(open.collection, key)) {
      if (number <= (numbers[index - 1] ?? 0)) throw new Error(UNSORTED);
      open.to = index + 1;
      open.removes ||= removes;
      return;
    }
    if (open !== undefined && !isBefore(open.collection, key)) throw new Error(UNSORTED);
    this.#open = { writes: this.#writes, numbers, from: index, to: index + 1, collection: key, removes };
    this.collections.push(this.#open);
  }
}

const UNSORTED = "writes of pages come sorted by key, none twice";

// Equal ones too are out of order: their pages would be two batches, the second of which would know nothing of the first.
function isBefore(left: Uint8Array, right: Uint8Array): boolean {
  return compareBytes(left.subarray(0, COLLECTION_BYTES), right.subarray(0, COLLECTION_BYTES)) < 0;
}

// Without a branch for each byte: it is asked once a page.
function sameCollection(left: Uint8Array, right: Uint8Array): boolean {
  let difference = 0;
  for (let at = 0; at < COLLECTION_BYTES; at += 7) {
    difference |=
      (byteOf(left, at) ^ byteOf(right, at)) |
      (byteOf(left, at + 1) ^ byteOf(right, at + 1)) |
      (byteOf(left, at + 2) ^ byteOf(right, at + 2)) |
      (byteOf(left, at + 3) ^ byteOf(right, at + 3)) |
      (byteOf(left, at + 4) ^ byteOf(right, at + 4)) |
      (byteOf(left, at + 5) ^ byteOf(right, at + 5)) |
      (byteOf(left, at + 6) ^ byteOf(right, at + 6));
  }
  return difference === 0;
}

function byteOf(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}
