import type { ClearingHouseJson } from "@sycee/protocol";
import { fieldsOf } from "./banking-resource.ts";
import type { StateReader } from "./state-reader.ts";
import type { JsonFields } from "./table-entries.ts";

/** What a clearing house keeps of settled payments, and from when on it can forget the first; `house` are the fields of its resource, `underWay` the numbers of what waits. */
export function keptPayments(state: StateReader, house: JsonFields, underWay: ReadonlySet<string>): ClearingHouseJson["settled"] {
  const records = fieldsOf(house.records);
  const keptNumber = String(fieldsOf(records.settled).length);
  // Chains that began with earlier modules do not say which is the first.
  if (records.first === undefined) return { keptNumber, forgettableFromMs: null };
  const first = BigInt(String(records.first));
  if (first > BigInt(String(fieldsOf(house.queues).last)) || underWay.has(`${first}`)) return { keptNumber, forgettableFromMs: null };
  const settled = state.entry("banking", "clearing_records", "Settled", records.settled, first, 8);
  // The first was revoked, returned or forgotten: nothing holds up those behind it.
  if (settled === undefined) return { keptNumber, forgettableFromMs: "0" };
  const keptMs = BigInt(String(fieldsOf(house.rules).recall_ms));
  return { keptNumber, forgettableFromMs: `${BigInt(String(settled.settled_ms)) + keptMs + 1n}` };
}
