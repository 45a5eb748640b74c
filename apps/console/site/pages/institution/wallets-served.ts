import { SyceeError } from "@sycee/sdk";
import { client } from "../../app/client.ts";
import type { Identity } from "../../identity/identity.ts";

type Named = Pick<Identity, "name" | "address" | "role">;

/** Roles of those who have no wallet of their own. */
const WITHOUT_WALLET = [
  "central bank",
  "operator",
  "bank",
  "payment institution",
  "first-mode institution",
  "clearing house",
  "government",
  "deposit insurer",
];

/** More names than this are not asked about. */
const MOST_ASKED = 60;

/** Of those who have a name here, who has a wallet that an operator serves, by name. Throws `SyceeError`. */
export async function walletsServed(operator: string, named: readonly Named[]): Promise<readonly string[]> {
  const asked = named.filter(({ role }) => !WITHOUT_WALLET.includes(role ?? "")).slice(0, MOST_ASKED);
  const operators = await Promise.all(asked.map(async ({ address }) => await operatorOf(address)));
  return [...new Set(asked.flatMap(({ name }, place) => (operators[place] === operator ? [name] : [])))];
}

/** `undefined` where there is no wallet, or the node shows it to others only. */
async function operatorOf(address: Identity["address"]): Promise<string | undefined> {
  try {
    return (await client.economy.walletLimits(address)).operator;
  } catch (error) {
    const isHidden = error instanceof SyceeError && ["unknown_account", "not_yours", "session_required"].includes(error.code);
    if (isHidden) return undefined;
    throw error;
  }
}
