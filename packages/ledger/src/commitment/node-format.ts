import sodium from "sodium-native";

/*
 * State is committed to by a trie of 16 ways over the hash of each key. A subtree of up to 16 entries is one bucket, a
 * larger one a branch; so the shape depends on the entries alone. Every hash is blake2b-256 of a preimage that begins
 * with its own tag; the tags differ from the first byte of every key of state.
 *
 *   key     key
 *   value   0xe1 | key hash | value
 *   bucket  0xe2 | depth | path | (key hash | value hash) of each entry, ascending
 *   branch  0xe3 | depth | path | number of entries below, u48 big-endian | 16 hashes, 32 zeros for an empty slot
 *   root    0xe4 | hash of the top node, 32 zeros when there are no entries
 *
 * Depth is one byte, 0 at the top; the path is that many nibbles, two a byte, the last one's lower half 0. A node is
 * stored as its preimage, under 0x10 | depth | path.
 */

export const HASH_BYTES = 32;
export const ENTRY_BYTES = 2 * HASH_BYTES;
/** Most entries of a bucket. */
export const BUCKET_ENTRIES = 16;
export const FANOUT = 16;
const MAX_DEPTH = 64;
const VALUE_TAG = 0xe1;
const BUCKET_TAG = 0xe2;
const BRANCH_TAG = 0xe3;
const ROOT_TAG = 0xe4;
const NODE_KEY = 0x10;
const COUNT_BYTES = 6;

/** Stands for a subtree without entries. */
export const EMPTY_HASH: Buffer = Buffer.alloc(HASH_BYTES);

const digest = Buffer.alloc(HASH_BYTES);

/** Hashes `preimage` into `target` at `at`. */
export function hashInto(target: Buffer, at: number, preimage: Buffer): void {
  sodium.crypto_generichash(digest, preimage);
  digest.copy(target, at);
}

/** Whether the hash at `at` of `hashes` is that of `preimage`. */
export function hashMatches(hashes: Buffer, at: number, preimage: Buffer): boolean {
  sodium.crypto_generichash(digest, preimage);
  return digest.compare(hashes, at, at + HASH_BYTES) === 0;
}

export function hashOf(preimage: Buffer): Buffer {
  const target = Buffer.alloc(HASH_BYTES);
  sodium.crypto_generichash(target, preimage);
  return target;
}

let scratch = Buffer.alloc(4096);

/** Hashes a value, bound to the key hash that stands at `keyAt` of `keys`, into `target` at `at`. */
export function hashValueInto(target: Buffer, at: number, keys: Buffer, keyAt: number, value: Uint8Array): void {
  const length = 1 + HASH_BYTES + value.length;
  if (scratch.length < length) scratch = Buffer.alloc(length * 2);
  scratch[0] = VALUE_TAG;
  keys.copy(scratch, 1, keyAt, keyAt + HASH_BYTES);
  scratch.set(value, 1 + HASH_BYTES);
  hashInto(target, at, scratch.subarray(0, length));
}

/** The root over a top node's hash ({@link EMPTY_HASH} for none). */
export function rootOf(top: Buffer): Buffer {
  return hashOf(Buffer.concat([Buffer.of(ROOT_TAG), top]));
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
  hashes.copy(target, 2, at, at + end - 2);
  if ((depth & 1) === 1) target[end - 1] = (target[end - 1] ?? 0) & 0xf0;
}

const keyScratch = Buffer.alloc(headBytes(MAX_DEPTH));

/** Key of the node at `depth` on the path of the hash at `at`, one character a byte. */
export function nodeKeyText(depth: number, hashes: Buffer, at: number): string {
  writeHead(keyScratch, NODE_KEY, depth, hashes, at);
  return keyScratch.toString("latin1", 0, headBytes(depth));
}

/** A bucket of the entries `from` to `to` of `entries`, 1 to 16 of them. */
export function bucketOf(depth: number, entries: Buffer, from: number, to: number): Buffer {
  const head = headBytes(depth);
  const node = Buffer.allocUnsafe(head + (to - from) * ENTRY_BYTES);
  writeHead(node, BUCKET_TAG, depth, entries, from * ENTRY_BYTES);
  entries.copy(node, head, from * ENTRY_BYTES, to * ENTRY_BYTES);
  return node;
}

/** A branch with 16 empty slots, on the path of the hash at `at`. */
export function emptyBranch(depth: number, hashes: Buffer, at: number): Buffer {
  const node = Buffer.alloc(slotAt(depth, FANOUT));
  writeHead(node, BRANCH_TAG, depth, hashes, at);
  return node;
}

export function isBucket(node: Buffer): boolean {
  return node[0] === BUCKET_TAG;
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
  const difference = left.readUInt32BE(leftAt) - right.readUInt32BE(rightAt);
  return difference !== 0 ? difference : left.compare(right, rightAt, rightAt + HASH_BYTES, leftAt, leftAt + HASH_BYTES);
}
