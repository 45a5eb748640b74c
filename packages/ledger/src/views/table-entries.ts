import type { RuntimeType, VirtualMachine } from "@sycee/move-vm";
import type { JsonValue } from "../ledger.ts";
import type { LedgerStore } from "../ledger-store.ts";
import { valueToJson } from "./value-json.ts";

const TABLE_ENTRY = 0x02;

/** A struct's fields by name. */
export type JsonFields = { readonly [field: string]: JsonValue };

/** An entry of a table of structs. */
export interface TableEntry {
  /** BCS of the key. */
  readonly keyBytes: Uint8Array;
  readonly value: JsonFields;
}

/** The entries whose values are structs of a type in the table of that handle (`0x` and 64 digits): `most` of them, all if absent. */
export function readTableEntries(
  vm: VirtualMachine,
  store: LedgerStore,
  type: RuntimeType,
  handle: string,
  most = Number.POSITIVE_INFINITY,
): TableEntry[] {
  const prefix = new Uint8Array(33);
  prefix[0] = TABLE_ENTRY;
  prefix.set(Buffer.from(handle.slice(2), "hex"), 1);
  const entries: TableEntry[] = [];
  for (const { key, value } of store.scan(prefix)) {
    const meaning = vm.describeKey(store, key);
    if (meaning?.kind !== "table-entry" || meaning.type !== type) continue;
    if (entries.length >= most) break;
    entries.push({ keyBytes: meaning.keyBytes, value: valueToJson(type, vm.decodeValue(type, value)) as JsonFields });
  }
  return entries;
}
