import type { TrieBranch, TrieEntry, TrieProof } from "@sycee/protocol/core";
import { HASH_BYTES } from "./hash-range.ts";
import {
  branchCount,
  bucketSize,
  ENTRY_BYTES,
  FANOUT,
  headBytes,
  isBucket,
  isEmptySlot,
  nibbleAt,
  slotAt,
  type TrieKind,
} from "./trie-format.ts";
import type { TriePath } from "./trie-path.ts";

/** A way down a trie, along `hash`, as a proof has it. */
export function trieProof(kind: TrieKind, hash: Buffer, { nodes }: TriePath, otherTop: Buffer): TrieProof {
  const branches: TrieBranch[] = [];
  let bucket: TrieEntry[] | undefined;
  for (const [depth, node] of nodes.entries()) {
    if (isBucket(kind, node)) bucket = entriesOf(node, depth);
    else branches.push({ count: branchCount(node, depth), ...beside(node, slotAt(depth, 0), FANOUT, nibbleAt(hash, 0, depth)) });
  }
  return { branches, bucket, otherTop };
}

/** The hashes of a node beside the way `taken`; `first` is where the first of its `fanout` hashes is. */
export function beside(
  node: Buffer,
  first: number,
  fanout: number,
  taken: number,
): { readonly ways: number; readonly siblings: readonly Uint8Array[] } {
  let ways = 0;
  const siblings: Uint8Array[] = [];
  for (let way = 0; way < fanout; way += 1) {
    const at = first + way * HASH_BYTES;
    if (way === taken || isEmptySlot(node, at)) continue;
    ways = (ways | (1 << way)) >>> 0;
    siblings.push(hashAt(node, at));
  }
  return { ways, siblings };
}

function entriesOf(node: Buffer, depth: number): TrieEntry[] {
  return Array.from({ length: bucketSize(node, depth) }, (_, index) => {
    const at = headBytes(depth) + index * ENTRY_BYTES;
    return { key: hashAt(node, at), value: hashAt(node, at + HASH_BYTES) };
  });
}

// Copied: the node is the cache's, and changes with the next block.
function hashAt(node: Buffer, at: number): Uint8Array {
  return Uint8Array.from(node.subarray(at, at + HASH_BYTES));
}
