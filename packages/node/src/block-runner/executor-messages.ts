import type { Address, ProofQuestion, StatusCode } from "@sycee/protocol/core";
import type { RetentionPolicy } from "../retention/retention.ts";
import type { EconomyQuestion } from "./economy-question.ts";
import type { CheckedGroup } from "../signatures/transaction-group.ts";

/** In which form the transactions of a group are answered. */
export type AnswerForm =
  /** A JSON document each: receipts and problems that explain themselves. */
  | "documents"
  /** One JSON document for the batch. */
  | "batch-json"
  /** Compact BCS for the batch (`encodeBatchResults`). */
  | "batch-bcs"
  /** The same for each transaction, as for a batch of one. */
  | "results"
  /** Nobody waits: what was refused and is on no block, so that it can be told to whoever asks. */
  | "refusals";

/** An HTTP answer: status and JSON text. */
export interface JsonAnswer {
  readonly status: number;
  readonly body: string;
}

/** The answer to a group, in the form asked for. */
export type GroupAnswer =
  | { readonly form: "documents"; readonly documents: readonly JsonAnswer[] }
  | { readonly form: "batch-json"; readonly body: string }
  | { readonly form: "batch-bcs"; readonly body: Uint8Array<ArrayBuffer> }
  /** One after another; each ends where the next begins. */
  | { readonly form: "results"; readonly body: Uint8Array<ArrayBuffer>; readonly ends: readonly number[] }
  | { readonly form: "refusals"; readonly refusals: readonly Refusal[] };

/** A transaction that is on no block, and why. */
export interface Refusal {
  readonly id: Uint8Array;
  readonly code: StatusCode;
  readonly detail: string;
}

/** The answer to a group, and when it became one. */
export interface AnsweredGroup {
  readonly group: number;
  readonly answer: GroupAnswer;
  /** How long its transactions waited, from having been checked until the last of them was taken into a block. */
  readonly orderSeconds: number;
}

/** A question about state or history, answered as of a durable head. */
export type ReadRequest =
  | { readonly kind: "account" | "clearing-house" | "payment-institution"; readonly address: Address }
  | { readonly kind: "customer-account"; readonly institution: Address; readonly account: number }
  | { readonly kind: "customer-accounts"; readonly institution: Address; readonly first: number; readonly count: number }
  | { readonly kind: "transaction"; readonly id: Uint8Array; readonly expiryMs: bigint | undefined }
  | { readonly kind: "module"; readonly address: Address; readonly name: string }
  | { readonly kind: "block"; readonly height: bigint | "latest" }
  | { readonly kind: "blocks"; readonly from: bigint; readonly limit: number }
  | { readonly kind: "statistics"; readonly height: bigint | "latest" }
  | { readonly kind: "proof"; readonly question: ProofQuestion }
  | { readonly kind: "economy"; readonly question: EconomyQuestion }
  | { readonly kind: "modules" | "instruments" | "clearing-houses" }
  /** Answered once everything has been counted again, while blocks go on. */
  | { readonly kind: "laws" };

/** A durable block, for followers and metrics. */
export interface BlockNotice {
  readonly height: bigint;
  readonly timeMs: bigint;
  readonly hash: string;
  readonly stateRoot: string;
  /** The block's summary as JSON text. */
  readonly summary: string;
  /** How many entries ended in each way. */
  readonly outcomes: Readonly<Record<"executed" | "aborted" | "failed" | "duplicate" | "rejected", number>>;
  readonly executionSeconds: number;
  readonly syncSeconds: number;
  /** Height of the block whose state is on the disk as well: a start has the blocks after it to apply. */
  readonly checkpointHeight: bigint | undefined;
}

/** What the executor's thread is started with. */
export interface ExecutorData {
  readonly dataDirectory: string;
  readonly genesis: Uint8Array | undefined;
  /** A simulated clock begins here on a new chain; the machine's clock if absent. */
  readonly clockStartMs: number | undefined;
  /** Receipts are kept for ever if absent. */
  readonly retention: RetentionPolicy | undefined;
  /** A segment of the log that has this many bytes takes no more blocks; the store's own bound if absent. */
  readonly segmentBytes: number | undefined;
  /** Most gas that a block's transactions use together; the runner's own bound if absent. */
  readonly blockGas: number | undefined;
  /** Memory of the board on which stages are counted. */
  readonly board: SharedArrayBuffer;
}

/** To the executor's thread. */
export type ExecutorCommand =
  | { readonly kind: "submit"; readonly group: CheckedGroup; readonly form: AnswerForm; readonly sinceSeconds: number }
  | { readonly kind: "read"; readonly ticket: number; readonly request: ReadRequest }
  | { readonly kind: "close" }
  /** Something failed: to end without writing anything more. */
  | { readonly kind: "abandon" };

/** From the executor's thread, in messages of one or more, see `Outbox`. */
export type ExecutorReport =
  /** Before it is ready, where that takes more than a second: what it is doing, in words. */
  | { readonly kind: "starting"; readonly text: string }
  | {
      readonly kind: "ready";
      readonly chainId: Uint8Array;
      readonly clockOffsetMs: number;
      readonly head: BlockNotice;
      readonly takesModules: boolean;
    }
  | {
      readonly kind: "answers";
      readonly answers: readonly AnsweredGroup[];
      /** When all of them were final, by the steady clock. */
      readonly sinceSeconds: number;
    }
  | { readonly kind: "read"; readonly ticket: number; readonly answer: JsonAnswer }
  | { readonly kind: "block"; readonly notice: BlockNotice }
  | { readonly kind: "notice"; readonly text: string }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "closed" };
