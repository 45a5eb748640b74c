import type { StructType, TypeName, VirtualMachine } from "@sycee/move-vm";
import { type Address, parseAddress } from "@sycee/protocol/core";

/** Package addresses of the framework's Move packages. */
export const PACKAGE = {
  std: packageAddress("0x1"),
  money: packageAddress("0x2"),
  oversight: packageAddress("0x3"),
  banking: packageAddress("0x4"),
} as const;

/** A struct type of the framework by name, e.g. `(PACKAGE.money, "money", "Money")`. */
export function frameworkType(address: Address, module: string, name: string): TypeName & { kind: "struct" } {
  return { kind: "struct", address, module, name, typeArguments: [] };
}

/** The run-time type of a framework struct; `undefined` where a chain's genesis does not have that module. */
export function resolveStruct(vm: VirtualMachine, address: Address, module: string, name: string): StructType | undefined {
  const type = vm.resolveType(frameworkType(address, module, name));
  return type?.kind === "struct" ? type : undefined;
}

/** Property `f<n>` of a declared field. Throws when the module has no such field: the ledger and its framework disagree. */
export function fieldOf(type: StructType, field: string): `f${number}` {
  const index = type.fieldNames.indexOf(field);
  if (index < 0) throw new Error(`${type.key} has no field ${field}`);
  return `f${index}`;
}

function packageAddress(text: string): Address {
  const address = parseAddress(text);
  if (address === undefined) throw new Error(`not an address: ${text}`);
  return address;
}
