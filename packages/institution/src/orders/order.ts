import type { OrderPeriod } from "@sycee/sdk";
import type { BankOrderBody } from "./bank-order.ts";

/** What an app asks of the office. Amounts are minor units as decimal digits; customers are named by their ids. */
export type OrderBody =
  | { readonly kind: "payment"; readonly payer: string; readonly payee: string; readonly amountMinor: string; readonly memo?: string }
  | { readonly kind: "collection"; readonly payer: string; readonly merchant: string; readonly amountMinor: string; readonly memo?: string }
  | { readonly kind: "refund"; readonly of: string; readonly amountMinor: string; readonly memo?: string }
  | { readonly kind: "withdrawal"; readonly payer: string; readonly wallet: string; readonly amountMinor: string; readonly memo?: string }
  | {
      readonly kind: "transfer";
      readonly payer: string;
      /** The clearing house, the payee's institution and its number there. */
      readonly house: string;
      readonly payee: string;
      readonly toAccount: number;
      readonly amountMinor: string;
      readonly memo?: string;
    }
  | { readonly kind: "grant"; readonly payee: string; readonly amountMinor: string; readonly memo?: string }
  | {
      readonly kind: "red_packet";
      readonly giver: string;
      readonly amountMinor: string;
      readonly shares: number;
      readonly isRandom: boolean;
      readonly expiresMs: number;
      readonly memo?: string;
    }
  /** `of` is the order that gave the packet. */
  | { readonly kind: "red_packet_share"; readonly of: string; readonly taker: string }
  | { readonly kind: "red_packet_return"; readonly of: string }
  | {
      readonly kind: "standing_order";
      readonly payer: string;
      readonly payee: string;
      readonly amountMinor: string;
      readonly period: OrderPeriod;
      readonly every: number;
      /** `2026-12-01`, in the unit's zone. */
      readonly firstDay: string;
      readonly lastDay?: string;
      readonly memo?: string;
    }
  /** `of` is the order that made the standing order. */
  | { readonly kind: "standing_order_payment"; readonly of: string }
  | { readonly kind: "standing_order_end"; readonly of: string }
  | { readonly kind: "opening"; readonly customer: string }
  /** The customer has an account of this number already. */
  | { readonly kind: "adoption"; readonly customer: string; readonly account: number }
  /** Terms of a merchant, and the notice of such as cost it more. */
  | {
      readonly kind: "merchant" | "merchant_notice";
      readonly customer: string;
      readonly feeBps: number;
      readonly feeFixedMinor: string;
    }
  | BankOrderBody;

/** `accepted`: waits its turn; `posting`: on its way to the ledger; `done` and `refused` are final. */
export type OrderState = "accepted" | "posting" | "done" | "refused";

/** An order as the office keeps it. */
export interface Order {
  readonly id: string;
  readonly body: OrderBody;
  readonly state: OrderState;
  readonly acceptedMs: number;
  /** The ledger's block time, once final on the ledger. */
  readonly finalMs?: number;
  /** The ledger transaction that did it. */
  readonly transaction?: string;
  /** Why it was refused: the ledger's own code. */
  readonly refusal?: string;
  /** The same in a sentence. */
  readonly reason?: string;
  /** What the institution took of a collection, in minor units. */
  readonly feeMinor?: string;
  /** The ledger's number of a collection, by which it is refunded. */
  readonly collection?: string;
  /** The ledger's number of a loan, by which it is repaid. */
  readonly loan?: string;
  /** The ledger's number of a time deposit, by which it is released. */
  readonly timeDeposit?: string;
  /** Of a collection: minor units in refunds that are not refused. */
  readonly refundedMinor?: string;
}
