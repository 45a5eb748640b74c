import type { Call } from "@sycee/protocol";
import type { Signer } from "../keys/signer.ts";

/** What a client builds a transaction from. */
export interface ProgramOptions {
  /** The nonce belongs to the first. */
  readonly signers: readonly Signer[];
  readonly calls: readonly Call[];
  /** Random if absent. */
  readonly nonce?: bigint;
  /** From the node's time on: 60,000 if absent, 120,000 at most. */
  readonly expiresInMs?: number;
  readonly gasLimit?: bigint;
}
