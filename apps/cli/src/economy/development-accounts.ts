import type { Address } from "@sycee/protocol";
import { developmentSeed, keyFromSeed, signerOf } from "@sycee/sdk";

/** Symbol of the digital cash of the development economy. */
export const DEVELOPMENT_CASH = "CNY.cash";

/** Somebody in the development economy. Its key is computed from its name: anybody has it. */
export interface DevelopmentAccount {
  readonly name: string;
  readonly role: DevelopmentRole;
  readonly address: Address;
  readonly seed: Uint8Array;
  /** Who serves its wallet. */
  readonly operator?: string;
  readonly tier?: number;
  /** Digital cash it begins with, in minor units. */
  readonly cashMinor?: bigint;
}

export type DevelopmentRole =
  | "central bank"
  | "operator"
  | "person"
  | "shop"
  | "supervisor"
  | "developer"
  | "bank"
  | "payment institution"
  | "first-mode institution"
  | "clearing house"
  | "custodian";

type Plan = Omit<DevelopmentAccount, "address" | "seed">;

const PLANS: readonly Plan[] = [
  { name: "central-bank", role: "central bank" },
  { name: "harbour-bank", role: "operator" },
  { name: "valley-bank", role: "operator" },
  { name: "alice", role: "person", operator: "harbour-bank", tier: 2, cashMinor: 1_200_000n },
  { name: "bob", role: "person", operator: "harbour-bank", tier: 3, cashMinor: 350_000n },
  { name: "carol", role: "person", operator: "valley-bank", tier: 4, cashMinor: 120_000n },
  { name: "dan", role: "person", operator: "valley-bank", tier: 1, cashMinor: 5_000_000n },
  { name: "tea-house", role: "shop", operator: "harbour-bank", tier: 1, cashMinor: 250_000n },
  { name: "bookshop", role: "shop", operator: "valley-bank", tier: 1, cashMinor: 180_000n },
  { name: "supervisor", role: "supervisor" },
  { name: "developer", role: "developer" },
  { name: "river-bank", role: "bank" },
  { name: "hill-bank", role: "bank" },
  { name: "coast-bank", role: "bank" },
  { name: "swiftpay", role: "payment institution" },
  { name: "old-pay", role: "first-mode institution" },
  { name: "clearing-house", role: "clearing house" },
  { name: "custodian", role: "custodian" },
];

let accounts: Promise<readonly DevelopmentAccount[]> | undefined;

/** Everybody in the development economy, the central bank first. */
export function developmentAccounts(): Promise<readonly DevelopmentAccount[]> {
  accounts ??= Promise.all(PLANS.map(withKey));
  return accounts;
}

async function withKey(plan: Plan): Promise<DevelopmentAccount> {
  const seed = developmentSeed(plan.name);
  return { ...plan, seed, address: signerOf(await keyFromSeed(seed)).address };
}

/** The address of whoever has a role, the first if there are several. */
export function addressOf(accounts: readonly DevelopmentAccount[], role: DevelopmentRole): Address {
  const found = accounts.find((account) => account.role === role);
  if (found === undefined) throw new Error(`the development economy has no ${role}`);
  return found.address;
}
