import type { Customer } from "../customers/customer.ts";
import type { OfficeStore } from "../store/office-store.ts";

/** A merchant's terms. */
export type Terms = NonNullable<Customer["merchant"]>;

/** Where on the ledger something happened: height of the block, and position in it. */
export interface LedgerPlace {
  readonly height: number;
  readonly index: number;
}

/**
 * Notes from where on a merchant has other terms, or none any more, and makes them the customer's. What was before the block is forgotten
 * but for the last: the office settles nothing of its own that far back. Runs inside a transaction of the store.
 */
export function changeTerms(
  store: OfficeStore,
  customer: Customer & { readonly account: number },
  place: LedgerPlace,
  terms: Terms | null,
): void {
  const { account } = customer;
  const { merchant: before, ...others } = customer;
  // What was known before there was a history.
  if (before !== undefined && lastBefore(store, account, place) === undefined) void store.terms.put([account, 0, 0], before);
  const older = [...store.terms.getKeys({ start: [account, 0, 0], end: [account, place.height, 0] })];
  for (const key of older.slice(0, -1)) void store.terms.remove(key);
  void store.terms.put([account, place.height, place.index], terms);
  void store.customers.put(customer.id, { ...others, ...(terms === null ? {} : { merchant: terms }) });
}

/** The terms that a merchant had at a place, which the change there is not part of; `undefined` if it had none. */
export function termsAt(store: OfficeStore, customer: Customer & { readonly account: number }, place: LedgerPlace): Terms | undefined {
  const known = lastBefore(store, customer.account, place);
  return known === undefined ? customer.merchant : (known ?? undefined);
}

/** `null` if the terms had ended, `undefined` if there is no history that far back. */
function lastBefore(store: OfficeStore, account: number, { height, index }: LedgerPlace): Terms | null | undefined {
  return [...store.terms.getRange({ start: [account, 0, 0], end: [account, height, index] })].at(-1)?.value;
}
