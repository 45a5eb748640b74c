import { BcsReader } from "@sycee/bcs";
import { decodeBlockHeader, type BlockHeader } from "@sycee/protocol/core";
import type { BlockRecord } from "./block-record.ts";
import { readRecordedWrites } from "./recorded-writes.ts";

const ID_BYTES = 32;
const RECEIPT = 0;

/** Takes a transaction that a block includes: its bytes, its id, and its position. */
export type TakeIncluded = (entry: Uint8Array, id: Uint8Array, index: number) => void;

/**
 * Goes through the transactions that an encoded record's block includes without decoding them: what replay protection
 * needs after a restart, for millions of them. Returns the block's header. Throws `BcsError`.
 */
export function includedTransactions(record: Uint8Array, take: TakeIncluded): BlockHeader {
  return skim(new BcsReader(record), record, take);
}

/** Header and writes of an encoded record; of its transactions nothing is decoded. Throws `BcsError`. */
export function appliedRecord(record: Uint8Array): Pick<BlockRecord, "header" | "writes"> {
  const reader = new BcsReader(record);
  const header = skim(reader, record, () => undefined);
  const writes = readRecordedWrites(reader);
  reader.finish();
  return { header, writes };
}

function skim(reader: BcsReader, record: Uint8Array, take: TakeIncluded): BlockHeader {
  const header = decodeBlockHeader(reader.byteVector());
  const count = reader.count(1);
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) {
    const length = reader.count(1);
    starts[index] = reader.skip(length);
    ends[index] = reader.offset;
  }
  const results = reader.count(1);
  for (let index = 0; index < results; index += 1) {
    const length = reader.count(1);
    const start = reader.skip(length);
    if (record[start] !== RECEIPT) continue;
    take(record.subarray(starts[index], ends[index]), record.subarray(start + 1, start + 1 + ID_BYTES), index);
  }
  return header;
}
