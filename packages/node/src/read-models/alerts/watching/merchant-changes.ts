import { BcsReader } from "@sycee/bcs";
import type { BlockRecord } from "@sycee/ledger";
import { addressFromBytes } from "@sycee/protocol";
import { customerAccount } from "../customer-account.ts";

const BANKING = `0x${"4".padStart(64, "0")}`;

/** Customers' accounts that became a merchant's in a block, or no longer are one's, as payment institutions register them; the last word of each. */
export function merchantChanges(record: Pick<BlockRecord, "results">): ReadonlyMap<string, boolean> {
  const changes = new Map<string, boolean>();
  for (const result of record.results) {
    if (result.kind !== "receipt") continue;
    for (const { type, data } of result.receipt.events) {
      if (type.kind !== "struct" || type.name !== "TermsSet" || type.module !== "merchant" || type.address !== BANKING) continue;
      // `TermsSet { institution: address, account: u32, terms: Option<Terms> }`; an option is a vector of one or none.
      const reader = new BcsReader(data);
      const institution = addressFromBytes(reader.fixedBytes(32));
      changes.set(customerAccount(institution, "own", reader.u32()), reader.u8() === 1);
    }
  }
  return changes;
}
