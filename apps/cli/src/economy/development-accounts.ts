import type { Address } from "@sycee/protocol";
import { developmentSeed, keyFromSeed, type Signer, signerOf, thresholdSigner } from "@sycee/sdk";

/** Symbol of the digital cash of the development economy. */
export const DEVELOPMENT_CASH = "CNY.cash";

/** Somebody in the development economy. Its keys are computed from names: anybody has them. */
export interface DevelopmentAccount {
  readonly name: string;
  readonly role: DevelopmentRole;
  readonly address: Address;
  /** Those who sign for it, by name: one who has its own name, or a board of which {@link DevelopmentAccount.threshold} must. */
  readonly signedBy: readonly string[];
  readonly threshold: number;
  /** Who serves its wallet. */
  readonly operator?: string;
  readonly tier?: number;
  /** Digital cash it begins with, in minor units. */
  readonly cashMinor?: bigint;
  /** Where its shop is registered: a city of up to 15 characters of ASCII, and two letters of ISO 3166-1. */
  readonly place?: { readonly city: string; readonly country: string };
}

export type DevelopmentRole =
  | "central bank"
  | "operator"
  | "person"
  | "shop"
  | "supervisor"
  | "investigating authority"
  | "developer"
  | "bank"
  | "payment institution"
  | "first-mode institution"
  | "clearing house"
  | "custodian"
  | "government"
  | "deposit insurer";

type Plan = Omit<DevelopmentAccount, "address" | "signedBy" | "threshold"> & Partial<Pick<DevelopmentAccount, "signedBy" | "threshold">>;

const SHANGHAI = { city: "Shanghai", country: "CN" };

const PLANS: readonly Plan[] = [
  { name: "central-bank", role: "central bank" },
  { name: "harbour-bank", role: "operator" },
  { name: "valley-bank", role: "operator" },
  { name: "alice", role: "person", operator: "harbour-bank", tier: 2, cashMinor: 1_200_000n },
  { name: "bob", role: "person", operator: "harbour-bank", tier: 3, cashMinor: 350_000n },
  { name: "carol", role: "person", operator: "valley-bank", tier: 4, cashMinor: 120_000n },
  { name: "dan", role: "person", operator: "valley-bank", tier: 1, cashMinor: 5_000_000n },
  { name: "tea-house", role: "shop", operator: "harbour-bank", tier: 1, cashMinor: 250_000n, place: SHANGHAI },
  { name: "bookshop", role: "shop", operator: "valley-bank", tier: 1, cashMinor: 180_000n, place: SHANGHAI },
  {
    name: "supervisor",
    role: "supervisor",
    signedBy: ["supervisor-chair", "supervisor-deputy", "supervisor-secretary"],
    threshold: 2,
  },
  { name: "prosecutor", role: "investigating authority" },
  { name: "developer", role: "developer" },
  { name: "river-bank", role: "bank" },
  { name: "hill-bank", role: "bank" },
  { name: "coast-bank", role: "bank" },
  { name: "swiftpay", role: "payment institution" },
  { name: "lotus-pay", role: "payment institution" },
  { name: "old-pay", role: "first-mode institution" },
  { name: "clearing-house", role: "clearing house" },
  { name: "custodian", role: "custodian" },
  { name: "government", role: "government" },
  { name: "deposit-insurer", role: "deposit insurer" },
];

let accounts: Promise<readonly DevelopmentAccount[]> | undefined;

/** Everybody in the development economy, the central bank first. */
export function developmentAccounts(): Promise<readonly DevelopmentAccount[]> {
  accounts ??= Promise.all(PLANS.map(withKey));
  return accounts;
}

/** Who can sign for an account of the development economy. */
export async function developmentSigner({ signedBy, threshold }: Pick<DevelopmentAccount, "signedBy" | "threshold">): Promise<Signer> {
  const keys = await Promise.all(signedBy.map(async (name) => await keyFromSeed(developmentSeed(name))));
  const [only] = keys;
  if (only !== undefined && keys.length === 1) return signerOf(only);
  return thresholdSigner({ threshold, publicKeys: keys.map(({ publicKey }) => publicKey), signing: keys });
}

async function withKey(plan: Plan): Promise<DevelopmentAccount> {
  const { signedBy = [plan.name], threshold = 1 } = plan;
  const { address } = await developmentSigner({ signedBy, threshold });
  return { ...plan, signedBy, threshold, address };
}

/** The address of whoever has a role, the first if there are several. */
export function addressOf(accounts: readonly DevelopmentAccount[], role: DevelopmentRole): Address {
  const found = accounts.find((account) => account.role === role);
  if (found === undefined) throw new Error(`the development economy has no ${role}`);
  return found.address;
}

/** The address of whoever has a name. */
export function addressNamed(accounts: readonly DevelopmentAccount[], name: string): Address {
  const found = accounts.find((account) => account.name === name);
  if (found === undefined) throw new Error(`nobody in the development economy is named ${name}`);
  return found.address;
}
