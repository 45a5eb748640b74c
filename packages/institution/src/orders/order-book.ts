import { randomUUID } from "node:crypto";
import type { Customer } from "../customers/customer.ts";
import { OfficeError } from "../office-error.ts";
import type { OfficeStore } from "../store/office-store.ts";
import { customersOfBankOrder, isBankOrder } from "./bank-order.ts";
import type { Order, OrderBody } from "./order.ts";

/** Orders that may wait for the ledger; more are refused with `queue_full`. */
export const MAX_WAITING = 100_000;

/** Orders of the office in the order in which it accepted them. Its methods that write run inside a transaction of the store. */
export class OrderBook {
  private readonly store: OfficeStore;
  private readonly nowMs: () => number;

  constructor(store: OfficeStore, nowMs: () => number) {
    this.store = store;
    this.nowMs = nowMs;
  }

  /** A new customer and the order that opens its account, or gives it one that the ledger has already. Throws `OfficeError` `queue_full`. */
  admitCustomer(reference: string, account?: number): Customer {
    const customer: Customer = { id: `cus_${randomUUID()}`, reference, createdMs: this.nowMs(), balanceMinor: "0", lines: 0 };
    void this.store.customers.put(customer.id, customer);
    this.accept(account === undefined ? { kind: "opening", customer: customer.id } : { kind: "adoption", customer: customer.id, account });
    return customer;
  }

  /**
   * Accepts an order for posting. Throws `OfficeError`: `unknown_customer`, `unknown_order`, `not_a_collection`, `wrong_order`, `order_not_final`,
   * `refund_exceeds_payment`, `queue_full`. What accounts hold is judged by the ledger alone.
   */
  accept(body: OrderBody): Order {
    if (this.store.queue.getCount() >= MAX_WAITING) throw new OfficeError("queue_full");
    for (const customer of customersOf(body)) {
      if (this.store.customers.get(customer) === undefined)
        throw new OfficeError("unknown_customer", `The institution has no customer ${customer}.`);
    }
    const made = MADE_BY[body.kind];
    if (made !== undefined && "of" in body) this.checkMade(body.of, made);
    if (body.kind === "refund") this.reserveRefund(body.of, BigInt(body.amountMinor));
    const order: Order = { id: `ord_${randomUUID()}`, body, state: "accepted", acceptedMs: this.nowMs() };
    const place = (this.store.numbers.get(NEXT_PLACE) ?? 0) + 1;
    void this.store.numbers.put(NEXT_PLACE, place);
    void this.store.orders.put(order.id, order);
    void this.store.queue.put(place, order.id);
    return order;
  }

  /** An order by its id. Throws `OfficeError` `unknown_order`. */
  find(id: string): Order {
    const order = this.store.orders.get(id);
    if (order === undefined) throw new OfficeError("unknown_order");
    return order;
  }

  /** Orders at the head of the queue that are done together: equal kinds as far as `limit`, all others alone. */
  head(limit: number): Order[] {
    const orders: Order[] = [];
    for (const { value } of this.store.queue.getRange({ limit })) {
      const order = this.find(value);
      const [first] = orders;
      if (first !== undefined && (first.body.kind !== order.body.kind || !GROUPED.has(first.body.kind))) break;
      orders.push(order);
    }
    return orders;
  }

  /** Takes the orders at the head of the queue off it, as they go to the ledger. Throws if they are not at its head. */
  take(orders: readonly Order[]): void {
    const places = [...this.store.queue.getRange({ limit: orders.length })];
    for (const [index, order] of orders.entries()) {
      const place = places[index];
      if (place?.value !== order.id) throw new Error(`order ${order.id} is not where it was in the queue`);
      void this.store.queue.remove(place.key);
      void this.store.orders.put(order.id, { ...order, state: "posting" });
    }
  }

  /** Puts orders back at the head of the queue, in their order, when their transaction never entered the ledger and never will. */
  putBack(ids: readonly string[]): void {
    let [place] = this.store.queue.getKeys({ limit: 1 });
    place ??= (this.store.numbers.get(NEXT_PLACE) ?? 0) + 1;
    for (const [index, id] of ids.entries()) {
      void this.store.orders.put(id, { ...this.find(id), state: "accepted" });
      void this.store.queue.put(place - ids.length + index, id);
    }
  }

  /** Ends an order. A refused refund no longer counts against its payment. */
  finish(order: Order): void {
    void this.store.orders.put(order.id, order);
    if (order.state !== "refused" || order.body.kind !== "refund") return;
    const payment = this.find(order.body.of);
    const refundedMinor = (BigInt(payment.refundedMinor ?? 0) - BigInt(order.body.amountMinor)).toString();
    void this.store.orders.put(payment.id, { ...payment, refundedMinor });
  }

  private checkMade(of: string, kind: OrderBody["kind"]): void {
    const order = this.find(of);
    if (order.body.kind !== kind) throw new OfficeError("wrong_order");
    if (order.state !== "done") throw new OfficeError("order_not_final");
  }

  private reserveRefund(of: string, amountMinor: bigint): void {
    const payment = this.find(of);
    if (payment.body.kind !== "collection") throw new OfficeError("not_a_collection");
    if (payment.state !== "done") throw new OfficeError("order_not_final");
    const refunded = BigInt(payment.refundedMinor ?? 0) + amountMinor;
    if (refunded > BigInt(payment.body.amountMinor)) throw new OfficeError("refund_exceeds_payment");
    void this.store.orders.put(of, { ...payment, refundedMinor: refunded.toString() });
  }
}

const NEXT_PLACE = "next place in the queue";

/** Kinds of which many are done together, each judged by itself (or none can be refused). */
const GROUPED: ReadonlySet<OrderBody["kind"]> = new Set(["opening", "adoption", "payment", "collection", "refund"]);

/** Of which kind the order is that an order of a kind names. */
const MADE_BY: Partial<Record<OrderBody["kind"], OrderBody["kind"]>> = {
  red_packet_share: "red_packet",
  red_packet_return: "red_packet",
  standing_order_payment: "standing_order",
  standing_order_end: "standing_order",
};

function customersOf(body: OrderBody): readonly string[] {
  if (isBankOrder(body)) return customersOfBankOrder(body);
  switch (body.kind) {
    case "payment":
    case "standing_order":
      return [body.payer, body.payee];
    case "collection":
      return [body.payer, body.merchant];
    case "withdrawal":
    case "transfer":
      return [body.payer];
    case "grant":
      return [body.payee];
    case "opening":
    case "adoption":
    case "merchant":
    case "merchant_notice":
      return [body.customer];
    case "red_packet":
      return [body.giver];
    case "red_packet_share":
      return [body.taker];
    case "refund":
    case "red_packet_return":
    case "standing_order_payment":
    case "standing_order_end":
      return [];
  }
}
