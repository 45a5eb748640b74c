import { batchLaneLoad } from "./batch-lane-load.ts";
import { benchAccounts } from "./bench-economy.ts";
import type { LoadTask } from "./load-task.ts";
import { mixedLoad } from "./mixed-load.ts";
import { signPayments } from "./sign-payments.ts";

/** What is sent. */
export interface Load {
  /** Sent one after another before anything else; each has to be executed. */
  readonly setup: readonly Uint8Array[];
  readonly transactions: readonly Uint8Array[];
  /** Positions of transactions that are meant to abort; all others have to be executed. */
  readonly aborting: ReadonlySet<number>;
  /** Money that all of it issues. */
  readonly issuedMinor: bigint;
  /** Throws when the answer to a single is not what it should be; without it the status is enough. */
  readonly checkAnswer?: (body: Uint8Array) => void;
}

/** The chain that a load is signed for. */
export interface LoadChain {
  readonly chainId: Uint8Array;
  readonly expiryMs: bigint;
}

/** Signs all that a task sends. */
export async function makeLoad(task: LoadTask, chain: LoadChain): Promise<Load> {
  const count = task.warmUp + task.measured;
  if (task.kind === "batchLane") return batchLaneLoad(chain, { customers: task.accounts, count, firstNonce: task.firstNonce });
  const accounts = benchAccounts(task.keyed);
  const signing = { ...chain, accounts, count, firstNonce: task.firstNonce };
  if (task.kind === "mixed") return await mixedLoad(signing);
  const transactions = signPayments({ ...signing, wallets: task.accounts, oneMerchant: task.kind === "hotAccount" });
  return { setup: [], transactions, aborting: new Set(), issuedMinor: 0n };
}
