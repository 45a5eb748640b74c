import { blake2b256 } from "../authenticator.ts";
import { COMMITMENT_TAG } from "./commitment-tags.ts";
import type { PageProof } from "./proof-document.ts";
import { ProofError } from "./proof-error.ts";
import { joined, slots, stateRootThrough } from "./trie-root.ts";

const WAYS = 32;

/**
 * The state root to which the way from a page leads. `collection` is 0x06, handle and type hash, 49 bytes. Throws {@link ProofError} when no
 * collection can have that way.
 */
export function stateRootOfPage(collection: Uint8Array, number: number, page: Uint8Array, proof: PageProof): Uint8Array {
  const { levels, pages } = proof;
  if (number >= WAYS ** levels.length) throw unsound("a collection has levels for each of its pages");
  // Where the collection has no page beyond the first child of its top, it would have a level less.
  const top = levels.at(-1);
  if (top !== undefined && number < WAYS ** (levels.length - 1) && (top.ways & ~1) === 0) {
    throw unsound("a collection has no more levels than its pages need");
  }
  let hash = blake2b256(joined([Uint8Array.of(COMMITMENT_TAG.page), collection, u64(number), page]));
  let below = number;
  for (const [index, { ways, siblings }] of levels.entries()) {
    const filled = slots(WAYS, below % WAYS, ways, siblings, hash);
    below = Math.floor(below / WAYS);
    hash = blake2b256(joined([Uint8Array.of(COMMITMENT_TAG.pageNode), collection, Uint8Array.of(index + 1), u64(below), ...filled]));
  }
  const record = blake2b256(joined([Uint8Array.of(COMMITMENT_TAG.collection), collection, Uint8Array.of(levels.length), u64(pages), hash]));
  return stateRootThrough("collections", blake2b256(collection), record, proof.collection);
}

function u64(number: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(number));
  return bytes;
}

function unsound(rule: string): ProofError {
  return new ProofError("malformed_proof", `That is not a proof: ${rule}.`);
}
