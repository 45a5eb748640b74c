import { BcsReader, BcsWriter } from "@sycee/bcs";
import { decodeReceipt, encodeReceipt, type Receipt } from "./receipt.ts";
import { CodedError, type StatusCode, statusNumber, statusOfNumber } from "./status.ts";

/** What became of one transaction of a batch, in compact form. */
export type BatchResult =
  | { readonly kind: "executed"; readonly id: Uint8Array; readonly height: bigint; readonly index: number; readonly gasUsed: bigint }
  /** On the ledger without effect: the receipt's outcome is `aborted` or `failed`. */
  | { readonly kind: "refused"; readonly receipt: Receipt; readonly height: bigint; readonly index: number }
  /** Not on the ledger, unless the code is `pruned`: then it is, and its receipt is no longer kept. */
  | { readonly kind: "rejected"; readonly code: StatusCode; readonly detail: string }
  /** Accepted, with an answer not waited for. */
  | { readonly kind: "pending"; readonly id: Uint8Array };

export function encodeBatchResults(results: readonly BatchResult[]): Uint8Array {
  return new BcsWriter(results.length * 56 + 8).vector(results, writeBatchResult).toBytes();
}

/** Throws `BcsError`, or `CodedError("malformed_bcs")` for a number that is no status. */
export function decodeBatchResults(bytes: Uint8Array): BatchResult[] {
  const reader = new BcsReader(bytes);
  const results = reader.vector(readBatchResult, 4);
  reader.finish();
  return results;
}

export function writeBatchResult(writer: BcsWriter, result: BatchResult): void {
  if (result.kind === "executed") {
    writer.u8(0).fixedBytes(result.id).u64(result.height).u32(result.index).u64(result.gasUsed);
  } else if (result.kind === "refused") {
    writer.u8(1).byteVector(encodeReceipt(result.receipt)).u64(result.height).u32(result.index);
  } else if (result.kind === "rejected") {
    writer.u8(2).u16(statusNumber(result.code)).string(result.detail);
  } else {
    writer.u8(3).fixedBytes(result.id);
  }
}

function readBatchResult(reader: BcsReader): BatchResult {
  const variant = reader.variant(4);
  if (variant === 0) {
    return { kind: "executed", id: reader.fixedBytes(32), height: reader.u64(), index: reader.u32(), gasUsed: reader.u64() };
  }
  if (variant === 1) {
    return { kind: "refused", receipt: decodeReceipt(reader.byteVector()), height: reader.u64(), index: reader.u32() };
  }
  if (variant === 3) return { kind: "pending", id: reader.fixedBytes(32) };
  const number = reader.u16();
  const code = statusOfNumber(number);
  if (code === undefined) throw new CodedError("malformed_bcs", `${number} is not the number of a status.`);
  return { kind: "rejected", code, detail: reader.string() };
}
