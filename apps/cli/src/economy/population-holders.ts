import type { Address } from "@sycee/protocol";
import type { DevelopmentAccount } from "./development-accounts.ts";

/** What the population's beginning needs to know. */
export interface PopulationGenesis {
  readonly accounts: readonly DevelopmentAccount[];
  /** Addresses of the population's wallets by name. */
  readonly wallets: ReadonlyMap<string, Address>;
  readonly timeMs: bigint;
}

/** The address of a wallet of the population. */
export function walletAddress(addresses: ReadonlyMap<string, Address>, name: string): Address {
  const address = addresses.get(name);
  if (address === undefined) throw new Error(`nobody in the population is named ${name}`);
  return address;
}
