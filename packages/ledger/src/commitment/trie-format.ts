import { COMMITMENT_TAG } from "@sycee/protocol/core";
import { copyHash, HASH_BYTES, hashRange } from "./hash-range.ts";
import { nodeMemory } from "./node-memory.ts";
import type { NodePlace } from "./node-write.ts";

/*
 * The trie over hashes of keys: 16 ways, and a subtree of up to 16 entries is one bucket, a larger one a branch; so the
 * shape depends on the entries alone. ../../../protocol/src/proofs/commitment-tags.ts has the preimages. A node is stored
 * as its preimage, under the kind of trie, its depth and its path (as many nibbles, two a byte, the last one's lower half 0).
 */

export const ENTRY_BYTES = 2 * HASH_BYTES;
/** Most entries of a bucket. */
export const BUCKET_ENTRIES = 16;
export const FANOUT = 16;
const MAX_DEPTH = 64;
const COUNT_BYTES = 6;

/** Which trie: the tags of its nodes' preimages, and the first byte of the keys under which they are stored. */
export interface TrieKind {
  readonly bucketTag: number;
  readonly branchTag: number;
  readonly storeKey: number;
}

/** The trie of resources, table entries, modules and type names. */
export const KEYED_TRIE: TrieKind = { bucketTag: COMMITMENT_TAG.keyedBucket, branchTag: COMMITMENT_TAG.keyedBranch, storeKey: 0x10 };
/** The trie of collections, each an entry with the hash of the collection in place of a value's. */
export const COLLECTIONS_TRIE: TrieKind = {
  bucketTag: COMMITMENT_TAG.collectionsBucket,
  branchTag: COMMITMENT_TAG.collectionsBranch,
  storeKey: 0x12,
};

/** Stands for a subtree without entries. */
export const EMPTY_HASH: Buffer = Buffer.alloc(HASH_BYTES);

const digest = Buffer.alloc(HASH_BYTES);

/** Whether the hash at `at` of `hashes` is that of `preimage`. */
export function hashMatches(hashes: Buffer, at: number, preimage: Buffer): boolean {
  hashRange(preimage, 0, preimage.length, digest, 0);
  return digest.compare(hashes, at, at + HASH_BYTES) === 0;
}

export function hashOf(preimage: Buffer): Buffer {
  // Not `alloc`: so small a piece would lie in the engine's heap, and be moved out of it to be hashed into.
  const target = Buffer.allocUnsafe(HASH_BYTES);
  hashRange(preimage, 0, preimage.length, target, 0);
  return target;
}

let scratch = Buffer.alloc(4096);

/** Hashes a value, bound to the key hash that stands at `keyAt` of `keys`, into `target` at `at`. */
export function hashValueInto(target: Buffer, at: number, keys: Buffer, keyAt: number, value: Uint8Array): void {
  const length = 1 + HASH_BYTES + value.length;
  if (scratch.length < length) scratch = Buffer.alloc(length * 2);
  scratch[0] = COMMITMENT_TAG.value;
  copyHash(keys, keyAt, scratch, 1);
  scratch.set(value, 1 + HASH_BYTES);
  hashRange(scratch, 0, length, target, at);
}

/** Bytes before a node's own content: tag, depth and path. */
export function headBytes(depth: number): number {
  return 2 + ((depth + 1) >> 1);
}

/** The nibble of a hash that chooses the way at `depth`. */
export function nibbleAt(hashes: Buffer, at: number, depth: number): number {
  const byte = hashes[at + (depth >> 1)] ?? 0;
  return (depth & 1) === 0 ? byte >> 4 : byte & 15;
}

function writeHead(target: Buffer, first: number, depth: number, hashes: Buffer, at: number): void {
  if (depth > MAX_DEPTH) throw new Error("two keys of state have the same hash");
  target[0] = first;
  target[1] = depth;
  const end = headBytes(depth);
  for (let index = 2; index < end; index += 1) target[index] = hashes[at + index - 2] ?? 0;
  if ((depth & 1) === 1) target[end - 1] = (target[end - 1] ?? 0) & 0xf0;
}

const keyScratch = Buffer.alloc(headBytes(MAX_DEPTH));

/** Key of the node at `depth` on the path of the hash at `at`, one character a byte. */
export function nodeKeyText({ storeKey }: TrieKind, depth: number, hashes: Buffer, at: number): string {
  writeHead(keyScratch, storeKey, depth, hashes, at);
  return keyScratch.toString("latin1", 0, headBytes(depth));
}

/** Deepest nodes that a small integer of the engine's stands for: no text has to be made to find them. */
const MAX_NUMBERED_DEPTH = 6;

/** What the cache knows the node at `depth` on the path of the hash at `at` by: a number for those near the top, else its key's text. */
export function nodePlace(kind: TrieKind, depth: number, hashes: Buffer, at: number): NodePlace {
  if (depth > MAX_NUMBERED_DEPTH) return nodeKeyText(kind, depth, hashes, at);
  const beginning = ((hashes[at] ?? 0) << 16) | ((hashes[at + 1] ?? 0) << 8) | (hashes[at + 2] ?? 0);
  return ((((beginning >> (24 - 4 * depth)) << 3) | depth) << 1) | (kind === KEYED_TRIE ? 0 : 1);
}

/** A bucket of the entries `from` to `to` of `entries`, 1 to 16 of them. */
export function bucketOf({ bucketTag }: TrieKind, depth: number, entries: Buffer, from: number, to: number): Buffer {
  const head = headBytes(depth);
  const node = nodeMemory(head + (to - from) * ENTRY_BYTES);
  writeHead(node, bucketTag, depth, entries, from * ENTRY_BYTES);
  entries.copy(node, head, from * ENTRY_BYTES, to * ENTRY_BYTES);
  return node;
}

/** A branch with 16 empty slots, on the path of the hash at `at`. */
export function emptyBranch({ branchTag }: TrieKind, depth: number, hashes: Buffer, at: number): Buffer {
  const node = Buffer.alloc(slotAt(depth, FANOUT));
  writeHead(node, branchTag, depth, hashes, at);
  return node;
}

export function isBucket({ bucketTag }: TrieKind, node: Buffer): boolean {
  return node[0] === bucketTag;
}

export function bucketSize(node: Buffer, depth: number): number {
  return (node.length - headBytes(depth)) / ENTRY_BYTES;
}

/** Entries below a branch. */
export function branchCount(node: Buffer, depth: number): number {
  return node.readUIntBE(headBytes(depth), COUNT_BYTES);
}

export function setBranchCount(node: Buffer, depth: number, count: number): void {
  node.writeUIntBE(count, headBytes(depth), COUNT_BYTES);
}

/** Where a branch has the hash of its child `nibble`. */
export function slotAt(depth: number, nibble: number): number {
  return headBytes(depth) + COUNT_BYTES + nibble * HASH_BYTES;
}

/** Whether the 32 bytes at `at` are all zero. */
export function isEmptySlot(node: Buffer, at: number): boolean {
  if (node[at] !== 0 || node[at + 1] !== 0) return false;
  return EMPTY_HASH.compare(node, at, at + HASH_BYTES) === 0;
}

/** Order of two hashes inside larger buffers. */
export function compareHashes(left: Buffer, leftAt: number, right: Buffer, rightAt: number): number {
  for (let byte = 0; byte < HASH_BYTES; byte += 1) {
    const difference = (left[leftAt + byte] ?? 0) - (right[rightAt + byte] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
