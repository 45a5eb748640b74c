/** One event on its way to one webhook. */
export interface Delivery {
  readonly id: string;
  readonly webhook: string;
  readonly event: string;
  /** What is posted, exactly. */
  readonly body: string;
  readonly state: "due" | "delivered" | "given_up";
  readonly attempts: number;
  /** Of the next attempt while it is due. */
  readonly nextMs: number;
  /** What the last attempt met: an HTTP status or why there was none. */
  readonly last?: string;
}
