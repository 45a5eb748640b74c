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
}

/** What a replay of the whole chain found. */
export interface VerifyReport {
  /** Whether every block came out as the log has it and every law holds. */
  readonly holds: boolean;
  /** `0x` and 64 hexadecimal digits; so are the hashes below. */
  readonly chainId: string;
  /** Blocks that were replayed and agreed, genesis included. */
  readonly blocks: bigint;
  readonly transactions: number;
  /** Height, hash and state root of the last block that agreed. */
  readonly height: bigint;
  readonly headHash: string;
  readonly stateRoot: string;
  /** The first disagreement; the replay stops there. */
  readonly mismatch: VerifyMismatch | undefined;
  /** A recount of every law from the replayed state. */
  readonly laws: readonly LawResult[];
}

/** How far a replay is. */
export interface VerifyProgress {
  readonly height: bigint;
  readonly lastHeight: bigint;
  readonly transactions: number;
}
