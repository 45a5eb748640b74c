import { BcsReader, BcsWriter } from "@sycee/bcs";

/** What a block commits to. Its hash links the next block and is the app hash of consensus; it carries no signatures. */
export interface BlockHeader {
  readonly chainId: Uint8Array;
  readonly height: bigint;
  /** Milliseconds since 1970, strictly above the parent's. */
  readonly timeMs: bigint;
  /** Hash of the header before; 32 zero bytes at genesis. */
  readonly parentHash: Uint8Array;
  /** Merkle root over the entries' bytes. */
  readonly transactionsRoot: Uint8Array;
  /** Merkle root over the receipts. */
  readonly receiptsRoot: Uint8Array;
  /** Root of the state after this block. */
  readonly stateRoot: Uint8Array;
  readonly transactionCount: number;
}

export function encodeBlockHeader(header: BlockHeader): Uint8Array {
  return new BcsWriter(224)
    .u8(1)
    .fixedBytes(header.chainId)
    .u64(header.height)
    .u64(header.timeMs)
    .fixedBytes(header.parentHash)
    .fixedBytes(header.transactionsRoot)
    .fixedBytes(header.receiptsRoot)
    .fixedBytes(header.stateRoot)
    .u32(header.transactionCount)
    .toBytes();
}

/** Throws `BcsError`. */
export function decodeBlockHeader(bytes: Uint8Array): BlockHeader {
  const reader = new BcsReader(bytes);
  reader.variant(2);
  const header: BlockHeader = {
    chainId: reader.fixedBytes(32),
    height: reader.u64(),
    timeMs: reader.u64(),
    parentHash: reader.fixedBytes(32),
    transactionsRoot: reader.fixedBytes(32),
    receiptsRoot: reader.fixedBytes(32),
    stateRoot: reader.fixedBytes(32),
    transactionCount: reader.u32(),
  };
  reader.finish();
  return header;
}

const DOMAIN = new TextEncoder().encode("sycee-block-v1");

/** The block's hash under `hash` (blake2b-256). */
export function blockHash(header: BlockHeader, hash: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const encoded = encodeBlockHeader(header);
  const message = new Uint8Array(DOMAIN.length + encoded.length);
  message.set(DOMAIN);
  message.set(encoded, DOMAIN.length);
  return hash(message);
}
