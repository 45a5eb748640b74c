import type { ExecutedBlock, LedgerStore } from "@sycee/ledger";

/** State a block changed, as the ledger gives it. */
export type StateWrites = ExecutedBlock["writes"];

/** Where a transaction's receipt is. */
export interface TransactionPlace {
  readonly height: bigint;
  /** Position of its entry in the block. */
  readonly index: number;
}

/** A transaction that a block includes: 32 bytes of id and the position of its entry. */
export interface TransactionEntry {
  readonly id: Uint8Array;
  readonly index: number;
}

/**
 * The ledger's store. The log of block records is the truth; state is a trailing checkpoint of it. `get` and `scan`
 * answer as of the last block given to `append` or `restage`. Every method may throw {@link StorageError}.
 */
export interface Storage extends LedgerStore {
  /** Height of the last block in the log, appended ones included; `undefined` while it is empty. */
  readonly lastHeight: bigint | undefined;
  /** Height of the last block whose writes are wholly in the checkpoint; the blocks after it need `restage`. */
  readonly checkpointHeight: bigint | undefined;
  /** What opening repaired, in sentences for whoever runs the node. */
  readonly notices: readonly string[];
  /** Takes the next block (any height when the log is empty). Its writes are visible at once, durable after `sync`. */
  append(height: bigint, record: Uint8Array, ids: readonly TransactionEntry[], writes: StateWrites): void;
  /**
   * Recovery: the writes of the block after the checkpoint, already in the log; then of the next, up to `lastHeight`. Or of
   * several at once, from `firstHeight` to `height`: of each key the last.
   */
  restage(height: bigint, writes: StateWrites, firstHeight?: bigint): void;
  /** Resolves when every block appended before the call is durable; callers at the same time share one sync. Later when the checkpoint is far behind: whoever appends or restages awaits it now and then. */
  sync(): Promise<void>;
  /** The record of a block, appended ones included; verified against its checksum. */
  readRecord(height: bigint): Uint8Array | undefined;
  /** Records from `from` to the last one, in order. */
  records(from: bigint): Iterable<{ readonly height: bigint; readonly record: Uint8Array }>;
  /** Where the log has a transaction, by the first 16 bytes of its id. */
  findTransaction(id: Uint8Array): TransactionPlace | undefined;
  /** Full segments that can be pruned (see `pruneLogSegment`): not yet pruned, wholly at or below `through` and the checkpoint. Oldest first. */
  prunable(through: bigint): readonly { readonly firstHeight: bigint; readonly lastHeight: bigint }[];
  /** Takes over the pruned segment of a first height, and removes the one that it was made from. */
  adoptPruned(firstHeight: bigint): Promise<void>;
  /** Syncs, writes the last checkpoint, lets the directory go. */
  close(): Promise<void>;
  /**
   * Lets the directory go without writing anything more, once the checkpoint that is on its way has ended, however it did. Then the caller's thread may be ended:
   * before, the thread that writes the checkpoint would be ended amid a transaction of LMDB, whose binding then waits for itself.
   */
  abandon(): Promise<void>;
}
