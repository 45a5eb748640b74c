import type { Address, ReceiptJson } from "@sycee/protocol";
import type { Order } from "../orders/order.ts";
import { ledgerMovements } from "./ledger-movements.ts";
import type { OfficeBooks } from "./order-outcomes.ts";
import { standingOrderMovements } from "./standing-order-movements.ts";

/** Enters what a receipt's events tell of customers' accounts; `order` is the order it did, if any. Runs inside a transaction of the store. Answers how many movements. */
export function enterLedgerMovements(books: OfficeBooks, receipt: ReceiptJson, institution: Address, order?: Order): number {
  const { store, journal, webhooks } = books;
  let entered = 0;
  for (const { account, movement } of [...ledgerMovements(receipt, institution), ...standingOrderMovements(store, receipt, institution)]) {
    const customer = store.accounts.get(account);
    // An account that is nobody's is a difference, which the reconciliation tells.
    if (customer === undefined) continue;
    journal.write(customer, { ...movement, ...orderedBy(order, movement.kind) });
    webhooks.tell("account.changed", { customer, amountMinor: movement.amountMinor.toString(), kind: movement.kind });
    entered += 1;
  }
  return entered;
}

function orderedBy(order: Order | undefined, kind: string): { readonly order?: string; readonly memo?: string } {
  // A transfer may have others' payments settle in its transaction.
  if (order === undefined || (order.body.kind === "transfer" && kind !== "sent")) return {};
  const memo = "memo" in order.body && order.body.memo !== undefined ? { memo: order.body.memo } : {};
  return { order: order.id, ...memo };
}
