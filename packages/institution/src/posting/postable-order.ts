import type { Customer } from "../customers/customer.ts";
import { isBankOrder } from "../orders/bank-order.ts";
import type { Order, OrderBody } from "../orders/order.ts";
import type { OfficeStore } from "../store/office-store.ts";
import { type Holder, holderOf, NO_ACCOUNT } from "./holder.ts";
import { type PostableBankOrder, postableBankOrder } from "./postable-bank-order.ts";

/** An order with everything that its transaction needs, looked up. */
export type PostableOrder =
  | { readonly kind: "opening"; readonly order: Order; readonly customer: Customer }
  | { readonly kind: "payment"; readonly order: Order; readonly payer: Holder; readonly payee: Holder; readonly amountMinor: bigint }
  | { readonly kind: "collection"; readonly order: Order; readonly payer: Holder; readonly payee: Holder; readonly amountMinor: bigint }
  | {
      readonly kind: "refund";
      readonly order: Order;
      readonly payer: Holder;
      readonly payee: Holder;
      readonly amountMinor: bigint;
      readonly collection: bigint;
    }
  | { readonly kind: "withdrawal"; readonly order: Order; readonly payer: Holder; readonly wallet: string; readonly amountMinor: bigint }
  | {
      readonly kind: "transfer";
      readonly order: Order;
      readonly payer: Holder;
      readonly house: string;
      readonly payee: string;
      readonly toAccount: number;
      readonly amountMinor: bigint;
    }
  | { readonly kind: "grant"; readonly order: Order; readonly payee: Holder; readonly amountMinor: bigint }
  | {
      readonly kind: "red_packet";
      readonly order: Order;
      readonly giver: Holder;
      readonly body: OrderBody & { readonly kind: "red_packet" };
    }
  | { readonly kind: "red_packet_share"; readonly order: Order; readonly taker: Holder; readonly of: string }
  | {
      readonly kind: "standing_order";
      readonly order: Order;
      readonly payer: Holder;
      readonly payee: Holder;
      readonly body: OrderBody & { readonly kind: "standing_order" };
    }
  | { readonly kind: "red_packet_return"; readonly order: Order; readonly of: string }
  | { readonly kind: "standing_order_payment"; readonly order: Order; readonly of: string }
  | { readonly kind: "standing_order_end"; readonly order: Order; readonly of: string }
  | {
      readonly kind: "merchant" | "merchant_notice";
      readonly order: Order;
      readonly payee: Holder;
      readonly feeBps: number;
      readonly feeFixedMinor: bigint;
    }
  | PostableBankOrder;

/** Looks up what an order needs; why it cannot be posted if something is not there. */
export function postableOrder(store: OfficeStore, order: Order): PostableOrder | string {
  const { body } = order;
  if (body.kind === "opening") {
    const customer = store.customers.get(body.customer);
    return customer === undefined ? NO_ACCOUNT : { kind: "opening", order, customer };
  }
  if (isBankOrder(body)) return postableBankOrder(store, order, body);
  if (body.kind === "adoption") throw new Error(`order ${order.id} is none that goes to the ledger`);
  if (body.kind === "refund") return postableRefund(store, order, body);
  const holder = (id: string): Holder | undefined => holderOf(store, id);
  switch (body.kind) {
    case "payment":
    case "collection": {
      const payer = holder(body.payer);
      const payee = holder(body.kind === "payment" ? body.payee : body.merchant);
      if (payer === undefined || payee === undefined) return NO_ACCOUNT;
      return { kind: body.kind, order, payer, payee, amountMinor: BigInt(body.amountMinor) };
    }
    case "red_packet": {
      const giver = holder(body.giver);
      return giver === undefined ? NO_ACCOUNT : { kind: "red_packet", order, giver, body };
    }
    case "red_packet_share": {
      const taker = holder(body.taker);
      return taker === undefined ? NO_ACCOUNT : { kind: "red_packet_share", order, taker, of: body.of };
    }
    case "standing_order": {
      const payer = holder(body.payer);
      const payee = holder(body.payee);
      return payer === undefined || payee === undefined ? NO_ACCOUNT : { kind: "standing_order", order, payer, payee, body };
    }
    case "red_packet_return":
    case "standing_order_payment":
    case "standing_order_end":
      return { kind: body.kind, order, of: body.of };
    case "withdrawal": {
      const payer = holder(body.payer);
      if (payer === undefined) return NO_ACCOUNT;
      return { kind: "withdrawal", order, payer, wallet: body.wallet, amountMinor: BigInt(body.amountMinor) };
    }
    case "transfer": {
      const payer = holder(body.payer);
      if (payer === undefined) return NO_ACCOUNT;
      const { house, payee, toAccount } = body;
      return { kind: "transfer", order, payer, house, payee, toAccount, amountMinor: BigInt(body.amountMinor) };
    }
    case "grant": {
      const payee = holder(body.payee);
      if (payee === undefined) return NO_ACCOUNT;
      return { kind: "grant", order, payee, amountMinor: BigInt(body.amountMinor) };
    }
    case "merchant":
    case "merchant_notice": {
      const payee = holder(body.customer);
      if (payee === undefined) return NO_ACCOUNT;
      return { kind: body.kind, order, payee, feeBps: body.feeBps, feeFixedMinor: BigInt(body.feeFixedMinor) };
    }
  }
}

function postableRefund(store: OfficeStore, order: Order, body: OrderBody & { kind: "refund" }): PostableOrder | string {
  const payment = store.orders.get(body.of);
  if (payment?.body.kind !== "collection" || payment.collection === undefined) return "no_collection";
  const payer = holderOf(store, payment.body.merchant);
  const payee = holderOf(store, payment.body.payer);
  if (payer === undefined || payee === undefined) return NO_ACCOUNT;
  return { kind: "refund", order, payer, payee, amountMinor: BigInt(body.amountMinor), collection: BigInt(payment.collection) };
}
