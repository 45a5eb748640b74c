import { BcsError } from "@sycee/bcs";
import { blake2b256, compareBytes } from "../authenticator.ts";
import { type BlockHeader, blockHash } from "../block-header.ts";
import { decodeReceipt, type Receipt } from "../receipt.ts";
import { CodedError } from "../status.ts";
import { checkClaimedModule, checkClaimedType } from "./claimed-names.ts";
import { COMMITMENT_TAG } from "./commitment-tags.ts";
import { elementOf, PAGE_ELEMENTS } from "./page-element.ts";
import { listRoot } from "./list-root.ts";
import { mountainHash, peakLevels } from "./mountain-range.ts";
import { stateRootOfPage } from "./page-root.ts";
import type { Claim, ProofDocument } from "./proof-document.ts";
import { ProofError } from "./proof-error.ts";
import { collectionOf, publishedModuleKey, resourceStateKey, tableStateKey } from "./state-keys.ts";
import type { HashedHeader, Proved, Statement } from "./statement.ts";
import { joined, stateRootThrough } from "./trie-root.ts";

/**
 * Checks a proof against nothing but a header that is trusted, or its hash, and answers what it proves. Throws
 * {@link ProofError} for one that proves nothing.
 */
export function checkProof(document: ProofDocument, trusted: BlockHeader | Uint8Array): Proved {
  const hash = trusted instanceof Uint8Array ? trusted : blockHash(trusted, blake2b256);
  const top: HashedHeader = { header: document.header, hash: blockHash(document.header, blake2b256) };
  if (compareBytes(top.hash, hash) !== 0) throw new ProofError("untrusted_header", "The proof's header is not the one that is trusted.");
  const block = document.past === undefined ? top : checkPast(top.header, document.past);
  return { trusted: top, block, statements: document.claims.map((claim) => checkClaim(block.header, claim)) };
}

function checkPast(later: BlockHeader, { header, siblings }: NonNullable<ProofDocument["past"]>): HashedHeader {
  const hash = blockHash(header, blake2b256);
  const index = Number(header.height);
  let end = 0;
  for (const [mountain, levels] of peakLevels(Number(later.height)).entries()) {
    end += 2 ** levels;
    if (index >= end) continue;
    if (siblings.length !== levels) throw new ProofError("malformed_proof", "That is not a proof: the way to a peak has its length.");
    let node = hash;
    for (const [level, sibling] of siblings.entries()) {
      const right = Math.floor(index / 2 ** level) % 2 === 1;
      node = mountainHash(level + 1, right ? sibling : node, right ? node : sibling, blake2b256);
    }
    const peak = later.historyPeaks[mountain];
    if (peak === undefined || compareBytes(peak, node) !== 0) {
      throw new ProofError("wrong_root", "The earlier block is not one of those before the trusted header.");
    }
    return { header, hash };
  }
  throw new ProofError("wrong_claim", "The earlier block is not earlier than the trusted header.");
}

function checkClaim(header: BlockHeader, claim: Claim): Statement {
  switch (claim.kind) {
    case "resource": {
      const { kind, address, type, value } = claim;
      checkClaimedType(type);
      checkEntry(header, resourceStateKey(address, type), claim);
      return { kind, address, type, value };
    }
    case "table-entry": {
      const { kind, handle, type, key, value } = claim;
      checkClaimedType(type);
      checkEntry(header, tableStateKey(handle, type, key), claim);
      return { kind, handle, type, key, value };
    }
    case "module": {
      const { kind, address, name, value } = claim;
      checkClaimedModule(name);
      checkEntry(header, publishedModuleKey(address, name), claim);
      return { kind, address, name, value };
    }
    case "element":
      return checkElement(header, claim);
    case "transaction":
      checkListed(claim.bytes, claim, header, header.transactionsRoot);
      return { kind: claim.kind, index: claim.index, bytes: claim.bytes };
    case "receipt": {
      const receipt = checkReceipt(header, claim);
      return { kind: claim.kind, index: claim.index, receipt };
    }
    case "event": {
      const receipt = checkReceipt(header, claim);
      const event = receipt.events[claim.event];
      if (event === undefined)
        throw new ProofError("wrong_claim", `The receipt has ${receipt.events.length} events, none of number ${claim.event}.`);
      return { kind: claim.kind, index: claim.index, receipt, event };
    }
  }
}

type EntryClaim = Extract<Claim, { readonly kind: "resource" | "table-entry" | "module" }>;

function checkEntry(header: BlockHeader, key: Uint8Array, { value, proof }: EntryClaim): void {
  const keyHash = blake2b256(key);
  const valueHash = value === undefined ? undefined : blake2b256(joined([Uint8Array.of(COMMITMENT_TAG.value), keyHash, value]));
  checkRoot(stateRootThrough("keyed", keyHash, valueHash, proof), header.stateRoot);
}

function checkElement(header: BlockHeader, claim: Extract<Claim, { readonly kind: "element" }>): Statement {
  const { kind, handle, type, index, page } = claim;
  checkClaimedType(type);
  const collection = collectionOf(handle, type);
  checkRoot(stateRootOfPage(collection, Math.floor(index / PAGE_ELEMENTS), page, claim.proof), header.stateRoot);
  return { kind, handle, type, index, value: elementOf(type, page, index % PAGE_ELEMENTS), page };
}

function checkReceipt(header: BlockHeader, claim: Extract<Claim, { readonly kind: "receipt" | "event" }>): Receipt {
  checkListed(claim.result, claim, header, header.receiptsRoot);
  if (claim.result[0] !== 0) throw new ProofError("wrong_claim", "What stands there is no receipt: the entry was refused.");
  try {
    return decodeReceipt(claim.result.subarray(1));
  } catch (error) {
    if (error instanceof BcsError || error instanceof CodedError)
      throw new ProofError("malformed_proof", `The receipt does not decode: ${error.message}`);
    throw error;
  }
}

function checkListed(
  leaf: Uint8Array,
  { index, siblings }: { readonly index: number; readonly siblings: readonly Uint8Array[] },
  { transactionCount }: BlockHeader,
  root: Uint8Array,
): void {
  const found = listRoot(leaf, index, transactionCount, siblings);
  if (found === undefined) throw new ProofError("malformed_proof", "That is not a proof: the way does not fit the number of entries.");
  checkRoot(found, root);
}

function checkRoot(found: Uint8Array, root: Uint8Array): void {
  if (compareBytes(found, root) !== 0) throw new ProofError("wrong_root", "The proof leads to another root than the header's.");
}
