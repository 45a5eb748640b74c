import type { BatchResult, ReceiptJson, ROUTES, RouteAnswerBody } from "@sycee/protocol";
import type { PreparedTransaction } from "../transactions/sign-transaction.ts";

/** What a node says of a transaction. */
export type TransactionAnswer = RouteAnswerBody<typeof ROUTES.getTransaction>;

/** The part of a client that sends a transaction once and asks about it. */
export interface TransactionPort {
  submit(transaction: PreparedTransaction, signal?: AbortSignal): Promise<ReceiptJson>;
  submitBatch(transactions: readonly PreparedTransaction[], signal?: AbortSignal): Promise<BatchResult[]>;
  transaction(id: string, options: { readonly expiryMs?: bigint; readonly signal?: AbortSignal | undefined }): Promise<TransactionAnswer>;
}
