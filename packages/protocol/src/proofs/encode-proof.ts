import { BcsWriter } from "@sycee/bcs";
import { addressToBytes } from "../address.ts";
import { encodeBlockHeader } from "../block-header.ts";
import type { Claim, PageProof, ProofDocument, TrieProof } from "./proof-document.ts";

/** First byte of an encoded proof. */
export const PROOF_VERSION = 1;
/** In the order of their variants. */
export const CLAIM_KINDS = ["resource", "table-entry", "module", "element", "transaction", "receipt", "event"] as const;

/** Canonical BCS of a proof. */
export function encodeProof({ header, past, claims }: ProofDocument): Uint8Array {
  const writer = new BcsWriter(4096).u8(PROOF_VERSION).byteVector(encodeBlockHeader(header));
  writer.option(past, (inner, { header: earlier, siblings }) => {
    inner.byteVector(encodeBlockHeader(earlier));
    writeHashes(inner, siblings);
  });
  return writer.vector(claims, writeClaim).toBytes();
}

function writeClaim(writer: BcsWriter, claim: Claim): void {
  writer.u8(CLAIM_KINDS.indexOf(claim.kind));
  switch (claim.kind) {
    case "resource":
      writer.fixedBytes(addressToBytes(claim.address)).string(claim.type);
      break;
    case "table-entry":
      writer.fixedBytes(addressToBytes(claim.handle)).string(claim.type).byteVector(claim.key);
      break;
    case "module":
      writer.fixedBytes(addressToBytes(claim.address)).string(claim.name);
      break;
    case "element":
      writer.fixedBytes(addressToBytes(claim.handle)).string(claim.type).u64(claim.index).byteVector(claim.page);
      writePageProof(writer, claim.proof);
      return;
    case "transaction":
      writer.u32(claim.index).byteVector(claim.bytes);
      writeHashes(writer, claim.siblings);
      return;
    case "receipt":
      writer.u32(claim.index).byteVector(claim.result);
      writeHashes(writer, claim.siblings);
      return;
    case "event":
      writer.u32(claim.index).u32(claim.event).byteVector(claim.result);
      writeHashes(writer, claim.siblings);
      return;
  }
  writer.option(claim.value, (inner, value) => inner.byteVector(value));
  writeTrieProof(writer, claim.proof);
}

function writeTrieProof(writer: BcsWriter, { branches, bucket, otherTop }: TrieProof): void {
  writer.vector(branches, (inner, { count, ways, siblings }) => {
    inner.u64(count).u16(ways);
    // As many as there are bits in `ways`.
    for (const sibling of siblings) inner.fixedBytes(sibling);
  });
  writer.option(bucket, (inner, entries) => inner.vector(entries, (each, { key, value }) => each.fixedBytes(key).fixedBytes(value)));
  writer.fixedBytes(otherTop);
}

function writePageProof(writer: BcsWriter, { levels, pages, collection }: PageProof): void {
  writer.vector(levels, (inner, { ways, siblings }) => {
    inner.u32(ways);
    for (const sibling of siblings) inner.fixedBytes(sibling);
  });
  writer.u64(pages);
  writeTrieProof(writer, collection);
}

function writeHashes(writer: BcsWriter, hashes: readonly Uint8Array[]): void {
  writer.vector(hashes, (inner, hash) => inner.fixedBytes(hash));
}
