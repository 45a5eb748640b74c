import type { Call, ReceiptJson } from "@sycee/protocol";
import type { OwnBook } from "../kinds/own-book.ts";
import type { Order } from "../orders/order.ts";
import { ledgerMovements } from "./ledger-movements.ts";
import { type MerchantFacts, merchantMovements } from "./merchant-movements.ts";
import type { OfficeBooks } from "./order-outcomes.ts";
import { standingOrderMovements } from "./standing-order-movements.ts";

/** Where a receipt's movements come from. */
export interface MovementSource {
  /** The order it did, if any. */
  readonly order?: Order;
  /** The calls of its transaction, where events do not tell all: see `needsCalls`. */
  readonly calls?: readonly Call[] | undefined;
  /** Where it collects or refunds for merchants with the institution's key elsewhere. */
  readonly merchants?: MerchantFacts | undefined;
}

/** Enters what a receipt tells of customers' accounts. Runs inside a transaction of the store. Answers how many movements. */
export function enterLedgerMovements(
  books: OfficeBooks,
  receipt: ReceiptJson,
  book: OwnBook,
  { order, calls, merchants }: MovementSource = {},
): number {
  const { store, journal, webhooks } = books;
  const told = [...ledgerMovements(receipt, book, calls), ...standingOrderMovements(store, receipt, book.institution)];
  if (calls !== undefined && merchants !== undefined) told.push(...merchantMovements(store, receipt, calls, book.institution, merchants));
  let entered = 0;
  for (const { account, other, movement } of told) {
    const customer = store.accounts.get(account);
    // An account that is nobody's is a difference, which the reconciliation tells.
    if (customer === undefined) continue;
    const counterparty = other === undefined ? undefined : store.accounts.get(other);
    const named = counterparty === undefined ? {} : { counterparty };
    journal.write(customer, { ...movement, ...named, ...orderedBy(order, movement.kind) });
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
