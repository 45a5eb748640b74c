import { type BatchResult, bytesToHex, STATUS } from "@sycee/protocol";
import type { PreparedTransaction } from "../transactions/sign-transaction.ts";
import { backoff } from "./backoff.ts";
import { refusalOfCompactReceipt, refusalOfReceipt } from "./refusal-of-receipt.ts";
import { DEFAULT_GIVE_UP_MS, leavesInDoubt, outcomeUnknown, type SettleOptions } from "./settle.ts";
import { isWorthResending, SyceeError } from "./sycee-error.ts";
import type { TransactionPort } from "./transaction-port.ts";

/** What finally became of one transaction of a batch. */
export type SettledResult =
  | { readonly kind: "executed"; readonly id: string; readonly height: bigint; readonly index: number }
  /** On the ledger without effect; its nonce is used. */
  | { readonly kind: "refused"; readonly id: string; readonly height: bigint; readonly index: number; readonly error: SyceeError }
  /**
   * Not on the ledger. With `expired` these bytes never will be; with another code (`expiry_too_far`, `wrong_key`, `nonce_used`) they could
   * still enter if somebody sent them again later, so sign anew only what nobody else holds.
   */
  | { readonly kind: "rejected"; readonly id: string; readonly error: SyceeError }
  /** On the ledger for good, so long ago that the node no longer keeps what it did. */
  | { readonly kind: "pruned"; readonly id: string; readonly error: SyceeError };

/**
 * Sends up to 500 transactions together until it is known what became of each, in their order; as `settle` does for one.
 * Throws {@link SyceeError} when the request as a whole is refused, and `outcome_unknown` when time runs out.
 */
export async function settleBatch(
  client: TransactionPort,
  transactions: readonly PreparedTransaction[],
  options: SettleOptions = {},
): Promise<SettledResult[]> {
  const giveUpAt = performance.now() + (options.giveUpAfterMs ?? DEFAULT_GIVE_UP_MS);
  const settled = new Map<PreparedTransaction, SettledResult>();
  let open = transactions;
  let inDoubt = false;
  for (let attempt = 0; ; attempt++) {
    const reason = await sendOpen(client, { open, settled, inDoubt }, options.signal);
    open = open.filter((transaction) => !settled.has(transaction));
    const [first] = open;
    if (first === undefined) break;
    inDoubt ||= reason === undefined || leavesInDoubt(reason);
    const leftMs = giveUpAt - performance.now();
    if (leftMs <= 0) throw outcomeUnknown(first, reason);
    await backoff(attempt, Math.min(reason?.retryAfterMs ?? 0, leftMs), options.signal);
  }
  return transactions.flatMap((transaction) => settled.get(transaction) ?? []);
}

interface Sending {
  readonly open: readonly PreparedTransaction[];
  readonly settled: Map<PreparedTransaction, SettledResult>;
  /** Whether copies may be on their way already. */
  readonly inDoubt: boolean;
}

// Notes what is settled; gives the reason why the rest is to be sent again.
async function sendOpen(
  client: TransactionPort,
  { open, settled, inDoubt }: Sending,
  signal?: AbortSignal,
): Promise<SyceeError | undefined> {
  try {
    const results = await client.submitBatch(open, signal);
    for (const [position, transaction] of open.entries()) {
      const result = results[position];
      const passing = inDoubt && result?.kind === "rejected" && result.code === "expiry_too_far";
      const known = passing ? undefined : await settledResult(client, transaction, result, signal);
      if (known !== undefined) settled.set(transaction, known);
    }
    return undefined;
  } catch (error) {
    if (error instanceof SyceeError && isWorthResending(error)) return error;
    throw error;
  }
}

async function settledResult(
  client: TransactionPort,
  transaction: PreparedTransaction,
  result: BatchResult | undefined,
  signal?: AbortSignal,
): Promise<SettledResult | undefined> {
  if (result === undefined || result.kind === "pending") return undefined;
  if (result.kind === "executed") {
    return { kind: "executed", id: `0x${bytesToHex(result.id)}`, height: result.height, index: result.index };
  }
  if (result.kind === "refused") {
    const error = refusalOfCompactReceipt(result.receipt);
    return { kind: "refused", id: `0x${bytesToHex(result.receipt.id)}`, height: result.height, index: result.index, error };
  }
  const error = new SyceeError({ code: result.code, number: STATUS[result.code][0], detail: result.detail });
  if (isWorthResending(error)) return undefined;
  if (error.code === "pruned") return { kind: "pruned", id: transaction.id, error };
  return error.code === "expired" ? lookUp(client, transaction, error, signal) : { kind: "rejected", id: transaction.id, error };
}

// An expired transaction is refused also when an earlier copy of it went in: only its id tells.
async function lookUp(client: TransactionPort, transaction: PreparedTransaction, expired: SyceeError, signal?: AbortSignal) {
  const found = await client.transaction(transaction.id, { expiryMs: transaction.expiryMs, signal });
  // A refusal for another reason was before its expiry: the ledger's own time has not passed that yet.
  if (found.status === "pending" || found.status === "rejected") return undefined;
  const { id } = transaction;
  if (found.status === "never") return { kind: "rejected", id, error: expired } as const;
  const place = { id, height: BigInt(found.receipt.height), index: found.receipt.index };
  const error = refusalOfReceipt(found.receipt);
  return error === undefined ? ({ kind: "executed", ...place } as const) : ({ kind: "refused", ...place, error } as const);
}
