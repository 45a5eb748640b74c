import { blake2b256, compareBytes } from "../authenticator.ts";
import { COMMITMENT_TAG } from "./commitment-tags.ts";
import { ProofError } from "./proof-error.ts";
import type { TrieBranch, TrieEntry, TrieProof } from "./proof-document.ts";

const HASH_BYTES = 32;
const BUCKET_ENTRIES = 16;
const MAX_COUNT = 2 ** 48 - 1;
const NOTHING = new Uint8Array(HASH_BYTES);

/** Which trie a way is in. */
export type TrieName = "keyed" | "collections";

/**
 * The state root to which a way leads along the key hash `key`, at whose end stands `value` (`undefined`: nothing does). Throws {@link ProofError}
 * when the end shows something else, or the way is not one that a trie can have.
 */
export function stateRootThrough(trie: TrieName, key: Uint8Array, value: Uint8Array | undefined, proof: TrieProof): Uint8Array {
  const depth = proof.branches.length;
  let hash = bucketHash(trie, depth, key, value, proof.bucket);
  for (let level = depth - 1; level >= 0; level--) {
    const branch = proof.branches[level];
    if (branch === undefined) throw new Error("each level has a branch");
    hash = branchHash(trie, level, key, branch, hash);
  }
  const tops = trie === "keyed" ? [hash, proof.otherTop] : [proof.otherTop, hash];
  return blake2b256(joined([Uint8Array.of(COMMITMENT_TAG.root), ...tops]));
}

function bucketHash(
  trie: TrieName,
  depth: number,
  key: Uint8Array,
  value: Uint8Array | undefined,
  bucket: readonly TrieEntry[] | undefined,
): Uint8Array {
  if (bucket === undefined) {
    if (value !== undefined) throw new ProofError("wrong_claim", "The way to the entry ends in nothing.");
    return NOTHING;
  }
  checkBucket(depth, key, bucket);
  const found = bucket.find((entry) => compareBytes(entry.key, key) === 0);
  if (value === undefined && found !== undefined) throw new ProofError("wrong_claim", "The entry is there, not absent.");
  if (value !== undefined && (found === undefined || compareBytes(found.value, value) !== 0)) {
    throw new ProofError("wrong_claim", found === undefined ? "The entry is absent." : "The entry has another value.");
  }
  const tag = trie === "keyed" ? COMMITMENT_TAG.keyedBucket : COMMITMENT_TAG.collectionsBucket;
  return blake2b256(joined([head(tag, depth, key), ...bucket.flatMap((entry) => [entry.key, entry.value])]));
}

function checkBucket(depth: number, key: Uint8Array, bucket: readonly TrieEntry[]): void {
  if (bucket.length === 0 || bucket.length > BUCKET_ENTRIES) throw unsound("a bucket has 1 to 16 entries");
  let previous: Uint8Array | undefined;
  for (const entry of bucket) {
    if (previous !== undefined && compareBytes(previous, entry.key) >= 0) throw unsound("a bucket's entries ascend");
    previous = entry.key;
    for (let level = 0; level < depth; level++) {
      if (nibble(entry.key, level) !== nibble(key, level)) throw unsound("a bucket's entries share its path");
    }
  }
}

function branchHash(trie: TrieName, depth: number, key: Uint8Array, { count, ways, siblings }: TrieBranch, child: Uint8Array): Uint8Array {
  if (count <= BUCKET_ENTRIES || count > MAX_COUNT) throw unsound("a branch has more than 16 entries below it");
  const tag = trie === "keyed" ? COMMITMENT_TAG.keyedBranch : COMMITMENT_TAG.collectionsBranch;
  const number = new Uint8Array(8);
  new DataView(number.buffer).setBigUint64(0, BigInt(count));
  return blake2b256(joined([head(tag, depth, key), number.subarray(2), ...slots(16, nibble(key, depth), ways, siblings, child)]));
}

/** The hashes of a node by way: `child` where the way goes on, beside it the siblings. */
export function slots(fanout: number, taken: number, ways: number, siblings: readonly Uint8Array[], child: Uint8Array): Uint8Array[] {
  let next = 0;
  const filled = Array.from({ length: fanout }, (_, way) => {
    const there = ((ways >>> way) & 1) === 1;
    if (way === taken) {
      if (there) throw unsound("a node has the way that is taken once");
      return child;
    }
    if (!there) return NOTHING;
    const sibling = siblings[next];
    next += 1;
    if (sibling === undefined || isNothing(sibling)) throw unsound("what a way leads to has a hash");
    return sibling;
  });
  if (next !== siblings.length) throw unsound("a node has a hash for each way");
  return filled;
}

function isNothing(hash: Uint8Array): boolean {
  return compareBytes(hash, NOTHING) === 0;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Tag, depth and path of a node. */
function head(tag: number, depth: number, key: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(2 + ((depth + 1) >> 1));
  bytes[0] = tag;
  bytes[1] = depth;
  bytes.set(key.subarray(0, bytes.length - 2), 2);
  if (depth % 2 === 1) bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) & 0xf0;
  return bytes;
}

function nibble(hash: Uint8Array, depth: number): number {
  const byte = hash[depth >> 1] ?? 0;
  return depth % 2 === 0 ? byte >> 4 : byte & 15;
}

function unsound(rule: string): ProofError {
  return new ProofError("malformed_proof", `That is not a proof: ${rule}.`);
}
