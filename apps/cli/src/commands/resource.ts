import type { AccountJson } from "@sycee/protocol";

/** A resource of an account as JSON, by its printed type; `undefined` if the account has none of that type. */
export function resourceOf<T>(account: AccountJson, type: string): T | undefined {
  // The types of resources are the ledger's own; their fields are those of the Move struct.
  return account.resources.find((resource) => resource.type === type)?.value as T | undefined;
}
