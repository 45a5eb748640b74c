import { type BlockHeader, blockHash, compareBytes } from "@sycee/protocol/core";
import { type BlockRecord, encodeEntryResult } from "../block-record.ts";
import { chainIdOf } from "../genesis-document.ts";
import { blake2b } from "../hash.ts";
import { REPLAY_WINDOW_MS } from "../ledger.ts";
import { merkleRoot } from "../merkle-root.ts";
import { SnapshotError } from "./snapshot-error.ts";

/**
 * Holds the blocks of a snapshot, given in order, to its header: each carries the entries and results that its header
 * commits to, each follows the one before, the last is the header's own, and none of the replay window is missing.
 */
export class WindowCheck {
  readonly #header: BlockHeader;
  readonly #boundary: BlockHeader | undefined;
  #last: BlockHeader | undefined;

  /** Throws {@link SnapshotError} when the genesis document is not this chain's. */
  constructor(genesis: Uint8Array, header: BlockHeader, boundary: BlockHeader | undefined) {
    if (compareBytes(chainIdOf(genesis), header.chainId) !== 0) {
      throw new SnapshotError("snapshot_wrong_chain", "The snapshot's genesis document is not that of the chain its header names.");
    }
    this.#header = header;
    this.#boundary = boundary;
    this.#last = boundary;
  }

  /** Throws {@link SnapshotError}. */
  add({ header, entries, results, writes }: BlockRecord): void {
    const { height } = header;
    const before = this.#last;
    if (writes.length > 0) throw wrong(`block ${height} has writes, which nothing vouches for`);
    if (compareBytes(header.chainId, this.#header.chainId) !== 0) throw wrong(`block ${height} is of another chain`);
    const follows =
      before === undefined
        ? height === 0n
        : height === before.height + 1n && compareBytes(header.parentHash, blockHash(before, blake2b)) === 0;
    if (!follows) throw wrong(`block ${height} does not follow the one before it`);
    if (entries.length !== header.transactionCount || results.length !== entries.length) throw wrong(`block ${height} lacks entries`);
    if (compareBytes(merkleRoot(entries), header.transactionsRoot) !== 0) throw wrong(`the entries of block ${height} are not its own`);
    if (compareBytes(merkleRoot(results.map(encodeEntryResult)), header.receiptsRoot) !== 0) {
      throw wrong(`the results of block ${height} are not its own`);
    }
    this.#last = header;
  }

  /** To be called after the last block. Throws {@link SnapshotError}. */
  finish(): void {
    const last = this.#last;
    if (last === undefined || compareBytes(blockHash(last, blake2b), blockHash(this.#header, blake2b)) !== 0) {
      throw wrong(`the last block is not block ${this.#header.height} of its header`);
    }
    const boundary = this.#boundary;
    if (boundary !== undefined && (boundary === last || boundary.timeMs + REPLAY_WINDOW_MS >= this.#header.timeMs)) {
      throw wrong(`blocks of the last ${REPLAY_WINDOW_MS / 1000n} seconds before block ${this.#header.height} are missing`);
    }
  }
}

function wrong(what: string): SnapshotError {
  return new SnapshotError("snapshot_wrong_blocks", `The snapshot's blocks are wrong: ${what}.`);
}
