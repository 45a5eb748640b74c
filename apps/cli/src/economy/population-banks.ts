import type { Call } from "@sycee/protocol";
import { banking, depositToCash, grantLoan, orderCustomerPayments, orderNotes, placeTimeDeposit, withdrawNotes } from "@sycee/sdk";
import { STATEMENT_MINOR } from "./central-bank-statement.ts";
import { addressOf } from "./development-accounts.ts";
import { FIRST_MODE_BANK, FIRST_MODE_INSTITUTION, firstModeMinor } from "./population-e-money.ts";
import { type PopulationGenesis, walletAddress } from "./population-holders.ts";
import { bankShareMinor, developmentPopulation, EXPORTER, type Resident, residents } from "./population.ts";
import { shared } from "./shared.ts";
import type { StatementRemainders } from "./statement-remainders.ts";

const DAY_MS = 86_400_000n;
/** Days of the yuan end at midnight in Shanghai. */
const ZONE_MS = 28_800_000n;
/** Of the customers, every so many-th has a loan, saves for a year, pays rent by standing order. */
const EVERY_BORROWER = 4;
const EVERY_SAVER = 5;
const EVERY_TENANT = 20;
/** A merchant borrows as much as so many customers. */
const MERCHANT_WEIGHT = 5n;
const TIME_DEPOSIT_MINOR = 6_000_000n;
const RENT_MINOR = 9_000n;
/** Of the notes that a bank orders, what its customers take at once, in hundredths of a per cent. */
const NOTES_TAKEN_BPS = 8_500n;
const WHOLE_BPS = 10_000n;
/** Numbers of the population's standing orders at each bank begin here. */
export const FIRST_ORDER = 1n;

/** What a bank does until its part of the population has what it begins with: it lends as much as the deposits need, and the exporter there passes on to the others what is theirs. */
export function bankPopulationCalls(genesis: PopulationGenesis, bank: string, remainders: StatementRemainders): Call[] {
  const { accounts, wallets } = genesis;
  const here = residents(developmentPopulation()).filter(({ deposit }) => deposit.at === bank);
  const savers = here.filter((_, index) => index % EVERY_SAVER === 0);
  const notes = bankShareMinor(bank, remainders.notesMinor);
  const taken = (notes * NOTES_TAKEN_BPS) / WHOLE_BPS;
  const taxes = bankShareMinor(bank, remainders.taxesMinor);
  const onBehalf = taken + taxes + (bank === FIRST_MODE_BANK ? firstModeMinor() : 0n);
  const needs = here.map((resident) => neededMinor(resident) + (savers.includes(resident) ? TIME_DEPOSIT_MINOR : 0n));
  const targets = needs.map((need, index) => (here[index]?.deposit.account === EXPORTER ? need + onBehalf : need));
  return [
    ...lendAndPassOn(here, targets, bankShareMinor(bank, STATEMENT_MINOR.foreignExchange)),
    ...savers.map(({ deposit: { account } }) =>
      placeTimeDeposit({ account, amountMinor: TIME_DEPOSIT_MINOR, rateBasisPoints: 150, earlyRateBasisPoints: 30, days: 365 }),
    ),
    orderNotes({ amountMinor: notes }),
    withdrawNotes({ account: EXPORTER, amountMinor: taken }),
    banking.treasury.payTax({ bank: 0, government: addressOf(accounts, "government"), account: EXPORTER, amount: taxes }),
    ...here.flatMap(({ deposit: { account }, wallet }) =>
      wallet === undefined ? [] : [depositToCash({ account, owner: walletAddress(wallets, wallet.name), amountMinor: wallet.amountMinor })],
    ),
    ...tenants(bank).map(([payer, payee], index) =>
      orderCustomerPayments({
        number: FIRST_ORDER + BigInt(index),
        payer,
        payee,
        amountMinor: RENT_MINOR,
        period: "days",
        every: 1n,
        firstDay: (genesis.timeMs + ZONE_MS) / DAY_MS,
      }),
    ),
  ];
}

/** Who pays rent by standing order at a bank, and to whom, in the order of the orders' numbers. */
export function tenants(bank: string): (readonly [number, number])[] {
  const { merchants, customers } = developmentPopulation();
  const landlords = merchants.filter(({ deposit }) => deposit.at === bank);
  const here = customers.filter(({ deposit }) => deposit.at === bank).filter((_, index) => index % EVERY_TENANT === 0);
  return here.map(({ deposit }, index) => [deposit.account, landlords[index % landlords.length]?.deposit.account ?? EXPORTER] as const);
}

/** What somebody's account needs for what is on it and for what leaves it at the beginning. */
function neededMinor({ deposit, eMoney, wallet }: Resident): bigint {
  const leaves = eMoney === undefined || eMoney.at === FIRST_MODE_INSTITUTION ? 0n : eMoney.amountMinor;
  return deposit.amountMinor + leaves + (wallet?.amountMinor ?? 0n);
}

/**
 * Loans to merchants for a few years and to every so many-th customer for ten, which together with what the exporter has come to
 * the targets; what they are spent on passes through the exporter to whoever has less than its target.
 */
function lendAndPassOn(here: readonly Resident[], targetsMinor: readonly bigint[], exportedMinor: bigint): Call[] {
  const { merchants } = developmentPopulation();
  const borrowers = here.filter((resident, index) => merchants.includes(resident) || index % EVERY_BORROWER === 0);
  const lentMinor = targetsMinor.reduce((sum, target) => sum + target, -exportedMinor);
  const parts = shared(
    lentMinor,
    borrowers.map((resident) => (merchants.includes(resident) ? MERCHANT_WEIGHT : 1n)),
  );
  const balances = new Map<number, bigint>([[EXPORTER, exportedMinor]]);
  const loans = borrowers.map((resident, index) => {
    const { account } = resident.deposit;
    const principalMinor = parts[index] ?? 0n;
    balances.set(account, (balances.get(account) ?? 0n) + principalMinor);
    const instalments = merchants.includes(resident) ? 36 : 120;
    return grantLoan({ account, principalMinor, rateBasisPoints: 485, instalments, periodDays: 30 });
  });
  const differences = here.map(({ deposit: { account } }, index) => ({
    account,
    minor: (balances.get(account) ?? 0n) - (targetsMinor[index] ?? 0n),
  }));
  const others = differences.filter(({ account, minor }) => account !== EXPORTER && minor !== 0n);
  // Those who spend come first, so that the exporter has what the others get.
  const transfers = [...others.filter(({ minor }) => minor > 0n), ...others.filter(({ minor }) => minor < 0n)];
  return [
    ...loans,
    banking.commercialBank.transferBatch({
      payers: transfers.map(({ account, minor }) => (minor > 0n ? account : EXPORTER)),
      payees: transfers.map(({ account, minor }) => (minor > 0n ? EXPORTER : account)),
      amounts: transfers.map(({ minor }) => (minor > 0n ? minor : -minor)),
    }),
  ];
}
