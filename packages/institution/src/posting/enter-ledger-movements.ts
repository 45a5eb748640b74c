import type { Address, ReceiptJson } from "@sycee/protocol";
import { ledgerMovements } from "./ledger-movements.ts";
import type { OfficeBooks } from "./order-outcomes.ts";

/** Enters what a receipt's events tell of customers' accounts; `order` is the order it did, if any. Runs inside a transaction of the store. Answers how many movements. */
export function enterLedgerMovements(books: OfficeBooks, receipt: ReceiptJson, institution: Address, order?: string): number {
  let entered = 0;
  for (const { account, movement } of ledgerMovements(receipt, institution)) {
    const customer = books.store.accounts.get(account);
    // An account that is nobody's is a difference, which the reconciliation tells.
    if (customer === undefined) continue;
    const ordered = movement.kind === "sent" && order !== undefined ? { order } : {};
    books.journal.write(customer, { ...movement, ...ordered });
    books.webhooks.tell("account.changed", { customer, amountMinor: movement.amountMinor.toString(), kind: movement.kind });
    entered += 1;
  }
  return entered;
}
