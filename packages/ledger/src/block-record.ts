import { BcsReader, BcsWriter } from "@sycee/bcs";
import type { StateWrite } from "@sycee/move-vm";
import {
  type BlockHeader,
  CodedError,
  decodeBlockHeader,
  decodeReceipt,
  encodeBlockHeader,
  type Receipt,
  type StatusCode,
  statusNumber,
  statusOfNumber,
  writeReceipt,
} from "@sycee/protocol/core";
import { putRecordedWrites, readRecordedWrites } from "./recorded-writes.ts";

/** What became of one entry of a block. */
export type EntryResult =
  /** It entered the ledger: executed, aborted or failed, its nonce used. */
  | { readonly kind: "receipt"; readonly receipt: Receipt }
  /** The same transaction has its receipt elsewhere; this copy did nothing. */
  | { readonly kind: "duplicate"; readonly id: Uint8Array; readonly height: bigint; readonly index: number }
  /** It did nothing and used no nonce. */
  | { readonly kind: "rejected"; readonly code: StatusCode; readonly detail: string };

/** A block as the log keeps it: enough to answer every question about it and to rebuild the state after it. */
export interface BlockRecord {
  readonly header: BlockHeader;
  readonly entries: readonly Uint8Array[];
  /** One for each entry. */
  readonly results: readonly EntryResult[];
  /** Move state the block changed, sorted by key. Of a record from the log, see `expandWrites`. */
  readonly writes: readonly StateWrite[];
}

/** Parts of a record that are encoded already: its own header and its own results (see {@link encodeEntryResults}). */
export interface EncodedParts {
  readonly header: Uint8Array;
  readonly results: readonly Uint8Array[];
}

export function encodeBlockRecord(record: BlockRecord): Uint8Array {
  return viewBlockRecord(record).slice();
}

/** The same, not copied: until the next record is encoded. */
export function viewBlockRecord(record: BlockRecord, { header, results } = partsOf(record)): Uint8Array {
  if (recordScratch.size > MAX_SCRATCH) recordScratch = new BcsWriter(65_536);
  const writer = recordScratch.clear();
  writer.byteVector(header);
  writer.vector(record.entries, (inner, entry) => inner.byteVector(entry));
  writer.vector(results, (inner, result) => inner.byteVector(result));
  putRecordedWrites(writer, record.writes);
  return writer.view();
}

/** Those of a record with this header and these results, the latter encoded. */
export function encodedParts(header: BlockHeader, results: readonly Uint8Array[]): EncodedParts {
  return { header: encodeBlockHeader(header), results };
}

function partsOf({ header, results }: BlockRecord): EncodedParts {
  return encodedParts(header, encodeEntryResults(results));
}

/** Throws `BcsError`. */
export function decodeBlockRecord(bytes: Uint8Array): BlockRecord {
  const reader = new BcsReader(bytes);
  const record: BlockRecord = {
    header: decodeBlockHeader(reader.byteVector()),
    entries: reader.vector((inner) => inner.byteVector()),
    results: reader.vector((inner) => decodeEntryResult(inner.byteVector())),
    writes: readRecordedWrites(reader),
  };
  reader.finish();
  return record;
}

/** The header alone of an encoded record: a page of headers costs no decoding of transactions. Throws `BcsError`. */
export function decodeRecordHeader(bytes: Uint8Array): BlockHeader {
  return decodeBlockHeader(new BcsReader(bytes).byteVector());
}

// Buffers that are used again, unless a block was of a size that seldom comes: new ones would be most of the cost of encoding.
const MAX_SCRATCH = 16 * 1024 * 1024;
let scratch = new BcsWriter(4096);
let recordScratch = new BcsWriter(65_536);

/** Each result as {@link encodeEntryResult} gives it, all in one piece of memory. */
export function encodeEntryResults(results: readonly EntryResult[]): Uint8Array[] {
  const writer = scratch.clear();
  const ends = new Uint32Array(results.length);
  for (const [index, result] of results.entries()) {
    writeEntryResult(writer, result);
    ends[index] = writer.size;
  }
  const { buffer } = writer.toBytes();
  if (writer.size > MAX_SCRATCH) scratch = new BcsWriter(4096);
  const encoded: Uint8Array[] = [];
  let start = 0;
  for (const end of ends) {
    encoded.push(new Uint8Array(buffer, start, end - start));
    start = end;
  }
  return encoded;
}

/** BCS of a result: the leaf of the header's receipts root. */
export function encodeEntryResult(result: EntryResult): Uint8Array {
  writeEntryResult(scratch.clear(), result);
  return scratch.toBytes();
}

function writeEntryResult(writer: BcsWriter, result: EntryResult): void {
  if (result.kind === "receipt") writeReceipt(writer.u8(0), result.receipt);
  else if (result.kind === "duplicate") writer.u8(1).fixedBytes(result.id).u64(result.height).u32(result.index);
  else writer.u8(2).u16(statusNumber(result.code)).string(result.detail);
}

/** Throws `BcsError`. */
export function decodeEntryResult(bytes: Uint8Array): EntryResult {
  const reader = new BcsReader(bytes);
  const variant = reader.variant(3);
  if (variant === 0) return { kind: "receipt", receipt: decodeReceipt(bytes.subarray(1)) };
  if (variant === 1) {
    const result: EntryResult = { kind: "duplicate", id: reader.fixedBytes(32), height: reader.u64(), index: reader.u32() };
    reader.finish();
    return result;
  }
  const number = reader.u16();
  const code = statusOfNumber(number);
  if (code === undefined) throw new CodedError("malformed_bcs", `${number} is not the number of a status.`);
  const result: EntryResult = { kind: "rejected", code, detail: reader.string() };
  reader.finish();
  return result;
}
