import { blake2b256 } from "../authenticator.ts";
import { joined } from "./trie-root.ts";

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const TOP = 3;

/**
 * The Merkle root of a list of `count` entries to which the way from the entry `index` leads; `undefined` when there are
 * not as many siblings as such a list has beside that way. Leaves, nodes and the top are hashed under 0, 1 and 3, the top
 * with the count (u32, little-endian); the last of an odd number of nodes rises as it is.
 */
export function listRoot(leaf: Uint8Array, index: number, count: number, siblings: readonly Uint8Array[]): Uint8Array | undefined {
  if (index >= count) return undefined;
  let hash = blake2b256(joined([LEAF, leaf]));
  let place = index;
  let size = count;
  let next = 0;
  while (size > 1) {
    const last = place === size - 1;
    if (!(last && size % 2 === 1)) {
      const sibling = siblings[next];
      if (sibling === undefined) return undefined;
      hash = blake2b256(joined(place % 2 === 0 ? [NODE, hash, sibling] : [NODE, sibling, hash]));
      next += 1;
    }
    place = Math.floor(place / 2);
    size = Math.ceil(size / 2);
  }
  if (next !== siblings.length) return undefined;
  const top = new Uint8Array(5);
  top[0] = TOP;
  new DataView(top.buffer).setUint32(1, count, true);
  return blake2b256(joined([top, hash]));
}
