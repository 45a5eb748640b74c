import { HASH_BYTES, hashRange } from "./commitment/hash-range.ts";

const TAG = { leaf: 0, inner: 1 } as const;

/** All hashes of the tree of `merkleRoot` over some leaves, 32 bytes each, so that a path costs no hash: leaves first, then each level above. */
export class MerkleTree {
  /** Hashes of each level, side by side. */
  readonly #levels: Buffer[] = [];

  constructor(leaves: readonly Uint8Array[]) {
    let message = Buffer.alloc(4096, TAG.leaf);
    let level: Buffer = Buffer.alloc(leaves.length * HASH_BYTES);
    for (const [index, leaf] of leaves.entries()) {
      if (message.length <= leaf.length) message = Buffer.alloc(2 * leaf.length, TAG.leaf);
      message.set(leaf, 1);
      hashRange(message, 0, 1 + leaf.length, level, index * HASH_BYTES);
    }
    this.#levels.push(level);
    while (level.length > HASH_BYTES) {
      level = parentsOf(level);
      this.#levels.push(level);
    }
  }

  /** The hashes beside the way from the leaf `index` to the top, lowest first. Throws `RangeError` when there is no such leaf. */
  path(index: number): Uint8Array[] {
    const leaves = (this.#levels[0]?.length ?? 0) / HASH_BYTES;
    if (!(index >= 0 && index < leaves)) throw new RangeError(`there is no leaf ${index} among ${leaves}`);
    const siblings: Uint8Array[] = [];
    let place = index;
    for (const level of this.#levels.slice(0, -1)) {
      const at = (place % 2 === 0 ? place + 1 : place - 1) * HASH_BYTES;
      // The last of an odd number rises as it is.
      if (at < level.length) siblings.push(Uint8Array.from(level.subarray(at, at + HASH_BYTES)));
      place = Math.floor(place / 2);
    }
    return siblings;
  }
}

function parentsOf(level: Buffer): Buffer {
  const count = level.length / HASH_BYTES;
  const parents = Buffer.alloc(Math.ceil(count / 2) * HASH_BYTES);
  const message = Buffer.alloc(1 + 2 * HASH_BYTES, TAG.inner);
  for (let left = 0; left + 1 < count; left += 2) {
    level.copy(message, 1, left * HASH_BYTES, (left + 2) * HASH_BYTES);
    hashRange(message, 0, message.length, parents, (left / 2) * HASH_BYTES);
  }
  if (count % 2 === 1) level.copy(parents, parents.length - HASH_BYTES, level.length - HASH_BYTES);
  return parents;
}
