import type { Address } from "../address.ts";
import type { BlockHeader } from "../block-header.ts";

/** A branch on the way to an entry: how many entries are below, and the hashes beside the way by nibble. */
export interface TrieBranch {
  readonly count: number;
  /** Bit n is set when the way n leads to something; never the way that is taken. */
  readonly ways: number;
  /** One for each bit, lowest first. */
  readonly siblings: readonly Uint8Array[];
}

/** An entry of a bucket: hash of the key, and of the value or collection. */
export interface TrieEntry {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

/** The way to where a key is, or would be. */
export interface TrieProof {
  /** Top first. */
  readonly branches: readonly TrieBranch[];
  /** The bucket at the end, ascending; `undefined` where the way ends in nothing. */
  readonly bucket: readonly TrieEntry[] | undefined;
  /** The top of the other trie: what the root has beside this one. */
  readonly otherTop: Uint8Array;
}

/** A node on the way to a page: the hashes beside the way. */
export interface PageLevel {
  /** Bit n is set when the way n leads to something; never the way that is taken. */
  readonly ways: number;
  readonly siblings: readonly Uint8Array[];
}

/** The way to a page of a paged vector. */
export interface PageProof {
  /** Lowest first. */
  readonly levels: readonly PageLevel[];
  /** Number of pages of the collection. */
  readonly pages: number;
  readonly collection: TrieProof;
}

/** What a proof says is so after its block. The type of a resource or of values is printed as `0x2::wallet::Wallet`. */
export type Claim =
  | {
      readonly kind: "resource";
      readonly address: Address;
      readonly type: string;
      /** Its BCS; `undefined`: there is none. */
      readonly value: Uint8Array | undefined;
      readonly proof: TrieProof;
    }
  | {
      readonly kind: "table-entry";
      readonly handle: Address;
      /** Of the value. */
      readonly type: string;
      /** BCS of the key. */
      readonly key: Uint8Array;
      readonly value: Uint8Array | undefined;
      readonly proof: TrieProof;
    }
  | {
      readonly kind: "module";
      readonly address: Address;
      readonly name: string;
      /** Its bytecode. */
      readonly value: Uint8Array | undefined;
      readonly proof: TrieProof;
    }
  | {
      /** An element of a paged vector. */
      readonly kind: "element";
      readonly handle: Address;
      /** Of an element. */
      readonly type: string;
      readonly index: number;
      /** BCS of the page that it is in. */
      readonly page: Uint8Array;
      readonly proof: PageProof;
    }
  | {
      /** The bytes that stand at a place of the block. */
      readonly kind: "transaction";
      readonly index: number;
      readonly bytes: Uint8Array;
      readonly siblings: readonly Uint8Array[];
    }
  | {
      /** What became of the transaction at a place of the block. */
      readonly kind: "receipt";
      readonly index: number;
      /** BCS of the result. */
      readonly result: Uint8Array;
      readonly siblings: readonly Uint8Array[];
    }
  | {
      /** One event of a receipt. */
      readonly kind: "event";
      readonly index: number;
      /** Which of the receipt's events. */
      readonly event: number;
      readonly result: Uint8Array;
      readonly siblings: readonly Uint8Array[];
    };

/** A header, and what follows from it. */
export interface ProofDocument {
  /** The header that whoever checks has to trust. */
  readonly header: BlockHeader;
  /** An earlier block of the same chain, which the claims are about if it is there. */
  readonly past: { readonly header: BlockHeader; readonly siblings: readonly Uint8Array[] } | undefined;
  /** Up to {@link MAX_CLAIMS}; none proves that the earlier block is one of the chain. */
  readonly claims: readonly Claim[];
}

export const MAX_CLAIMS = 4;
/** Longest proof that is read. */
export const MAX_PROOF_BYTES = 16 * 1024 * 1024;
