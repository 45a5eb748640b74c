import type { LawResult } from "@sycee/ledger";

/** Where a replay disagrees with what is stored. */
export interface VerifyMismatch {
  readonly height: bigint;
  /** The log is the truth; a checkpoint that is wrong can be deleted and is rebuilt from it. */
  readonly in: "log" | "checkpoint";
  /** What differs, e.g. `stateRoot`, `result 17`. */
  readonly what: string;
  /** What is stored, as text. */
  readonly logged: string;
  /** What the replay came to. */
  readonly replayed: string;
  /** File of the log that has the block, and the byte where it begins there. */
  readonly place: { readonly path: string; readonly offset: number } | undefined;
  /** The first transaction whose result differs: its position in the block, and its id where it has one. */
  readonly transaction: { readonly index: number; readonly id: string | undefined } | undefined;
}

/** What a replay of the whole chain found. */
export interface VerifyReport {
  /** Whether every block came out as the log has it and every law holds. */
  readonly holds: boolean;
  /** `0x` and 64 hexadecimal digits; so are the hashes below. */
  readonly chainId: string;
  /** Height of the first block that was replayed: 0, or the one after a snapshot. */
  readonly firstHeight: bigint;
  /** Blocks that were replayed and agreed. */
  readonly blocks: bigint;
  /** Of these, how many only led from state root to state root, their entries pruned: execution, receipts and signatures went unverified. */
  readonly notExecuted: bigint;
  readonly transactions: number;
  /** Height, hash and state root of the last block that agreed. */
  readonly height: bigint;
  readonly headHash: string;
  readonly stateRoot: string;
  /** The first disagreement; the replay stops there. */
  readonly mismatch: VerifyMismatch | undefined;
  /** A recount of every law from the replayed state. */
  readonly laws: readonly LawResult[];
  /** What opening the chain repaired, in sentences: a checkpoint that was set aside was not compared. */
  readonly notices: readonly string[];
}

/** How far a replay is. */
export interface VerifyProgress {
  readonly height: bigint;
  readonly lastHeight: bigint;
  readonly transactions: number;
}
