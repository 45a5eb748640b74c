import type { Customer } from "../customers/customer.ts";
import type { OfficeStore } from "../store/office-store.ts";

/** A customer with an account on the ledger. */
export type Holder = Customer & { readonly account: number };

/** Why an order is refused whose customer's account was never opened. */
export const NO_ACCOUNT = "no_account";

/** A customer by its id, if it has an account. */
export function holderOf(store: OfficeStore, id: string): Holder | undefined {
  const customer = store.customers.get(id);
  return customer?.account === undefined ? undefined : { ...customer, account: customer.account };
}
