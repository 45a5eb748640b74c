import { blake2b } from "./hash.ts";

/** The hashes beside the way from the leaf `index` to the top of the tree of `merkleRoot`, lowest first. */
export function merklePath(leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  if (!(index >= 0 && index < leaves.length)) throw new RangeError(`there is no leaf ${index} among ${leaves.length}`);
  const siblings: Uint8Array[] = [];
  let level = leaves.map((leaf) => blake2b(Buffer.concat([Buffer.of(0), leaf])));
  for (let place = index; level.length > 1; place = Math.floor(place / 2)) {
    const sibling = level[place % 2 === 0 ? place + 1 : place - 1];
    // The last of an odd number rises as it is.
    if (sibling !== undefined) siblings.push(sibling);
    level = parentsOf(level);
  }
  return siblings;
}

function parentsOf(level: readonly Uint8Array[]): Uint8Array[] {
  const parents: Uint8Array[] = [];
  for (let index = 0; index < level.length; index += 2) {
    const left = level[index];
    const right = level[index + 1];
    if (left === undefined) break;
    parents.push(right === undefined ? left : blake2b(Buffer.concat([Buffer.of(1), left, right])));
  }
  return parents;
}
