import { BcsReader } from "@sycee/bcs";
import type { BlockRecord } from "@sycee/ledger";
import { addressFromBytes } from "@sycee/protocol/core";
import { customerAccount } from "../customer-account.ts";
import { isEvent, PACKAGES } from "./is-event.ts";

/** Customers' accounts that became a merchant's in a block, or no longer are one's, as payment institutions register them; the last word of each. */
export function merchantChanges(record: Pick<BlockRecord, "results">): ReadonlyMap<string, boolean> {
  const changes = new Map<string, boolean>();
  for (const result of record.results) {
    if (result.kind !== "receipt") continue;
    for (const event of result.receipt.events) {
      if (!isEvent(event, PACKAGES.banking, "merchant", "TermsSet")) continue;
      // `TermsSet { institution: address, account: u32, terms: Option<Terms> }`; an option is a vector of one or none.
      const reader = new BcsReader(event.data);
      const institution = addressFromBytes(reader.fixedBytes(32));
      changes.set(customerAccount(institution, "own", reader.u32()), reader.u8() === 1);
    }
  }
  return changes;
}
