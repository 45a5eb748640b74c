import { type Claim, CodedError } from "@sycee/protocol/core";
import { type BlockRecord, encodeEntryResult } from "../block-record.ts";
import { MerkleTree } from "../merkle-tree.ts";

/** Proves what is in a block, by its header. The first proof hashes the block's transactions or receipts, each once; the others hash nothing. */
export class BlockProver {
  readonly #record: BlockRecord;
  #entries: MerkleTree | undefined;
  #results: MerkleTree | undefined;

  constructor(record: BlockRecord) {
    this.#record = record;
  }

  /** The claim that the transaction at a place is what it is. */
  transaction(index: number): Claim {
    const { entries } = this.#record;
    const bytes = entries[index];
    if (bytes === undefined) throw new RangeError(`the block has no entry ${index}`);
    this.#entries ??= new MerkleTree(entries);
    return { kind: "transaction", index, bytes, siblings: this.#entries.path(index) };
  }

  /** The claim that the receipt at a place is what it is. */
  receipt(index: number): Claim {
    return { kind: "receipt", ...this.#resultAt(index) };
  }

  /** The claim that a receipt has an event. Throws `CodedError` `unknown_event`. */
  event(index: number, event: number): Claim {
    const result = this.#record.results[index];
    const count = result?.kind === "receipt" ? result.receipt.events.length : 0;
    if (event >= count)
      throw new CodedError("unknown_event", `The receipt has ${count} events, numbered from 0; none has the number ${event}.`);
    return { kind: "event", event, ...this.#resultAt(index) };
  }

  #resultAt(index: number) {
    const { results } = this.#record;
    const result = results[index];
    if (result === undefined) throw new RangeError(`the block has no result ${index}`);
    this.#results ??= new MerkleTree(results.map(encodeEntryResult));
    return { index, result: encodeEntryResult(result), siblings: this.#results.path(index) };
  }
}
