import type { BlockRecord } from "@sycee/ledger";
import type { TransactionEntry } from "@sycee/storage";

/** Ids of the transactions that a block includes, with their positions. */
export function entriesOf(record: BlockRecord): TransactionEntry[] {
  const entries: TransactionEntry[] = [];
  for (const [index, result] of record.results.entries()) if (result.kind === "receipt") entries.push({ id: result.receipt.id, index });
  return entries;
}
