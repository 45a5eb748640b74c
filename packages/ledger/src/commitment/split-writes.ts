import type { StateWrite } from "@sycee/move-vm";
import { compareBytes } from "@sycee/protocol";
import { asBuffer } from "../hash.ts";
import { HASH_BYTES, hashRange } from "./hash-range.ts";
import type { PageChanges } from "./page-tree-update.ts";
import { COLLECTION_BYTES, isPageKey } from "./page-tree-format.ts";
import { hashValueInto } from "./trie-format.ts";
import type { EntryChanges } from "./trie-update.ts";

/** Writes of a block as the commitment takes them. */
export interface SplitWrites {
  readonly keyed: EntryChanges;
  /** Writes of pages, for each collection. */
  readonly pages: readonly PageChanges[];
}

/** Hashes the keyed entries among `writes` and parts the pages by collection. */
export function splitWrites(writes: readonly StateWrite[]): SplitWrites {
  let pages = 0;
  for (const { key } of writes) if (isPageKey(key)) pages += 1;
  const keyed = pages === writes.length ? NO_CHANGES : hashKeyed(writes, writes.length - pages);
  return { keyed, pages: pages === 0 ? [] : byCollection(writes) };
}

const NO_CHANGES: EntryChanges = { count: 0, keys: Buffer.alloc(0), values: Buffer.alloc(0), present: new Uint8Array(0) };

function hashKeyed(writes: readonly StateWrite[], count: number): EntryChanges {
  const keys = Buffer.allocUnsafe(count * HASH_BYTES);
  const values = Buffer.allocUnsafe(count * HASH_BYTES);
  const present = new Uint8Array(count);
  let change = 0;
  for (const { key, value } of writes) {
    if (isPageKey(key)) continue;
    const at = change * HASH_BYTES;
    hashRange(Buffer.isBuffer(key) ? key : asBuffer(key), 0, key.length, keys, at);
    if (value !== undefined) {
      hashValueInto(values, at, keys, at, value);
      present[change] = 1;
    }
    change += 1;
  }
  return { count, keys, values, present };
}

// The pages of a collection are neighbours, for writes are sorted by key.
function byCollection(writes: readonly StateWrite[]): PageChanges[] {
  const collections: PageChanges[] = [];
  let from = -1;
  for (let index = 0; index <= writes.length; index += 1) {
    const key = writes[index]?.key;
    const page = key !== undefined && isPageKey(key) ? key : undefined;
    const first = from < 0 ? undefined : writes[from]?.key;
    if (first !== undefined && (page === undefined || !sameCollection(first, page))) {
      const before = collections.at(-1);
      if (before !== undefined && compareBytes(before.collection, first) >= 0) throw new Error("writes of pages come sorted by key");
      collections.push({ writes, from, to: index, collection: first });
      from = -1;
    }
    if (page !== undefined && from < 0) from = index;
  }
  return collections;
}

function sameCollection(left: Uint8Array, right: Uint8Array): boolean {
  for (let at = 0; at < COLLECTION_BYTES; at += 1) if (left[at] !== right[at]) return false;
  return true;
}
