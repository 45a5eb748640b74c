import type { GenesisProgram } from "@sycee/ledger";
import type { Address, Call } from "@sycee/protocol";
import { contributeClearingCapital, contributeOwnFunds, openWallets, repo, setNetDebitCap } from "@sycee/sdk";
import { addressNamed, addressOf, type DevelopmentAccount } from "./development-accounts.ts";
import { holderOf } from "./holder-of.ts";
import { bankPopulationCalls } from "./population-banks.ts";
import { type PopulationGenesis, walletAddress } from "./population-holders.ts";
import { bankShareMinor, developmentPopulation, type HeldWallet, POPULATION_BANKS, residents } from "./population.ts";
import { populationEMoneyPrograms } from "./population-e-money.ts";
import { shared } from "./shared.ts";
import { statementRemainders, type StatementRemainders } from "./statement-remainders.ts";

/** The most that a participant may owe in a cycle: less than what stands behind each. */
const CAP_MINOR = 30_000_000n;
const REPO_DAYS = 365;
const REPO_RATE_BPS = 300;
/** The first of the securities that each bank's owners brought. */
const BONDS = 1n;

/**
 * A thousand customers and forty merchants come to have what they have: the central bank lends to banks, banks lend, customers get deposits,
 * time deposits, notes, digital cash and e-money, and pay taxes. After it each line of the central bank's statement is that
 * of `STATEMENT_MINOR`.
 */
export function populationPrograms(genesis: PopulationGenesis): GenesisProgram[] {
  const { accounts } = genesis;
  const remainders = statementRemainders(accounts);
  const centralBank = addressOf(accounts, "central bank");
  const house = addressOf(accounts, "clearing house");
  return [
    ...POPULATION_BANKS.map(({ name }) =>
      lendToBank(addressNamed(accounts, name), centralBank, bankShareMinor(name, remainders.lentMinor)),
    ),
    ...operatorPrograms(genesis),
    ...POPULATION_BANKS.map(({ name }) => ({
      signers: [addressNamed(accounts, name)],
      calls: [
        ...bankPopulationCalls(genesis, name, remainders),
        contributeClearingCapital({ house, amountMinor: bankShareMinor(name, remainders.clearingCapitalMinor) }),
      ],
    })),
    { signers: [house], calls: participants(accounts).map((institution) => setNetDebitCap({ institution, capMinor: CAP_MINOR })) },
    ...populationEMoneyPrograms(genesis),
    ...ownFundsPrograms(accounts, remainders),
  ];
}

/** Whoever takes part in clearing: caps are set once the clearing house has its capital. */
function participants(accounts: readonly DevelopmentAccount[]): Address[] {
  return accounts.filter(({ role }) => role === "bank" || role === "payment institution").map(({ address }) => address);
}

function lendToBank(bank: Address, centralBank: Address, amountMinor: bigint): GenesisProgram {
  return {
    signers: [centralBank, bank],
    calls: [repo({ holding: BONDS, amountMinor, rateBasisPoints: REPO_RATE_BPS, days: REPO_DAYS })],
  };
}

/** Every operator opens its customers' wallets, a call for those of a tier. */
function operatorPrograms({ accounts, wallets }: PopulationGenesis): GenesisProgram[] {
  const all = residents(developmentPopulation()).flatMap(({ wallet }) => (wallet === undefined ? [] : [wallet]));
  const operators = accounts.filter(({ role }) => role === "operator");
  return operators.map(({ name, address }) => ({
    signers: [address],
    calls: [1, 2, 3, 4].flatMap((tier) =>
      openOfTier(
        all.filter((wallet) => wallet.operator === name && wallet.tier === tier),
        tier,
        wallets,
      ),
    ),
  }));
}

function openOfTier(held: readonly HeldWallet[], tier: number, addresses: ReadonlyMap<string, Address>): Call[] {
  if (held.length === 0) return [];
  const opened = held.map(({ name }) => ({ owner: walletAddress(addresses, name), commitment: holderOf(name) }));
  return [openWallets({ tier, wallets: opened })];
}

/** The first bank is an owner of the payment institutions of the second mode: what it pays in makes up their line. */
function ownFundsPrograms(accounts: readonly DevelopmentAccount[], { ownFundsMinor }: StatementRemainders): GenesisProgram[] {
  const institutions = accounts.filter(({ role }) => role === "payment institution");
  const parts = shared(
    ownFundsMinor,
    institutions.map(() => 1n),
  );
  const calls = institutions.map(({ address }, index) => contributeOwnFunds({ institution: address, amountMinor: parts[index] ?? 0n }));
  return [{ signers: [addressOf(accounts, "bank")], calls }];
}
