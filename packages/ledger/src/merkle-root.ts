import { blake2b } from "./hash.ts";

const EMPTY = Uint8Array.of(2);

/**
 * Root of an ordered list: a binary Merkle tree split as in RFC 6962 (the left half is the largest power of two below the
 * count). Leaves, inner nodes and the top are hashed under different tags, and the top commits to the count, so that no
 * leaf passes for a node and no shorter list for a longer one.
 */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const top = leaves.length === 0 ? blake2b(EMPTY) : subtree(leaves.map(leafHash));
  const message = new Uint8Array(1 + 4 + 32);
  message[0] = 3;
  new DataView(message.buffer).setUint32(1, leaves.length, true);
  message.set(top, 5);
  return blake2b(message);
}

function leafHash(leaf: Uint8Array): Uint8Array {
  const message = new Uint8Array(1 + leaf.length);
  message.set(leaf, 1);
  return blake2b(message);
}

// Pairing neighbours level by level, an odd one rising, gives the same tree as splitting at powers of two.
function subtree(hashes: Uint8Array[]): Uint8Array {
  let level = hashes;
  const message = new Uint8Array(65);
  message[0] = 1;
  while (level.length > 1) {
    const next: Uint8Array[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const left = level[index];
      const right = level[index + 1];
      if (left === undefined) break;
      if (right === undefined) {
        next.push(left);
        break;
      }
      message.set(left, 1);
      message.set(right, 33);
      next.push(blake2b(message));
    }
    level = next;
  }
  const [root] = level;
  if (root === undefined) throw new Error("a tree has at least one leaf");
  return root;
}
