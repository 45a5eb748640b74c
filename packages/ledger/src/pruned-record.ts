import { BcsReader, BcsWriter } from "@sycee/bcs";
import { decodeBlockHeader } from "@sycee/protocol/core";
import type { BlockRecord } from "./block-record.ts";

/** Whether a record was pruned: the header tells of entries that it has no more. */
export function isPruned({ header, entries }: Pick<BlockRecord, "header" | "entries">): boolean {
  return entries.length < header.transactionCount;
}

/**
 * A record without its entries and results: what is left proves that the block was, and still leads from the state before
 * it to the state after. Block 0 stays whole, for its entry is the genesis document. Throws `BcsError`.
 */
export function pruneRecord(bytes: Uint8Array): Uint8Array {
  const reader = new BcsReader(bytes);
  const header = reader.byteVector();
  if (decodeBlockHeader(header).height === 0n) return bytes;
  for (let list = 0; list < 2; list += 1) reader.vector((inner) => inner.byteVector());
  const writes = reader.fixedBytes(reader.remaining);
  return new BcsWriter(header.length + writes.length + 16).byteVector(header).uleb128(0).uleb128(0).fixedBytes(writes).toBytes();
}
