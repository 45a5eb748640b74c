import type { ExecutionContext } from "../runtime/execution-context.ts";
import type { TransactionState } from "../state/transaction-state.ts";

/** The transaction that runs. Throws outside one: only a session runs code that reaches storage. */
export function runningTransaction(context: ExecutionContext): TransactionState {
  if (context.transaction === undefined) throw new Error("storage is reached outside a transaction");
  return context.transaction;
}
