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
}

/** The chain that a load is signed for. */
export interface LoadChain {
  readonly chainId: Uint8Array;
  readonly expiryMs: bigint;
}

/** Signs all that a task sends. */
export async function makeLoad(task: LoadTask, chain: LoadChain): Promise<Load> {
  const accounts = benchAccounts(task.keyed);
  const signing = { ...chain, accounts, count: task.warmUp + task.measured, firstNonce: task.firstNonce };
  if (task.kind === "mixed") return await mixedLoad(signing);
  const transactions = signPayments({ ...signing, wallets: task.accounts, oneMerchant: task.kind === "hotAccount" });
  return { setup: [], transactions, aborting: new Set(), issuedMinor: 0n };
}
