import type { AccountJson } from "@sycee/protocol";
import { client } from "../../app/client.ts";
import { ifKnown } from "../../app/if-known.ts";
import type { Identity } from "../../identity/identity.ts";

/** What an address is on the ledger: who approves warrants, who asks for them, or neither. */
export type Authority = "supervisor" | "investigator" | undefined;

/** Reads it from the ledger; an address that the ledger does not know is neither. */
export async function authorityOf(address: Identity["address"]): Promise<{ readonly authority: Authority }> {
  const resources = await resourcesOf(address);
  const has = (type: string) => resources.some((resource) => resource.type === type);
  if (has("0x3::supervisor::Supervisor")) return { authority: "supervisor" };
  return { authority: has("0x3::investigator::Investigator") ? "investigator" : undefined };
}

async function resourcesOf(address: Identity["address"]): Promise<AccountJson["resources"]> {
  return (await ifKnown(client.account(address), undefined))?.resources ?? [];
}
