import type { Order } from "../orders/order.ts";
import type { OfficeBooks } from "./order-outcomes.ts";

/** Ends an order, and tells of it. Runs inside a transaction of the store. */
export function finishOrder({ orders, webhooks }: OfficeBooks, order: Order): void {
  orders.finish(order);
  webhooks.tell(order.state === "done" ? "order.done" : "order.refused", { order });
}
