/** What a load is made of, see `makeLoad`. */
export type LoadKind = "payments" | "hotAccount" | "mixed" | "batchLane";

/** Closed: the next request goes out when an answer comes back. Open: requests go out when they are due, whatever the answers do. */
export type Pace =
  | { readonly kind: "closed"; readonly inFlight: number }
  | { readonly kind: "open"; readonly transactionsPerSecond: number };

/** What the sending process is to do. */
export interface LoadTask {
  readonly url: string;
  readonly kind: LoadKind;
  /** Accounts that sign, see `benchAccounts`; of a batch lane none but the operator. */
  readonly keyed: number;
  /** Accounts in all: those beyond `keyed` only receive. Of a batch lane, those of customers. */
  readonly accounts: number;
  /** Transactions a request: 1 for singles, up to 500. */
  readonly batch: number;
  readonly pace: Pace;
  /** Transactions sent before the clock starts, a multiple of `batch`. */
  readonly warmUp: number;
  /** Transactions that are measured, a multiple of `batch`. */
  readonly measured: number;
  readonly firstNonce: number;
}

/** What it measured. */
export interface LoadResult {
  readonly seconds: number;
  /** Transactions a second that did what they were meant to, each on disk before its answer. */
  readonly perSecond: number;
  readonly measured: number;
  /** Answered, those of the warm-up included: by a receipt of success, and of an abort that was meant. */
  readonly executed: number;
  readonly aborted: number;
  /** From the moment a request was sent (closed) or was due (open) to its answer, of all requests. */
  readonly latency: Latency;
  /** Of the first transaction. */
  readonly transactionBytes: number;
  /** Money that the load issued, in minor units. */
  readonly issuedMinor: string;
}

/** Milliseconds within which so many in a hundred requests are answered. */
export interface Latency {
  readonly p50Ms: number;
  readonly p90Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

export type LoadReport = { readonly kind: "result"; readonly result: LoadResult } | { readonly kind: "failed"; readonly message: string };
