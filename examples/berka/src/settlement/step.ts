import type { Call } from "@sycee/protocol";
import type { Signer } from "@sycee/sdk";

/** One transaction of the run. */
export interface Step {
  /** The same over restarts, e.g. `29401/pay`. */
  readonly name: string;
  readonly signer: Signer;
  /** The same over restarts, and no other step of the signer has it: the ledger itself refuses a second transaction within the first one's life. */
  readonly nonce: bigint;
  readonly call: Call;
}

/** What finally became of a step's transaction. */
export type StepOutcome =
  | { readonly kind: "executed" }
  /** Refused by a module: the name of its error, e.g. `EDailyLimit`. */
  | { readonly kind: "aborted"; readonly error: string };
