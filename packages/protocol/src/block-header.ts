import { BcsError, BcsReader, BcsWriter } from "@sycee/bcs";
import { peakLevels } from "./proofs/mountain-range.ts";

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
  /**
   * Peaks of the mountain range over the hashes of all blocks before, so that one header proves each of them: one for each
   * bit that is set in the height, highest first (see `peakLevels`).
   */
  readonly historyPeaks: readonly Uint8Array[];
  readonly transactionCount: number;
}

/** First byte of an encoded header. */
const HEADER_VERSION = 2;

// Buffers that are used again: each block has a header.
const scratch = new BcsWriter(1_024);
const message = new BcsWriter(1_024);

/** Throws `RangeError` when there are not as many peaks as the height has. */
export function encodeBlockHeader(header: BlockHeader): Uint8Array {
  const { historyPeaks } = header;
  if (historyPeaks.length !== peakLevels(Number(header.height)).length) throw new RangeError("a header has the peaks of its height");
  scratch
    .clear()
    .u8(HEADER_VERSION)
    .fixedBytes(header.chainId)
    .u64(header.height)
    .u64(header.timeMs)
    .fixedBytes(header.parentHash)
    .fixedBytes(header.transactionsRoot)
    .fixedBytes(header.receiptsRoot)
    .fixedBytes(header.stateRoot)
    .u32(header.transactionCount);
  // As many as the height says: no length before them.
  for (const peak of historyPeaks) scratch.fixedBytes(peak);
  return scratch.toBytes();
}

/** Throws `BcsError`. */
export function decodeBlockHeader(bytes: Uint8Array): BlockHeader {
  const reader = new BcsReader(bytes);
  if (reader.u8() !== HEADER_VERSION) throw new BcsError("bad_variant", 0);
  const chainId = reader.fixedBytes(32);
  const height = reader.u64();
  if (height > BigInt(Number.MAX_SAFE_INTEGER)) throw new BcsError("integer_out_of_range", 33);
  const header: BlockHeader = {
    chainId,
    height,
    timeMs: reader.u64(),
    parentHash: reader.fixedBytes(32),
    transactionsRoot: reader.fixedBytes(32),
    receiptsRoot: reader.fixedBytes(32),
    stateRoot: reader.fixedBytes(32),
    transactionCount: reader.u32(),
    historyPeaks: peakLevels(Number(height)).map(() => reader.fixedBytes(32)),
  };
  reader.finish();
  return header;
}

const DOMAIN = new TextEncoder().encode("sycee-block-v1");

/** The block's hash under `hash` (blake2b-256); `encoded` is the header's own encoding, for who has it already. */
export function blockHash(
  header: BlockHeader,
  hash: (bytes: Uint8Array) => Uint8Array,
  encoded: Uint8Array = encodeBlockHeader(header),
): Uint8Array {
  return hash(message.clear().fixedBytes(DOMAIN).fixedBytes(encoded).view());
}
