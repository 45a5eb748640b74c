import type { VirtualMachine } from "@sycee/move-vm";
import type { Address } from "@sycee/protocol/core";
import { PACKAGE, resolveStruct } from "../framework.ts";
import type { JsonValue } from "../ledger.ts";
import type { LedgerStore } from "../ledger-store.ts";
import type { JsonFields } from "./table-entries.ts";
import { valueToJson } from "./value-json.ts";

/** The fields of a resource of the package `banking` at an address; `undefined` if there is none. */
export function readBankingResource(
  vm: VirtualMachine,
  store: LedgerStore,
  module: string,
  name: string,
  address: Address,
): JsonFields | undefined {
  const type = resolveStruct(vm, PACKAGE.banking, module, name);
  const bytes = type === undefined ? undefined : store.get(vm.resourceKey(type, address));
  return type === undefined || bytes === undefined ? undefined : fieldsOf(valueToJson(type, vm.decodeValue(type, bytes)));
}

/** The elements of a vector; none where there is no vector. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

/** The fields of a struct. Throws where the value is none: the state is not what its type says. */
export function fieldsOf(value: JsonValue | undefined): JsonFields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("a struct was expected in the state");
  return value as JsonFields;
}
