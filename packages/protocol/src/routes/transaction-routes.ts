import { type Static, Type } from "typebox";
import { BytesJson, HashJson, U64Json } from "../json-scalars.ts";
import { ReceiptJson } from "../receipt-json.ts";
import { TransactionJson } from "../transaction-json.ts";
import { defineRoute } from "./route.ts";

/** Body of one signed transaction in BCS. */
export const TRANSACTION_MEDIA_TYPE = "application/vnd.sycee.transaction+bcs";
/** Body of up to 500 signed transactions: a BCS vector of byte vectors. */
export const BATCH_MEDIA_TYPE = "application/vnd.sycee.batch+bcs";
/** Compact answer to a batch, or to one transaction as to a batch of one (send it as `Accept`): see `decodeBatchResults`. */
export const BATCH_RESULTS_MEDIA_TYPE = "application/vnd.sycee.batch-results+bcs";

/** What became of one transaction of a batch. */
export const BatchElementJson = Type.Object({
  status: Type.Union([
    Type.Literal("executed"),
    Type.Literal("aborted"),
    Type.Literal("failed"),
    Type.Literal("rejected"),
    Type.Literal("pending"),
  ]),
  httpStatus: Type.Integer({ description: "What it would have been answered with alone." }),
  id: Type.Optional(HashJson),
  height: Type.Optional(U64Json),
  index: Type.Optional(Type.Integer()),
  gasUsed: Type.Optional(U64Json),
  code: Type.Optional(Type.String({ description: "Why it was refused." })),
  number: Type.Optional(Type.Integer()),
  detail: Type.Optional(Type.String()),
  abortName: Type.Optional(Type.String({ description: "Name of the module's error, e.g. `EDailyLimit`." })),
});

/** One element of a batch's answer. */
export type BatchElementJson = Static<typeof BatchElementJson>;

export const BatchResultsJson = Type.Object({ results: Type.Array(BatchElementJson) }, { title: "BatchResults" });

export const PendingJson = Type.Object({ status: Type.Literal("pending"), id: HashJson });

/** Submits one transaction or a batch and, unless `wait=false`, answers when it is final and on disk. */
export const submitTransactions = defineRoute({
  operation: "submitTransactions",
  method: "POST",
  path: "/v1/transactions",
  tag: "Transactions",
  summary: "Submit one signed transaction, or a batch of up to 500",
  description:
    "Answered when the transaction is final and on disk. A refusal is a problem document with a stable code; the same bytes sent again get the same receipt, so retries are safe.",
  query: Type.Object({
    wait: Type.Optional(Type.Boolean({ description: "`false` answers 202 as soon as the transaction is accepted." })),
  }),
  bodies: {
    "application/json": Type.Union([TransactionJson, Type.Object({ bytes: BytesJson }, { additionalProperties: false })]),
    [TRANSACTION_MEDIA_TYPE]: Type.String({ format: "binary" }),
    [BATCH_MEDIA_TYPE]: Type.String({ format: "binary" }),
  },
  answers: {
    200: {
      description: `Final: the receipt of the executed transaction, or the results of the batch in order. With \`Accept: ${BATCH_RESULTS_MEDIA_TYPE}\` compact results in BCS, for one transaction those of a batch of one.`,
      schema: Type.Union([ReceiptJson, BatchResultsJson]),
    },
    202: { description: "Accepted and not waited for.", schema: Type.Union([PendingJson, BatchResultsJson]) },
  },
});

/** Where a transaction stands: final for ever, still queued here, or expired unseen so that it can be sent again. */
export const getTransaction = defineRoute({
  operation: "getTransaction",
  method: "GET",
  path: "/v1/transactions/{id}",
  tag: "Transactions",
  summary: "Ask what became of a transaction",
  description: "Give `expiryMs` to learn for certain that a transaction never entered: after its expiry no block can take it.",
  params: Type.Object({ id: Type.String({ ...HashJson, description: "The transaction's id: `0x` and 64 hexadecimal digits." }) }),
  query: Type.Object({
    expiryMs: Type.Optional(
      Type.String({ ...U64Json, description: "When the transaction expires, in milliseconds since 1970, so that `never` can be told." }),
    ),
  }),
  answers: {
    200: {
      description:
        "`final` with its receipt, `pending`, `never` (its expiry, given as `expiryMs`, passed without it), or `rejected`: " +
        "it was submitted without waiting for the answer and is on no block, for the reason given; sent again it may enter. " +
        "The node tells that of the last 10,000 such transactions, for five minutes.",
      schema: Type.Union([
        Type.Object({ status: Type.Literal("final"), receipt: ReceiptJson }),
        Type.Object({ status: Type.Literal("pending") }),
        Type.Object({ status: Type.Literal("never") }),
        Type.Object({ status: Type.Literal("rejected"), code: Type.String(), number: Type.Integer(), detail: Type.String() }),
      ]),
    },
  },
});
