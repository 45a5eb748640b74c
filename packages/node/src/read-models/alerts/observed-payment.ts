/**
 * What a payment is, as whoever follows the chain knows it. Only the first two are watched unless parameters say otherwise:
 * the others move money between what one holder has, or are an institution's own business.
 */
export type PaymentKind = "transfer" | "clearing" | "escrow" | "exchange" | "own_account" | "institution";

/**
 * A payment as the rules see it. Payments come in the order of the chain: `timeMs` never goes back.
 *
 * A party is any text that names one account for ever: an address, or an institution's address with the number of a
 * customer's account.
 */
export interface ObservedPayment {
  /** Names this payment alone, on this chain. */
  readonly id: string;
  readonly height: bigint;
  /** Time of the block, milliseconds since 1970, a whole number below 2^53. */
  readonly timeMs: number;
  readonly from: string;
  readonly to: string;
  /** More than 0, in minor units of `unit`. */
  readonly amountMinor: bigint;
  /** Unit of account, e.g. `CNY`. Rules look at a unit as a whole: an exchange of instruments hides nothing. */
  readonly unit: string;
  /** Number of the instrument that moved. */
  readonly instrument: number;
  readonly kind: PaymentKind;
}
