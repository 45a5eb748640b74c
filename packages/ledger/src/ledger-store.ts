import type { StateStore, StateWrite } from "@sycee/move-vm";
import type { PageProof, TrieProof } from "@sycee/protocol/core";

/**
 * The port through which the ledger reads what was committed. Keys beginning with 0x01..0x0f are Move state (see
 * move-vm's state-key.ts), 0x10..0x1f nodes of the state commitment and of the history of blocks. It answers as of the last appended block, whether
 * or not that block has reached the checkpoint yet.
 */
export interface LedgerStore extends StateStore {
  /** Every entry whose key begins with `prefix`, in byte order of keys. */
  scan(prefix: Uint8Array): Iterable<{ readonly key: Uint8Array; readonly value: Uint8Array }>;
  /** The same from the key `from` on, which begins with `prefix`. A store that has it is recounted in small pieces. */
  scanFrom?(prefix: Uint8Array, from: Uint8Array): Iterable<{ readonly key: Uint8Array; readonly value: Uint8Array }>;
}

/** Authenticates state: one root for all entries, whatever order they were written in. */
export interface StateCommitment {
  /** The root of the committed state. */
  readonly root: Uint8Array;
  /**
   * The root after `writes` (sorted by key, no key twice), and the commitment's own nodes to be stored with them.
   * Changes nothing until `commit` is called; at most one update is open at a time.
   */
  update(writes: readonly StateWrite[]): CommitmentUpdate;
  /** The way to where a keyed entry is, or would be, in the committed state. */
  proveEntry(key: Uint8Array): TrieProof;
  /** The way to a page in the committed state; `undefined` when there is no such page. */
  provePage(key: Uint8Array): PageProof | undefined;
}

export interface CommitmentUpdate {
  readonly root: Uint8Array;
  /** Nodes to store (or remove), keys from 0x10 to 0x1f. */
  readonly nodeWrites: readonly StateWrite[];
  commit(): void;
}
