import { encodeGenesis, type GenesisProgram } from "@sycee/ledger";
import { blake2b256, type Call } from "@sycee/protocol";
import {
  admitOperator,
  contributeCapital,
  enableWarrants,
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
  setFirstPolicyDelay,
  setTier,
  type TierLimits,
  toTill,
} from "@sycee/sdk";
import { addressOf, DEVELOPMENT_CASH, type DevelopmentAccount } from "./development-accounts.ts";
import { institutionPrograms } from "./development-institutions.ts";
import { paymentPrograms } from "./payment-programs.ts";
import { lendingPrograms } from "./development-lending.ts";
import { tradePrograms } from "./development-trades.ts";

const YUAN = 100n;
const NONE = undefined;

/** Reported limits of digital yuan wallets, by how much is known of the holder (1: opened at a counter, 4: by phone only). */
const TIERS: readonly (TierLimits & { readonly tier: number })[] = [
  { tier: 1, balanceMinor: NONE, singleMinor: NONE, dailyMinor: NONE, yearlyMinor: NONE },
  { tier: 2, balanceMinor: 500_000n * YUAN, singleMinor: 50_000n * YUAN, dailyMinor: 100_000n * YUAN, yearlyMinor: NONE },
  { tier: 3, balanceMinor: 20_000n * YUAN, singleMinor: 5_000n * YUAN, dailyMinor: 10_000n * YUAN, yearlyMinor: NONE },
  { tier: 4, balanceMinor: 10_000n * YUAN, singleMinor: 2_000n * YUAN, dailyMinor: 5_000n * YUAN, yearlyMinor: 50_000n * YUAN },
];

/** How long a change of policy stands before it is made: short, so that it can be tried. */
const POLICY_DELAY_MS = 60_000n;

/** Where an operator stands at the beginning. */
const SETTLEMENT_MINOR: Readonly<Record<string, bigint>> = {
  "harbour-bank": 60_000_000n * YUAN,
  "valley-bank": 25_000_000n * YUAN,
};
const TILL_MINOR = 500_000n * YUAN;

/** What the genesis is made of. */
export interface DevelopmentGenesisOptions {
  readonly timeMs: bigint;
  readonly modules: readonly Uint8Array[];
  readonly accounts: readonly DevelopmentAccount[];
}

/** A working economy: a central bank with gold and bonds on its books, two operators with settlement money and cash in their tills, people and shops with cash in wallets, a developer who may publish modules, some trades under way, and banks and a payment institution whose customers pay each other through a clearing house. */
export function developmentGenesis(options: DevelopmentGenesisOptions): Uint8Array {
  const { accounts } = options;
  const centralBank = addressOf(accounts, "central bank");
  const operators = accounts.filter(({ role }) => role === "operator");
  const programs: GenesisProgram[] = [
    {
      signers: [FRAMEWORK.money],
      calls: [initialiseMoney(), registerUnit({ code: "CNY", decimals: 2, zoneOffsetMinutes: 480 }), entrustUnit({ unit: 1, centralBank })],
    },
    {
      signers: [FRAMEWORK.oversight, FRAMEWORK.std],
      calls: [initialiseOversight({ supervisor: addressOf(accounts, "supervisor") })],
    },
    {
      signers: [FRAMEWORK.oversight, FRAMEWORK.money],
      calls: [enableWarrants({ investigator: addressOf(accounts, "investigating authority") })],
    },
    {
      signers: [addressOf(accounts, "supervisor")],
      calls: [
        grantLicence({ kind: "centralBank", unit: 1, holder: centralBank }),
        ...operators.map(({ address }) => grantLicence({ kind: "operator", unit: 1, holder: address })),
        grantLicence({ kind: "publisher", holder: addressOf(accounts, "developer") }),
      ],
    },
    { signers: [centralBank], calls: centralBankCalls(operators) },
    ...operators.map((operator) => ({ signers: [operator.address], calls: operatorCalls(operator, accounts) })),
    ...tradePrograms(accounts, options.timeMs),
    ...institutionPrograms(accounts),
    ...paymentPrograms(accounts),
    ...lendingPrograms(accounts),
  ];
  return encodeGenesis({ timeMs: options.timeMs, modules: options.modules, programs });
}

function centralBankCalls(operators: readonly DevelopmentAccount[]): Call[] {
  return [
    establishCentralBank({ unit: 1, name: "Central Bank", settlementSymbol: "CNY.settlement", cashSymbol: DEVELOPMENT_CASH }),
    ...TIERS.map((tier) => setTier(tier)),
    setFirstPolicyDelay({ delayMs: POLICY_DELAY_MS }),
    ...operators.map(({ address, name }) => admitOperator({ operator: address, name })),
    contributeCapital({ kind: "gold", description: "Gold, 40 tonnes", bookValueMinor: 20_000_000n * YUAN, haircutBasisPoints: 1500 }),
    ...operators.map(({ address, name }) =>
      issueSettlement({
        operator: address,
        kind: "governmentBonds",
        description: `Government bonds bought from ${name}`,
        bookValueMinor: SETTLEMENT_MINOR[name] ?? 0n,
        haircutBasisPoints: 400,
      }),
    ),
  ];
}

function operatorCalls(operator: DevelopmentAccount, accounts: readonly DevelopmentAccount[]): Call[] {
  const customers = accounts.filter((account) => account.operator === operator.name);
  return [
    toTill({ amountMinor: TILL_MINOR }),
    ...customers.map(({ name, address, tier }) =>
      openWallets({ tier: tier ?? 4, wallets: [{ owner: address, commitment: holderOf(name) }] }),
    ),
    ...customers.map(({ address, cashMinor }) => handOut({ to: address, amountMinor: cashMinor ?? 0n })),
  ];
}

function holderOf(name: string): Uint8Array {
  return blake2b256(new TextEncoder().encode(`development-holder:${name}`));
}
