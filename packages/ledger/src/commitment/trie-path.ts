import { HASH_BYTES } from "./hash-range.ts";
import {
  bucketSize,
  compareHashes,
  ENTRY_BYTES,
  headBytes,
  isBucket,
  isEmptySlot,
  nibbleAt,
  nodeKeyText,
  nodePlace,
  slotAt,
  type TrieKind,
} from "./trie-format.ts";
import type { TrieNodes } from "./committed-nodes.ts";

/** The way down a trie to where a key's hash is, or would be. */
export interface TriePath {
  /** The nodes on the way, top first. */
  readonly nodes: readonly Buffer[];
  /** The second hash of the entry (of the value or collection); `undefined` when there is no such entry. */
  readonly found: Buffer | undefined;
}

/** Descends from the node whose hash is `top` (32 zeros for none) towards the 32 bytes of `hash`. */
export function findTriePath(kind: TrieKind, top: Buffer, hash: Buffer, known: TrieNodes): TriePath {
  const nodes: Buffer[] = [];
  let parent = top;
  let at = 0;
  for (let depth = 0; !isEmptySlot(parent, at); depth += 1) {
    const place = nodePlace(kind, depth, hash, 0);
    const node = (known.find(place) ?? known.read(place, nodeKeyText(kind, depth, hash, 0), parent, at)).committed;
    nodes.push(node);
    if (isBucket(kind, node)) return { nodes, found: findInBucket(node, depth, hash) };
    parent = node;
    at = slotAt(depth, nibbleAt(hash, 0, depth));
  }
  return { nodes, found: undefined };
}

function findInBucket(node: Buffer, depth: number, hash: Buffer): Buffer | undefined {
  const size = bucketSize(node, depth);
  for (let index = 0; index < size; index += 1) {
    const at = headBytes(depth) + index * ENTRY_BYTES;
    if (compareHashes(node, at, hash, 0) === 0) return node.subarray(at + HASH_BYTES, at + ENTRY_BYTES);
  }
  return undefined;
}
