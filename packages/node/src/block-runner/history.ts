import { type BlockRecord, decodeBlockRecord, decodeRecordHeader, isPruned } from "@sycee/ledger";
import { type BlockHeader, CodedError, compareBytes } from "@sycee/protocol/core";
import type { Storage } from "@sycee/storage";
import type { EntryAnswer } from "../answers/entry-answer.ts";

const MAX_DECODED = 8;

/** Blocks that were, by height and by transaction, read from the log; the last few that were asked for stay decoded. */
export class History {
  private readonly storage: Storage;
  private readonly decoded = new Map<bigint, BlockRecord>();
  private oldest: BlockHeader | undefined;

  constructor(storage: Storage) {
    this.storage = storage;
  }

  /** The block of a height that the chain has. Throws `CodedError` `pruned`. */
  block(height: bigint): BlockRecord {
    const known = this.decoded.get(height);
    if (known !== undefined) return known;
    const record = this.blockOnce(height);
    this.decoded.set(height, record);
    for (const oldest of this.decoded.keys()) {
      if (this.decoded.size <= MAX_DECODED) break;
      this.decoded.delete(oldest);
    }
    return record;
  }

  /** The same for who goes through many blocks once: it stays decoded no longer than it is used. */
  blockOnce(height: bigint): BlockRecord {
    const record = decodeBlockRecord(this.record(height));
    if (isPruned(record)) {
      throw new CodedError("pruned", `Block ${height} is on the ledger; its transactions and receipts are no longer kept here.`);
    }
    return record;
  }

  /** The header of a block of a height that the chain has. Throws `CodedError` `pruned`. */
  header(height: bigint): BlockHeader {
    return this.decoded.get(height)?.header ?? decodeRecordHeader(this.record(height));
  }

  /** Whether every block of that time or later is kept: a log that began with a snapshot has none from before it. */
  reachesBackTo(timeMs: bigint): boolean {
    for (const { record } of this.oldest === undefined ? this.storage.records(0n) : []) {
      this.oldest = decodeRecordHeader(record);
      break;
    }
    return this.oldest !== undefined && (this.oldest.height === 0n || this.oldest.timeMs <= timeMs);
  }

  /** What became of the transaction of that id: its receipt, or that it is no longer kept; `undefined` if the chain has none. */
  answerOf(id: Uint8Array): EntryAnswer | undefined {
    const place = this.storage.findTransaction(id);
    if (place === undefined) return undefined;
    let answer: EntryAnswer;
    try {
      answer = this.answerAt(place.height, place.index);
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== "pruned") throw error;
      const detail = `The transaction is final, in block ${place.height}; its receipt is no longer kept here.`;
      return { kind: "rejected", code: "pruned", detail, id };
    }
    // The index knows the first half of an id only.
    return answer.kind === "receipt" && compareBytes(answer.receipt.id, id) === 0 ? answer : undefined;
  }

  /** The receipt at a place. Throws when there is none. */
  answerAt(block: BlockRecord | bigint, index: number): EntryAnswer {
    const record = typeof block === "bigint" ? this.block(block) : block;
    const result = record.results[index];
    const entry = record.entries[index];
    if (result?.kind !== "receipt" || entry === undefined) throw new Error(`block ${record.header.height} has no receipt at ${index}`);
    return { kind: "receipt", receipt: result.receipt, place: { header: record.header, index }, entry };
  }

  // A log that began with a snapshot has no blocks before it.
  private record(height: bigint): Uint8Array {
    const bytes = this.storage.readRecord(height);
    if (bytes === undefined) throw new CodedError("pruned", `Block ${height} is on the ledger; it is no longer kept here.`);
    return bytes;
  }
}
