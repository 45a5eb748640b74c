import type { WrittenEntry } from "./write-batch.ts";

/** Bytes of a key that decide: its kind and the beginning of a hash or an address. */
const PREFIX_BYTES = 5;
const BYTE = 0x100;
/** Above every place in the list: prefix and place make one number of 64 bits, which is sorted without a function being called. */
const PLACES = 2n ** 24n;

/**
 * Entries so that those whose keys begin alike follow each other: what is put into a page of the store is then put one after the other. Keys that are the
 * same in their first bytes stay as they were. Throws for more than 16 million entries.
 */
export function inKeyOrder(entries: readonly WrittenEntry[]): WrittenEntry[] {
  if (entries.length > PLACES) throw new RangeError(`${entries.length} entries are more than can be sorted`);
  const ranks = new BigUint64Array(entries.length);
  let place = 0;
  for (const { key } of entries) {
    ranks[place] = BigInt(prefixOf(key)) * PLACES + BigInt(place);
    place += 1;
  }
  ranks.sort();
  const sorted: WrittenEntry[] = [];
  for (const rank of ranks) {
    const entry = entries[Number(rank % PLACES)];
    if (entry === undefined) throw new Error("an entry was lost while sorting");
    sorted.push(entry);
  }
  return sorted;
}

function prefixOf(key: Uint8Array): number {
  let prefix = 0;
  for (let index = 0; index < PREFIX_BYTES; index += 1) prefix = prefix * BYTE + (key[index] ?? 0);
  return prefix;
}
