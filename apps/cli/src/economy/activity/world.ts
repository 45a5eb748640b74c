import type { Address, Call } from "@sycee/protocol";
import { CLEARING_GAS_LIMIT, type Client, type Signer } from "@sycee/sdk";
import { type DevelopmentAccount, developmentAccounts, developmentSigner } from "../development-accounts.ts";
import { developmentPopulation, type HeldAccount, type HeldWallet, type Population } from "../population.ts";
import { populationSigners } from "../population-keys.ts";

/** The economy as the activity reaches it: through the public API, with the keys that everybody has. */
export class World {
  readonly client: Client;
  readonly population: Population;
  private readonly signers: ReadonlyMap<string, Signer>;
  private readonly accounts: readonly DevelopmentAccount[];
  private readonly signal: AbortSignal;

  private constructor(client: Client, signal: AbortSignal, accounts: readonly DevelopmentAccount[], signers: ReadonlyMap<string, Signer>) {
    this.client = client;
    this.signal = signal;
    this.population = developmentPopulation();
    this.accounts = accounts;
    this.signers = signers;
  }

  /** Makes the keys of institutions and of the population's wallets. Nothing is sent any more once `signal` says stop. */
  static async open(client: Client, signal: AbortSignal): Promise<World> {
    const accounts = (await developmentAccounts()).filter(({ role }) => INSTITUTIONS.has(role));
    const supervisor = (await developmentAccounts()).find(({ role }) => role === "supervisor");
    // A node that keeps accounts private shows them to it.
    if (supervisor !== undefined) client.readAs(async () => await developmentSigner(supervisor));
    const named = await Promise.all(accounts.map(async (account) => [account.name, await developmentSigner(account)] as const));
    return new World(client, signal, accounts, new Map([...named, ...(await populationSigners())]));
  }

  /** Who signs for an institution or a wallet of the population. */
  signer(name: string): Signer {
    const found = this.signers.get(name);
    if (found === undefined) throw new Error(`the activity has no key of ${name}`);
    return found;
  }

  address(name: string): Address {
    return this.signer(name).address;
  }

  /** The name of the only institution of a role, or of its first. */
  nameOf(role: DevelopmentAccount["role"]): string {
    const found = this.accounts.find((account) => account.role === role);
    if (found === undefined) throw new Error(`the development economy has no ${role}`);
    return found.name;
  }

  /** Sends calls as one transaction and answers its receipt once it is final. Throws `SyceeError`. */
  async send(names: readonly string[], ...calls: readonly Call[]) {
    const signers = names.map((name) => this.signer(name));
    return await this.client.send({ signers, calls, gasLimit: CLEARING_GAS_LIMIT }, { signal: this.signal, giveUpAfterMs: GIVE_UP_MS });
  }

  /** What is on an account of an institution's customer, in minor units. */
  async onAccount({ at, account }: Pick<HeldAccount, "at" | "account">): Promise<bigint> {
    const { balances } = await this.client.customerAccount(this.address(at), account);
    return BigInt(balances.find(({ place }) => place === "customers")?.amountMinor ?? 0);
  }

  /** Digital cash in a wallet, in minor units. */
  async inWallet({ name }: Pick<HeldWallet, "name">): Promise<bigint> {
    return await this.balanceOf(this.address(name), "wallet");
  }

  /** What an address has in a place, such as `settlement`, in minor units. */
  async balanceOf(address: Address, where: string): Promise<bigint> {
    const { balances } = await this.client.account(address);
    return BigInt(balances.find(({ place }) => place === where)?.amountMinor ?? 0);
  }
}

const GIVE_UP_MS = 60_000;
/** Whom the activity acts for besides the population: nobody who has a name for examples. */
const INSTITUTIONS: ReadonlySet<DevelopmentAccount["role"]> = new Set([
  "central bank",
  "bank",
  "payment institution",
  "first-mode institution",
  "clearing house",
  "government",
]);
