import { blake2b, encodeGenesis, type GenesisProgram } from "@sycee/ledger";
import { type Address, addressFromBytes, addressOfKeys, addressToBytes } from "@sycee/protocol";
import {
  admitOperator,
  developmentSeed,
  entrustUnit,
  establishCentralBank,
  FRAMEWORK,
  grantLicence,
  handOut,
  initialiseMoney,
  initialiseOversight,
  issueSettlement,
  openWallets,
  registerUnit,
  setTier,
} from "@sycee/sdk";
import sodium from "sodium-native";

/** Somebody who signs. */
export interface BenchAccount {
  readonly address: Address;
  readonly publicKey: Buffer;
  readonly secretKey: Buffer;
}

/** Number of the digital cash: the second instrument of the one central bank. */
export const CASH_INSTRUMENT = 2;
/** What every account has at first. */
export const CASH_MINOR = 1_000_000_000n;

/** Most wallets in one call of `openWallets`. */
export const WALLETS_A_CALL = 500;

/** What a ledger begins with beside its accounts. */
export interface EconomyOptions {
  readonly timeMs?: bigint;
  /** Settlement money that the operator is to have left when every account has its cash. */
  readonly operatorMinor?: bigint;
}

/** Those who act in the economy beside its payers, by their part in it. */
export function benchActor(part: "central-bank" | "operator" | "supervisor" | "publisher"): BenchAccount {
  return accountNamed(`bench/${part}`);
}

/** Accounts with keys computed from their numbers. */
export function benchAccounts(count: number): BenchAccount[] {
  return Array.from({ length: count }, (_, index) => benchAccount(index));
}

/** An account with a key computed from its number. */
export function benchAccount(index: number): BenchAccount {
  return accountNamed(`bench/${index}`);
}

/**
 * The address of an account of which nobody has a key, of so many accounts in all. They ascend with their numbers and lie evenly among all
 * addresses: what is opened in order lies side by side on the disk, and is written once in place of many times.
 */
export function keylessAddress(index: number, accounts: number): Address {
  const bytes = Buffer.from(blake2b(Buffer.from(`bench/keyless/${index}`)));
  bytes.writeUInt32BE(Math.floor((index / accounts) * 2 ** 32), 0);
  return addressFromBytes(bytes);
}

/** What the holder of a wallet is known by. */
export function commitmentOf(owner: Address): Uint8Array {
  return blake2b(Buffer.from(owner));
}

/** The same for an address of which nobody has a key: beside it in the order of keys, for the same reason. */
export function keylessCommitment(owner: Address): Uint8Array {
  const commitment = commitmentOf(owner);
  commitment.set(addressToBytes(owner).subarray(0, 4));
  return commitment;
}

/** A ledger on which every account has a wallet without limits and plenty of cash, and a publisher is licensed. */
export function benchGenesis(accounts: readonly BenchAccount[], modules: readonly Uint8Array[], options: EconomyOptions = {}): Uint8Array {
  const { timeMs = BigInt(Date.now()), operatorMinor = 0n } = options;
  const operator = benchActor("operator").address;
  const programs = foundingPrograms(BigInt(accounts.length) * CASH_MINOR + operatorMinor);
  for (let start = 0; start < accounts.length; start += WALLETS_A_CALL) {
    const group = accounts.slice(start, start + WALLETS_A_CALL);
    const wallets = group.map(({ address }) => ({ owner: address, commitment: commitmentOf(address) }));
    programs.push({
      signers: [operator],
      calls: [openWallets({ tier: 1, wallets }), ...group.map(({ address }) => handOut({ to: address, amountMinor: CASH_MINOR }))],
    });
  }
  return encodeGenesis({ timeMs, modules, programs });
}

function foundingPrograms(bookValueMinor: bigint): GenesisProgram[] {
  const [centralBank, operator] = [benchActor("central-bank").address, benchActor("operator").address];
  const [supervisor, publisher] = [benchActor("supervisor").address, benchActor("publisher").address];
  const none = { balanceMinor: undefined, singleMinor: undefined, dailyMinor: undefined, yearlyMinor: undefined };
  return [
    {
      signers: [FRAMEWORK.money],
      calls: [initialiseMoney(), registerUnit({ code: "CNY", decimals: 2, zoneOffsetMinutes: 480 }), entrustUnit({ unit: 1, centralBank })],
    },
    { signers: [FRAMEWORK.oversight, FRAMEWORK.std], calls: [initialiseOversight({ supervisor })] },
    {
      signers: [supervisor],
      calls: [
        grantLicence({ kind: "publisher", holder: publisher }),
        grantLicence({ kind: "centralBank", unit: 1, holder: centralBank }),
        grantLicence({ kind: "operator", unit: 1, holder: operator }),
      ],
    },
    {
      signers: [centralBank],
      calls: [
        establishCentralBank({ unit: 1, name: "Central Bank", settlementSymbol: "CNY.settlement", cashSymbol: "CNY.cash" }),
        setTier({ tier: 1, ...none }),
        admitOperator({ operator, name: "Operator" }),
        issueSettlement({ operator, kind: "governmentBonds", description: "Government bonds", bookValueMinor, haircutBasisPoints: 0 }),
      ],
    },
  ];
}

function accountNamed(name: string): BenchAccount {
  const publicKey = Buffer.alloc(sodium.crypto_sign_PUBLICKEYBYTES);
  const secretKey = Buffer.alloc(sodium.crypto_sign_SECRETKEYBYTES);
  sodium.crypto_sign_seed_keypair(publicKey, secretKey, Buffer.from(developmentSeed(name)));
  return { address: addressOfKeys({ kind: "ed25519", publicKey }), publicKey, secretKey };
}
