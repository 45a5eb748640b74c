import type { ReceiptJson } from "@sycee/protocol";
import { backoff } from "./backoff.ts";
import { refusalOfReceipt } from "./refusal-of-receipt.ts";
import { clientError, isWorthResending, SyceeError } from "./sycee-error.ts";
import type { TransactionPort } from "./transaction-port.ts";
import type { PreparedTransaction } from "../transactions/sign-transaction.ts";

/** How long to go on. */
export interface SettleOptions {
  /** After this long without a final answer: `outcome_unknown`. Default 180,000, well past any expiry. */
  readonly giveUpAfterMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * Sends a transaction until the ledger says what became of it, and gives the receipt of an executed one. The same bytes are sent each
 * time, and the ledger takes them once, so that nothing is paid twice.
 *
 * Throws {@link SyceeError}: `aborted` or another code with a receipt when the ledger refused it for good; `expired` when it
 * never entered and never will; `outcome_unknown` when time ran out (ask again with the same bytes). `expiry_too_far`, which passes with
 * time, is thrown only when no copy can be on its way: otherwise it is sent again like what a busy node refused.
 */
export async function settle(client: TransactionPort, transaction: PreparedTransaction, options: SettleOptions = {}): Promise<ReceiptJson> {
  const giveUpAt = performance.now() + (options.giveUpAfterMs ?? DEFAULT_GIVE_UP_MS);
  let inDoubt = false;
  for (let attempt = 0; ; attempt++) {
    const error = await sendOnce(client, transaction, inDoubt, options.signal);
    if (!(error instanceof SyceeError)) return error;
    inDoubt ||= leavesInDoubt(error);
    const leftMs = giveUpAt - performance.now();
    if (leftMs <= 0) throw outcomeUnknown(transaction, error);
    await backoff(attempt, Math.min(error.retryAfterMs ?? 0, leftMs), options.signal);
  }
}

/** Whether a copy may be on its way to the ledger although sending it ended so. What a busy node refuses it has not taken. */
export function leavesInDoubt(error: SyceeError): boolean {
  return error.code !== "overloaded";
}

export const DEFAULT_GIVE_UP_MS = 180_000;

/** What is thrown when time runs out. */
export function outcomeUnknown(transaction: PreparedTransaction, cause: unknown): SyceeError {
  return clientError("outcome_unknown", `It is not known yet what became of transaction ${transaction.id}; ask again by its id.`, cause);
}

// The receipt, or the error for which sending again may help; everything else is thrown.
async function sendOnce(
  client: TransactionPort,
  transaction: PreparedTransaction,
  inDoubt: boolean,
  signal?: AbortSignal,
): Promise<ReceiptJson | SyceeError> {
  try {
    return await client.submit(transaction, signal);
  } catch (error) {
    if (!(error instanceof SyceeError)) throw error;
    if (isWorthResending(error) || (inDoubt && error.code === "expiry_too_far")) return error;
    if (error.code !== "expired") throw error;
    return afterExpiry(client, transaction, error, signal);
  }
}

// An expired transaction is refused also when an earlier copy of it went in: only its id tells.
async function afterExpiry(client: TransactionPort, transaction: PreparedTransaction, expired: SyceeError, signal?: AbortSignal) {
  try {
    const found = await client.transaction(transaction.id, { expiryMs: transaction.expiryMs, signal });
    if (found.status === "never") throw expired;
    // A refusal for another reason was before its expiry: the ledger's own time has not passed that yet.
    if (found.status === "pending" || found.status === "rejected") return expired;
    const refusal = refusalOfReceipt(found.receipt);
    if (refusal !== undefined) throw refusal;
    return found.receipt;
  } catch (error) {
    if (error instanceof SyceeError && error !== expired && isWorthResending(error)) return error;
    throw error;
  }
}
