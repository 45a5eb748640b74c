import type { AccountJson } from "@sycee/protocol";
import { useQuery } from "@tanstack/react-query";
import { client } from "../../app/client.ts";
import { ifKnown } from "../../app/if-known.ts";
import { useIdentity } from "../../identity/current-identity.tsx";
import type { Identity } from "../../identity/identity.ts";

/** What an address is on the ledger: who approves warrants, who asks for them, or neither. */
export type Authority = "supervisor" | "investigator" | undefined;

const NONE = { authority: undefined };
const REFRESH_MS = 10_000;

/** Reads it from the ledger; an address that the ledger does not know is neither. */
export async function authorityOf(address: Identity["address"]): Promise<{ readonly authority: Authority }> {
  const resources = await resourcesOf(address);
  const has = (type: string) => resources.some((resource) => resource.type === type);
  if (has("0x3::supervisor::Supervisor")) return { authority: "supervisor" };
  return { authority: has("0x3::investigator::Investigator") ? "investigator" : undefined };
}

/** The office of the person as whom one acts; none while it is read, or nobody was chosen. */
export function useAuthority(): Authority {
  const address = useIdentity().identity?.address;
  const found = useQuery({
    queryKey: ["office", address],
    queryFn: async () => (address === undefined ? NONE : await authorityOf(address)),
    refetchInterval: REFRESH_MS,
  });
  return found.data?.authority;
}

async function resourcesOf(address: Identity["address"]): Promise<AccountJson["resources"]> {
  return (await ifKnown(client.account(address), undefined))?.resources ?? [];
}
