import { BcsError, BcsReader } from "@sycee/bcs";
import { addressFromBytes } from "../address.ts";
import { decodeBlockHeader } from "../block-header.ts";
import { CLAIM_KINDS, PROOF_VERSION } from "./encode-proof.ts";
import { ProofError } from "./proof-error.ts";
import { type Claim, MAX_CLAIMS, MAX_PROOF_BYTES, type PageProof, type ProofDocument, type TrieProof } from "./proof-document.ts";

const MAX_DEPTH = 64;
const MAX_LEVELS = 11;
const BUCKET_ENTRIES = 16;
const MAX_TYPE_BYTES = 4096;
const MAX_NAME_BYTES = 128;

/** Reads a proof. Throws {@link ProofError} `malformed_proof`. */
export function decodeProof(bytes: Uint8Array): ProofDocument {
  if (bytes.length > MAX_PROOF_BYTES) throw malformed(`it has more than ${MAX_PROOF_BYTES} bytes`);
  try {
    const reader = new BcsReader(bytes);
    if (reader.u8() !== PROOF_VERSION) throw malformed("it has another version");
    const document: ProofDocument = {
      header: decodeBlockHeader(reader.byteVector()),
      past: reader.option((inner) => ({ header: decodeBlockHeader(inner.byteVector()), siblings: readHashes(inner) })),
      claims: reader.vector(readClaim, 1, MAX_CLAIMS),
    };
    reader.finish();
    if (document.past === undefined && document.claims.length === 0) throw malformed("it says nothing");
    return document;
  } catch (error) {
    if (error instanceof BcsError) throw malformed(error.message);
    throw error;
  }
}

function readClaim(reader: BcsReader): Claim {
  const kind = CLAIM_KINDS[reader.variant(CLAIM_KINDS.length)];
  switch (kind) {
    case "resource":
      return { kind, address: readAddress(reader), type: reader.string(MAX_TYPE_BYTES), ...readEntry(reader) };
    case "table-entry":
      return { kind, handle: readAddress(reader), type: reader.string(MAX_TYPE_BYTES), key: reader.byteVector(), ...readEntry(reader) };
    case "module":
      return { kind, address: readAddress(reader), name: reader.string(MAX_NAME_BYTES), ...readEntry(reader) };
    case "element":
      return {
        kind,
        handle: readAddress(reader),
        type: reader.string(MAX_TYPE_BYTES),
        index: readNumber(reader),
        page: reader.byteVector(),
        proof: readPageProof(reader),
      };
    case "transaction":
      return { kind, index: reader.u32(), bytes: reader.byteVector(), siblings: readHashes(reader) };
    case "receipt":
      return { kind, index: reader.u32(), result: reader.byteVector(), siblings: readHashes(reader) };
    case "event":
      return { kind, index: reader.u32(), event: reader.u32(), result: reader.byteVector(), siblings: readHashes(reader) };
    default:
      throw malformed("it makes a claim of an unknown kind");
  }
}

function readEntry(reader: BcsReader): { readonly value: Uint8Array | undefined; readonly proof: TrieProof } {
  return { value: reader.option((inner) => inner.byteVector()), proof: readTrieProof(reader) };
}

function readTrieProof(reader: BcsReader): TrieProof {
  const branches = reader.vector(
    (inner) => {
      const count = readNumber(inner);
      const ways = inner.u16();
      return { count, ways, siblings: readSiblings(inner, ways) };
    },
    10,
    MAX_DEPTH,
  );
  const bucket = reader.option((inner) =>
    inner.vector((each) => ({ key: each.fixedBytes(32), value: each.fixedBytes(32) }), 64, BUCKET_ENTRIES),
  );
  return { branches, bucket, otherTop: reader.fixedBytes(32) };
}

function readPageProof(reader: BcsReader): PageProof {
  const levels = reader.vector(
    (inner) => {
      const ways = inner.u32();
      return { ways, siblings: readSiblings(inner, ways) };
    },
    4,
    MAX_LEVELS,
  );
  return { levels, pages: readNumber(reader), collection: readTrieProof(reader) };
}

function readSiblings(reader: BcsReader, ways: number): Uint8Array[] {
  const siblings: Uint8Array[] = [];
  for (let rest = ways >>> 0; rest !== 0; rest >>>= 1) if ((rest & 1) === 1) siblings.push(reader.fixedBytes(32));
  return siblings;
}

function readHashes(reader: BcsReader): Uint8Array[] {
  return reader.vector((inner) => inner.fixedBytes(32), 32, MAX_DEPTH);
}

function readAddress(reader: BcsReader): ReturnType<typeof addressFromBytes> {
  return addressFromBytes(reader.fixedBytes(32));
}

function readNumber(reader: BcsReader): number {
  const number = reader.u64();
  if (number > BigInt(Number.MAX_SAFE_INTEGER)) throw malformed("it has a number above 2^53 - 1");
  return Number(number);
}

function malformed(reason: string): ProofError {
  return new ProofError("malformed_proof", `That is not a proof: ${reason}.`);
}
