import { copyHash, HASH_BYTES, hashRange } from "./commitment/hash-range.ts";

const TAG = { leaf: 0, inner: 1, empty: 2, top: 3 } as const;

// Messages are put together here: a buffer for each would cost more than its hash.
let leafMessage = Buffer.alloc(4096, TAG.leaf);
const innerMessage = Buffer.alloc(1 + 2 * HASH_BYTES, TAG.inner);
const emptyMessage = Buffer.alloc(1, TAG.empty);
const topMessage = Buffer.alloc(1 + 4 + HASH_BYTES, TAG.top);
const TOP_HASH_AT = 5;

/**
 * Root of an ordered list: a binary Merkle tree split as in RFC 6962 (the left half is the largest power of two below the
 * count). Leaves, inner nodes and the top are hashed under different tags, and the top commits to the count, so that no
 * leaf passes for a node and no shorter list for a longer one.
 */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  topMessage.writeUInt32LE(leaves.length, 1);
  if (leaves.length === 0) hashRange(emptyMessage, 0, 1, topMessage, TOP_HASH_AT);
  else copyHash(hashSubtree(leaves), 0, topMessage, TOP_HASH_AT);
  // Not `alloc`: so small a piece would lie in the engine's heap, and be moved out of it to be hashed into.
  const root = Buffer.allocUnsafe(HASH_BYTES);
  hashRange(topMessage, 0, topMessage.length, root, 0);
  return root;
}

// Pairing neighbours level by level, an odd one rising, gives the same tree as splitting at powers of two. Each level
// takes the place of the one before; the top ends up first.
function hashSubtree(leaves: readonly Uint8Array[]): Buffer {
  const hashes = Buffer.allocUnsafe(leaves.length * HASH_BYTES);
  for (const [index, leaf] of leaves.entries()) hashLeaf(leaf, hashes, index * HASH_BYTES);
  for (let count = leaves.length; count > 1; count = (count + 1) >> 1) {
    for (let left = 0; left + 1 < count; left += 2) {
      copyHash(hashes, left * HASH_BYTES, innerMessage, 1);
      copyHash(hashes, (left + 1) * HASH_BYTES, innerMessage, 1 + HASH_BYTES);
      hashRange(innerMessage, 0, innerMessage.length, hashes, (left >> 1) * HASH_BYTES);
    }
    if ((count & 1) === 1) hashes.copyWithin((count >> 1) * HASH_BYTES, (count - 1) * HASH_BYTES, count * HASH_BYTES);
  }
  return hashes;
}

function hashLeaf(leaf: Uint8Array, target: Buffer, at: number): void {
  const length = 1 + leaf.length;
  if (leafMessage.length < length) leafMessage = Buffer.alloc(2 * length, TAG.leaf);
  leafMessage.set(leaf, 1);
  hashRange(leafMessage, 0, length, target, at);
}
