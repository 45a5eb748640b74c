import type { TierJson } from "@sycee/protocol";
import { banking, readResource } from "@sycee/sdk";
import { client } from "../../app/client.ts";
import type { Identity } from "../../identity/identity.ts";

/** The limits of a tier in a bank's wallet money, beside those that digital cash has now. */
export interface WalletTier {
  readonly tier: number;
  readonly here: TierJson | undefined;
  readonly cash: TierJson;
  readonly differs: boolean;
}

/** What a bank's wallets hold in all, in minor units, and within which limits; `undefined` for one that has not gone over to the regime. Throws `SyceeError`. */
export async function readWalletDeposits(bank: Identity["address"]) {
  const [adopted, opening] = await Promise.all([
    readResource(client, bank, banking.walletDepositsType),
    readResource(client, bank, banking.institutionType),
  ]);
  if (adopted === undefined || opening === undefined) return undefined;
  const [instruments, policy] = await Promise.all([client.instruments(), client.economy.policy(opening.centralBank)]);
  const issued = instruments.find(({ instrument }) => instrument === adopted.authority.instrument);
  if (issued === undefined) throw new Error(`there is no instrument ${adopted.authority.instrument}`);
  const tiers = policy.tiers.map((cash): WalletTier => {
    const here = issued.tiers?.find(({ tier }) => tier === cash.tier);
    return { tier: cash.tier, here, cash, differs: here === undefined || !isSame(here, cash) };
  });
  return { symbol: issued.symbol, heldMinor: issued.outstandingMinor, tiers };
}

function isSame(left: TierJson, right: TierJson): boolean {
  return (["balanceMinor", "singleMinor", "dailyMinor", "yearlyMinor"] as const).every((name) => left[name] === right[name]);
}
