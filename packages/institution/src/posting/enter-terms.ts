import { type Address, hexToBytes, type ReceiptJson } from "@sycee/protocol";
import { banking, decode } from "@sycee/sdk";
import type { OfficeStore } from "../store/office-store.ts";
import { changeTerms } from "./terms-history.ts";

/** Enters merchants' terms that somebody set with the institution's key elsewhere, so that fees are reckoned as the ledger does. Runs inside a transaction of the store. */
export function enterTerms(store: OfficeStore, receipt: ReceiptJson, institution: Address): void {
  for (const { type, data } of receipt.events) {
    const bytes = type === banking.merchantTermsSetType.name ? hexToBytes(data) : undefined;
    if (bytes === undefined) continue;
    const event = decode(banking.merchantTermsSetType, bytes);
    const id = event.institution === institution ? store.accounts.get(event.account) : undefined;
    const customer = id === undefined ? undefined : store.customers.get(id);
    if (customer === undefined) continue;
    const { terms } = event;
    const place = { height: Number(receipt.height), index: receipt.index };
    const changed = terms === undefined ? null : { feeBps: Number(terms.feeBps), feeFixedMinor: terms.feeFixed.toString() };
    changeTerms(store, { ...customer, account: event.account }, place, changed);
  }
}
