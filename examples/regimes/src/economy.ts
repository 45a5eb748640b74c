import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { GenesisProgram } from "@sycee/ledger";
import { loadBuiltModules } from "@sycee/move-build";
import { blake2b256, type Call } from "@sycee/protocol";
import {
  admitOperator,
  banking,
  contributeCapital,
  contributeSecurity,
  developmentSeed,
  entrustUnit,
  establishBank,
  establishCentralBank,
  FRAMEWORK,
  grantLicence,
  initialiseMoney,
  initialiseOversight,
  keyFromSeed,
  openDepositAccounts,
  openWallets,
  registerUnit,
  setPolicy,
  setTier,
  type Signer,
  signerOf,
} from "@sycee/sdk";
import { Chain } from "./chain.ts";

/** Number of the digital cash instrument; settlement money is the first. */
export const CASH = 2;
export const YUAN = 100n;
const START_MS = BigInt(Date.UTC(2026, 0, 5, 4));
const MODULES = join(dirname(fileURLToPath(import.meta.url)), "../../../move/build");
const NO_LIMITS = { balanceMinor: undefined, singleMinor: undefined, dailyMinor: undefined, yearlyMinor: undefined };

/** A person with an account at a bank and a wallet that the same bank serves. */
export interface Person {
  readonly signer: Signer;
  readonly bank: Signer;
  readonly account: number;
}

export interface Economy {
  readonly chain: Chain;
  readonly centralBank: Signer;
  readonly banks: readonly Signer[];
  readonly people: readonly Person[];
}

/** Two banks that are operators too, each with ten customers, before anybody has lent or been paid. */
export async function beginEconomy(): Promise<Economy> {
  const named = async (name: string) => signerOf(await keyFromSeed(developmentSeed(`regimes ${name}`)));
  const [supervisor, centralBank, custodian] = [await named("supervisor"), await named("central bank"), await named("custodian")];
  const banks = [await named("north"), await named("south")];
  const people: Person[] = [];
  for (const bank of banks) {
    for (let account = 0; account < 10; account += 1) people.push({ signer: await named(`person ${people.length}`), bank, account });
  }
  const programs: GenesisProgram[] = [
    {
      signers: [FRAMEWORK.money],
      calls: [
        initialiseMoney(),
        registerUnit({ code: "CNY", decimals: 2, zoneOffsetMinutes: 480 }),
        entrustUnit({ unit: 1, centralBank: centralBank.address }),
      ],
    },
    { signers: [FRAMEWORK.oversight, FRAMEWORK.std], calls: [initialiseOversight({ supervisor: supervisor.address })] },
    {
      signers: [supervisor.address],
      calls: [
        grantLicence({ kind: "centralBank", holder: centralBank.address, unit: 1 }),
        grantLicence({ kind: "custodian", holder: custodian.address, unit: 1 }),
        ...banks.flatMap(({ address }) => [
          grantLicence({ kind: "bank", holder: address, unit: 1 }),
          grantLicence({ kind: "operator", holder: address, unit: 1 }),
        ]),
      ],
    },
    { signers: [centralBank.address], calls: centralBankCalls() },
    ...banks.map((bank, index) => ({
      signers: [bank.address, custodian.address, centralBank.address],
      calls: bankCalls(bank, centralBank, index, people),
    })),
  ];
  const modules = loadBuiltModules(MODULES).map(({ bytes }) => bytes);
  return { chain: new Chain(modules, programs, START_MS), centralBank, banks, people };
}

function centralBankCalls(): Call[] {
  return [
    establishCentralBank({ unit: 1, name: "Central bank", settlementSymbol: "CNY.settlement", cashSymbol: "CNY.cash" }),
    contributeCapital({ kind: "gold", description: "Gold", bookValueMinor: 500_000n * YUAN, haircutBasisPoints: 1_000 }),
    setTier({ tier: 1, ...NO_LIMITS }),
    setPolicy({ parameter: "reserveRatio", value: 700n }),
    setPolicy({ parameter: "requiredReservesRate", value: 162n }),
    setPolicy({ parameter: "excessReservesRate", value: 35n }),
    setPolicy({ parameter: "shortfallRate", value: 500n }),
    setPolicy({ parameter: "capitalRatio", value: 800n }),
  ];
}

function bankCalls(bank: Signer, centralBank: Signer, index: number, people: readonly Person[]): Call[] {
  const customers = people.filter((person) => person.bank === bank);
  return [
    establishBank({ centralBank: centralBank.address, name: `Bank ${index + 1}`, symbol: `BANK${index + 1}.deposit` }),
    openDepositAccounts({ count: BigInt(customers.length) }),
    contributeSecurity({ kind: "governmentBonds", description: "Bonds", bookValueMinor: 800_000n * YUAN }),
    banking.openMarket.buy({ centralBank: 2, bank: 0, holding: 1n, amount: 400_000n * YUAN, haircutBps: 300n }),
    admitOperator({ signer: 2, operator: bank.address, name: `Bank ${index + 1}` }),
    openWallets({
      tier: 1,
      wallets: customers.map(({ signer }) => ({
        owner: signer.address,
        commitment: blake2b256(new TextEncoder().encode(`regimes ${signer.address}`)),
      })),
    }),
  ];
}
