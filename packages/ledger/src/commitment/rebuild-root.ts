import { asBuffer } from "../hash.ts";
import {
  BUCKET_ENTRIES,
  bucketOf,
  EMPTY_HASH,
  ENTRY_BYTES,
  emptyBranch,
  FANOUT,
  hashInto,
  hashOf,
  hashValueInto,
  nibbleAt,
  rootOf,
  setBranchCount,
  slotAt,
} from "./node-format.ts";

/** The root over a whole state, from nothing but its entries (no key twice, in any order). Holds 64 bytes an entry. */
export function rebuildRoot(entries: Iterable<{ readonly key: Uint8Array; readonly value: Uint8Array }>): Uint8Array {
  const pieces: Buffer[] = [];
  for (const { key, value } of entries) {
    const entry = Buffer.allocUnsafe(ENTRY_BYTES);
    hashInto(entry, 0, asBuffer(key));
    hashValueInto(entry, ENTRY_BYTES / 2, entry, 0, value);
    pieces.push(entry);
  }
  return rootOf(subtreeHash(pieces, 0));
}

function subtreeHash(entries: Buffer[], depth: number): Buffer {
  const [first] = entries;
  if (first === undefined) return EMPTY_HASH;
  if (entries.length <= BUCKET_ENTRIES) {
    entries.sort((left, right) => left.compare(right));
    return hashOf(bucketOf(depth, Buffer.concat(entries), 0, entries.length));
  }
  const branch = emptyBranch(depth, first, 0);
  const groups = Array.from({ length: FANOUT }, (): Buffer[] => []);
  for (const entry of entries) groups[nibbleAt(entry, 0, depth)]?.push(entry);
  for (const [nibble, group] of groups.entries()) subtreeHash(group, depth + 1).copy(branch, slotAt(depth, nibble));
  setBranchCount(branch, depth, entries.length);
  return hashOf(branch);
}
