import { encodeGenesis, type GenesisProgram } from "@sycee/ledger";
import { type Address, type Call } from "@sycee/protocol";
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
import { STATEMENT_MINOR } from "./central-bank-statement.ts";
import { BONDS_SOLD_MINOR, institutionPrograms } from "./development-institutions.ts";
import { holderOf } from "./holder-of.ts";
import { paymentPrograms } from "./payment-programs.ts";
import { lendingPrograms } from "./development-lending.ts";
import { tradePrograms } from "./development-trades.ts";
import { populationPrograms } from "./population-genesis.ts";
import { shared } from "./shared.ts";
import { TILL_MINOR } from "./statement-remainders.ts";

const YUAN = 100n;
const NONE = undefined;
const OTHER_HAIRCUT = 500;

/** Reported limits of digital yuan wallets, by how much is known of the holder (1: opened at a counter, 4: by phone only). */
const TIERS: readonly (TierLimits & { readonly tier: number })[] = [
  { tier: 1, balanceMinor: NONE, singleMinor: NONE, dailyMinor: NONE, yearlyMinor: NONE },
  { tier: 2, balanceMinor: 500_000n * YUAN, singleMinor: 50_000n * YUAN, dailyMinor: 100_000n * YUAN, yearlyMinor: NONE },
  { tier: 3, balanceMinor: 20_000n * YUAN, singleMinor: 5_000n * YUAN, dailyMinor: 10_000n * YUAN, yearlyMinor: NONE },
  { tier: 4, balanceMinor: 10_000n * YUAN, singleMinor: 2_000n * YUAN, dailyMinor: 5_000n * YUAN, yearlyMinor: 50_000n * YUAN },
];

/** How long a change of policy stands before it is made: short, so that it can be tried. */
const POLICY_DELAY_MS = 60_000n;

/** The government bonds that the first operator sold to the central bank; what banks do not sell besides is the others'. */
const BONDS_OF_FIRST_MINOR = 700_000n * YUAN;

/** What the genesis is made of. */
export interface DevelopmentGenesisOptions {
  readonly timeMs: bigint;
  readonly modules: readonly Uint8Array[];
  readonly accounts: readonly DevelopmentAccount[];
  /** Addresses of the population's wallets by name, see `populationAddresses`. */
  readonly wallets: ReadonlyMap<string, Address>;
}

/** A working economy: a central bank with gold and bonds on its books, two operators with settlement money and cash in their tills, people and shops with cash in wallets, a developer who may publish modules, some trades under way, banks and payment institutions whose customers pay each other through a clearing house, and a thousand customers and forty merchants. The central bank's statement is that of `STATEMENT_MINOR`. */
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
    { signers: [centralBank], calls: centralBankCalls(operators, accounts) },
    ...operators.map((operator) => ({ signers: [operator.address], calls: operatorCalls(operator, accounts) })),
    ...tradePrograms(accounts, options.timeMs),
    ...institutionPrograms(accounts),
    ...paymentPrograms(accounts),
    ...lendingPrograms(accounts),
    ...populationPrograms({ accounts, wallets: options.wallets, timeMs: options.timeMs }),
  ];
  return encodeGenesis({ timeMs: options.timeMs, modules: options.modules, programs });
}

function centralBankCalls(operators: readonly DevelopmentAccount[], accounts: readonly DevelopmentAccount[]): Call[] {
  const banks = BigInt(accounts.filter(({ role }) => role === "bank").length);
  const bonds = STATEMENT_MINOR.claimsOnGovernment - banks * BONDS_SOLD_MINOR;
  const capitalBesidesGold = STATEMENT_MINOR.ownCapital - STATEMENT_MINOR.gold;
  const other = shared(
    STATEMENT_MINOR.otherAssets - capitalBesidesGold,
    operators.map(() => 1n),
  );
  return [
    establishCentralBank({ unit: 1, name: "Central Bank", settlementSymbol: "CNY.settlement", cashSymbol: DEVELOPMENT_CASH }),
    setFirstPolicyDelay({ delayMs: POLICY_DELAY_MS }),
    ...TIERS.map((tier) => setTier(tier)),
    ...operators.map(({ address, name }) => admitOperator({ operator: address, name })),
    contributeCapital({ kind: "gold", description: "Gold", bookValueMinor: STATEMENT_MINOR.gold, haircutBasisPoints: 1500 }),
    ...operators.map(({ address, name }, index) =>
      issueSettlement({
        operator: address,
        kind: "governmentBonds",
        description: `Government bonds bought from ${name}`,
        bookValueMinor: index === 0 ? BONDS_OF_FIRST_MINOR : bonds - BONDS_OF_FIRST_MINOR,
        haircutBasisPoints: 400,
      }),
    ),
    contributeCapital({
      kind: "other",
      description: "Other assets",
      bookValueMinor: capitalBesidesGold,
      haircutBasisPoints: OTHER_HAIRCUT,
    }),
    ...operators.map(({ address, name }, index) =>
      issueSettlement({
        operator: address,
        kind: "other",
        description: `Claims bought from ${name}`,
        bookValueMinor: other[index] ?? 0n,
        haircutBasisPoints: OTHER_HAIRCUT,
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
