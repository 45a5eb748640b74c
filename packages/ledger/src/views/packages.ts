import type { StructValue, VirtualMachine } from "@sycee/move-vm";
import type { Address } from "@sycee/protocol/core";
import { fieldOf, PACKAGE, resolveStruct } from "../framework.ts";
import type { PackageView } from "../ledger.ts";
import type { LedgerStore } from "../ledger-store.ts";
import { valueToJson } from "./value-json.ts";

/** Names of the upgrade policies, by their number in `oversight::publishing`. */
const POLICIES = ["compatible", "additive", "immutable"] as const;

/** The published package at an address; `undefined` where there is none. */
export function readPackage(vm: VirtualMachine, store: LedgerStore, address: Address): PackageView | undefined {
  const type = resolveStruct(vm, PACKAGE.oversight, "publishing", "Package");
  const bytes = type === undefined ? undefined : store.get(vm.resourceKey(type, address));
  if (type === undefined || bytes === undefined) return undefined;
  const value = vm.decodeValue(type, bytes) as StructValue;
  const field = (name: string) => value[fieldOf(type, name)];
  const policy = POLICIES[Number(field("policy"))];
  if (policy === undefined) throw new Error(`the package at ${address} has no known policy`);
  const { name } = valueToJson(type, value) as { readonly name: string };
  return {
    address,
    name,
    publisher: field("publisher") as Address,
    version: BigInt(field("version") as number | bigint),
    policy,
    dependencies: field("dependencies") as Address[],
  };
}

/** Whether the genesis enabled publishing. */
export function takesModules(vm: VirtualMachine, store: LedgerStore): boolean {
  const type = resolveStruct(vm, PACKAGE.oversight, "publishing", "Publishing");
  return type !== undefined && store.get(vm.resourceKey(type, PACKAGE.oversight)) !== undefined;
}
