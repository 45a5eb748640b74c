/** One line of `order.asc`. */
export interface StandingOrder {
  readonly orderId: number;
  readonly accountId: number;
  /** Two letters. */
  readonly bankTo: string;
  readonly accountTo: string;
  /** Hellers: hundredths of a koruna. */
  readonly amountMinor: bigint;
}
