import { encodeGenesis, type GenesisProgram } from "@sycee/ledger";
import { type Address, addressOfKeys, blake2b256 } from "@sycee/protocol";
import {
  admitOperator,
  developmentSeed,
  entrustUnit,
  establishCentralBank,
  FRAMEWORK,
  handOut,
  initialiseMoney,
  issueSettlement,
  openWallets,
  registerUnit,
  setTier,
} from "@sycee/sdk";
import sodium from "sodium-native";

/** Somebody who pays. */
export interface BenchAccount {
  readonly address: Address;
  readonly publicKey: Buffer;
  readonly secretKey: Buffer;
}

/** Number of the digital cash: the second instrument of the one central bank. */
export const CASH_INSTRUMENT = 2;

const CASH_MINOR = 1_000_000_000n;
const WALLETS_A_CALL = 500;

/** Accounts with keys computed from their numbers. */
export function benchAccounts(count: number): BenchAccount[] {
  return Array.from({ length: count }, (_, index) => accountNamed(`bench/${index}`));
}

/** A ledger on which every account has a wallet without limits and plenty of cash. */
export function benchGenesis(
  accounts: readonly BenchAccount[],
  modules: readonly Uint8Array[],
  timeMs: bigint = BigInt(Date.now()),
): Uint8Array {
  const centralBank = accountNamed("bench/central-bank").address;
  const operator = accountNamed("bench/operator").address;
  const bookValueMinor = BigInt(accounts.length) * CASH_MINOR;
  const none = { balanceMinor: undefined, singleMinor: undefined, dailyMinor: undefined, yearlyMinor: undefined };
  const programs: GenesisProgram[] = [
    {
      signers: [FRAMEWORK.money],
      calls: [initialiseMoney(), registerUnit({ code: "CNY", decimals: 2, zoneOffsetMinutes: 480 }), entrustUnit({ unit: 1, centralBank })],
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
  for (let start = 0; start < accounts.length; start += WALLETS_A_CALL) {
    const group = accounts.slice(start, start + WALLETS_A_CALL);
    const wallets = group.map(({ address }) => ({ owner: address, commitment: blake2b256(new TextEncoder().encode(address)) }));
    programs.push({
      signers: [operator],
      calls: [openWallets({ tier: 1, wallets }), ...group.map(({ address }) => handOut({ to: address, amountMinor: CASH_MINOR }))],
    });
  }
  return encodeGenesis({ timeMs, modules, programs });
}

function accountNamed(name: string): BenchAccount {
  const publicKey = Buffer.alloc(sodium.crypto_sign_PUBLICKEYBYTES);
  const secretKey = Buffer.alloc(sodium.crypto_sign_SECRETKEYBYTES);
  sodium.crypto_sign_seed_keypair(publicKey, secretKey, Buffer.from(developmentSeed(name)));
  return { address: addressOfKeys({ kind: "ed25519", publicKey }), publicKey, secretKey };
}
