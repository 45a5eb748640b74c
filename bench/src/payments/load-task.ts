/** What the sending process is to do. */
export interface LoadTask {
  readonly url: string;
  /** Accounts of the economy, see `benchAccounts`. */
  readonly accounts: number;
  /** Payments a request: 1 for singles, up to 500. */
  readonly batch: number;
  /** Requests that are open at the same time. */
  readonly inFlight: number;
  /** Payments sent before the clock starts, a multiple of `batch`. */
  readonly warmUp: number;
  /** Payments that are measured, a multiple of `batch`. */
  readonly payments: number;
  readonly firstNonce: number;
}

/** What it measured. */
export interface LoadResult {
  readonly payments: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** Time from request to durable answer, of half the requests and of 99 in a hundred. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Size of one signed payment. */
  readonly transactionBytes: number;
}

export type LoadReport = { readonly kind: "result"; readonly result: LoadResult } | { readonly kind: "failed"; readonly message: string };
