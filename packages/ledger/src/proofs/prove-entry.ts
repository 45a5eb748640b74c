import { type Claim, CodedError } from "@sycee/protocol";
import { type BlockRecord, encodeEntryResult } from "../block-record.ts";
import { merklePath } from "../merkle-path.ts";

/** The claim that the transaction at a place of a block is what it is. */
export function proveTransactionAt({ entries }: BlockRecord, index: number): Claim {
  const bytes = entries[index];
  if (bytes === undefined) throw new RangeError(`the block has no entry ${index}`);
  return { kind: "transaction", index, bytes, siblings: merklePath(entries, index) };
}

/** The claim that the receipt at a place of a block is what it is. */
export function proveReceiptAt(record: BlockRecord, index: number): Claim {
  return { kind: "receipt", ...resultAt(record, index) };
}

/** The claim that a receipt has an event. Throws `CodedError` `unknown_event`. */
export function proveEventAt(record: BlockRecord, index: number, event: number): Claim {
  const result = record.results[index];
  const count = result?.kind === "receipt" ? result.receipt.events.length : 0;
  if (event >= count)
    throw new CodedError("unknown_event", `The receipt has ${count} events, numbered from 0; none has the number ${event}.`);
  return { kind: "event", event, ...resultAt(record, index) };
}

function resultAt({ results }: BlockRecord, index: number) {
  const leaves = results.map(encodeEntryResult);
  const result = leaves[index];
  if (result === undefined) throw new RangeError(`the block has no result ${index}`);
  return { index, result, siblings: merklePath(leaves, index) };
}
