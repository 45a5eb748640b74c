import { type Address, parseAddress } from "@sycee/protocol";
import { type Client, developmentSeed, type Key, keyFromSeed, type Signer, signerOf, SyceeError } from "@sycee/sdk";
import { developmentAccounts, developmentSigner } from "../economy/development-accounts.ts";
import { CliError } from "../output/cli-error.ts";
import { readKeys } from "./key-file.ts";

/** Names of accounts: those of a key file, and on a development ledger those of its economy. */
export interface AddressBook {
  /** The address that a name or an address stands for. Throws `CliError` `unknown_name`, `not_a_development_ledger`. */
  resolve(nameOrAddress: string): Promise<Address>;
  /** Who can sign for a name or an address. Throws as `resolve` does, and `no_key`. */
  signer(nameOrAddress: string): Promise<Signer>;
  /** The key of a name or an address, for what is signed apart from transactions. Throws as `signer` does. */
  key(nameOrAddress: string): Promise<Key>;
  /** The name of an address, or the address itself. */
  nameOf(address: Address): Promise<string>;
}

/** An account that somebody here can sign for. */
interface KnownAccount {
  readonly address: Address;
  /** Of its one key; `undefined` if it has several. */
  readonly seed: Uint8Array | undefined;
  signer(): Promise<Signer>;
}

/** The book of a key file and the ledger that `client` reaches. */
export function createAddressBook(keyFile: string, client: Client): AddressBook {
  const keys = readKeys(keyFile);
  let development: Promise<boolean> | undefined;
  async function find(nameOrAddress: string): Promise<KnownAccount | undefined> {
    const matches = (entry: { readonly name: string; readonly address: Address }): boolean =>
      entry.name === nameOrAddress || entry.address === parseAddress(nameOrAddress);
    const own = keys.find(matches);
    if (own !== undefined) return { address: own.address, seed: own.seed, signer: async () => signerOf(await keyFromSeed(own.seed)) };
    const known = (await developmentAccounts()).find(matches);
    if (known === undefined) return undefined;
    development ??= isDevelopmentLedger(client);
    if (await development) {
      const [only, ...others] = known.signedBy;
      const seed = only === undefined || others.length > 0 ? undefined : developmentSeed(only);
      return { address: known.address, seed, signer: async () => await developmentSigner(known) };
    }
    if (parseAddress(nameOrAddress) !== undefined) return undefined;
    // Anybody has the keys of these names: they must not be paid where money is real.
    throw new CliError(
      "not_a_development_ledger",
      `${nameOrAddress} is an account of development ledgers, and ${client.connection.url} is not one.`,
    );
  }
  async function withKey(nameOrAddress: string): Promise<KnownAccount> {
    const found = await find(nameOrAddress);
    if (found !== undefined) return found;
    if (parseAddress(nameOrAddress) === undefined) throw unknownName(nameOrAddress, keyFile);
    throw new CliError("no_key", `There is no key for ${nameOrAddress} in ${keyFile}.`);
  }
  return {
    async resolve(nameOrAddress) {
      const address = (await find(nameOrAddress))?.address ?? parseAddress(nameOrAddress);
      if (address === undefined) throw unknownName(nameOrAddress, keyFile);
      return address;
    },
    signer: async (nameOrAddress) => await (await withKey(nameOrAddress)).signer(),
    async key(nameOrAddress) {
      const { seed } = await withKey(nameOrAddress);
      if (seed !== undefined) return await keyFromSeed(seed);
      throw new CliError("no_key", `${nameOrAddress} has several keys, and this is signed with one.`);
    },
    async nameOf(address) {
      const own = keys.find((key) => key.address === address);
      return own?.name ?? (await developmentAccounts()).find((account) => account.address === address)?.name ?? address;
    },
  };
}

async function isDevelopmentLedger(client: Client): Promise<boolean> {
  const [centralBank] = await developmentAccounts();
  if (centralBank === undefined) return false;
  try {
    await client.economy.policy(centralBank.address);
    return true;
  } catch (error) {
    if (error instanceof SyceeError && error.code === "unknown_account") return false;
    throw error;
  }
}

function unknownName(name: string, keyFile: string): CliError {
  return new CliError(
    "unknown_name",
    `Nobody is named ${JSON.stringify(name)}: it is not an address, and not a name in ${keyFile} or of the development ledger.`,
  );
}
