import { shared } from "./shared.ts";
import { seededDraws, type SeededDraws } from "./seeded-draws.ts";

/** Banks of the development economy by their share of its people, in tenths. */
export const POPULATION_BANKS = [
  { name: "river-bank", tenths: 5 },
  { name: "hill-bank", tenths: 3 },
  { name: "coast-bank", tenths: 2 },
] as const;
/** Payment institutions by their share of those who have e-money, in tenths. */
export const POPULATION_INSTITUTIONS = [
  { name: "swiftpay", tenths: 5 },
  { name: "lotus-pay", tenths: 3 },
  { name: "old-pay", tenths: 2 },
] as const;
const OPERATORS = ["harbour-bank", "valley-bank"] as const;

export const CUSTOMERS = 1_000;
export const MERCHANTS = 40;
/** Of those numbered first at each institution the population begins behind: 0 is the institution's own, 1 to 8 are for examples. */
const FIRST_ACCOUNT = 9;
/** The economy is always the same: only its activity has a seed that can be chosen. */
const SEED = 2_019;

/** A number in the books of a bank or a payment institution. */
export interface HeldAccount {
  /** The name of the institution. */
  readonly at: string;
  readonly account: number;
  /** What it begins with, in minor units. */
  readonly amountMinor: bigint;
}

/** A wallet of digital cash. Its key is that of its name, as for everybody in the development economy. */
export interface HeldWallet {
  readonly name: string;
  readonly operator: string;
  readonly tier: number;
  /** What it begins with, in minor units. */
  readonly amountMinor: bigint;
}

/** A customer or a merchant. */
export interface Resident {
  readonly deposit: HeldAccount;
  readonly eMoney: HeldAccount | undefined;
  readonly wallet: HeldWallet | undefined;
}

/** Who lives in the development economy besides those who have names of their own. */
export interface Population {
  readonly merchants: readonly Resident[];
  readonly customers: readonly Resident[];
}

/** The account of each bank that belongs to the first merchant there, who exports: foreign exchange comes in through it. */
export const EXPORTER = FIRST_ACCOUNT;

let population: Population | undefined;

/** A thousand customers and forty merchants, the same each time. Every merchant takes e-money at one institution, every second has a wallet. */
export function developmentPopulation(): Population {
  population ??= draw();
  return population;
}

/** All who live there, merchants first. */
export function residents({ merchants, customers }: Population): Resident[] {
  return [...merchants, ...customers];
}

function draw(): Population {
  const draws = seededDraws(SEED);
  const next = new Map<string, number>();
  const account = (at: string, amountMinor: bigint): HeldAccount => {
    const number = next.get(at) ?? FIRST_ACCOUNT;
    next.set(at, number + 1);
    return { at, account: number, amountMinor };
  };
  const merchants = Array.from({ length: MERCHANTS }, (_, index) => merchant(draws, account, index));
  const customers = Array.from({ length: CUSTOMERS }, (_, index) => customer(draws, account, index));
  return { merchants, customers };
}

type OpenAccount = (at: string, amountMinor: bigint) => HeldAccount;

function merchant(draws: SeededDraws, account: OpenAccount, index: number): Resident {
  return {
    deposit: account(byShare(POPULATION_BANKS, index), draws.amountMinor(200_000, 1_600_000)),
    // Five further on than its bank, so that those at the institution in the first mode are at the bank that keeps its deposits.
    eMoney: account(byShare(POPULATION_INSTITUTIONS, index + 5), 0n),
    wallet: index % 2 === 1 ? undefined : wallet(draws, `merchant-${index + 1}`, 1, draws.amountMinor(1_000, 8_000)),
  };
}

function customer(draws: SeededDraws, account: OpenAccount, index: number): Resident {
  const deposit = account(byShare(POPULATION_BANKS, draws.below(10)), draws.amountMinor(20_000, 320_000));
  // Seven of ten have e-money, four of ten digital cash; some have both, some neither.
  const eMoney =
    draws.below(10) < 7 ? account(byShare(POPULATION_INSTITUTIONS, draws.below(10)), draws.amountMinor(400, 2_400)) : undefined;
  const hasWallet = draws.below(10) < 4;
  return {
    deposit,
    eMoney,
    wallet: hasWallet ? wallet(draws, `customer-${index + 1}`, 2 + draws.below(3), draws.amountMinor(300, 2_400)) : undefined,
  };
}

function wallet(draws: SeededDraws, name: string, tier: number, amountMinor: bigint): HeldWallet {
  return { name, operator: draws.oneOf(OPERATORS), tier, amountMinor };
}

/** The one of the list to which a number belongs, as many of ten in a row as it has tenths. */
function byShare(list: readonly { readonly name: string; readonly tenths: number }[], number: number): string {
  let tenth = number % 10;
  for (const { name, tenths } of list) {
    if (tenth < tenths) return name;
    tenth -= tenths;
  }
  throw new RangeError("the shares of a list are ten tenths together");
}

/** How many accounts the population has at a bank or a payment institution. */
export function populationAccounts(name: string): bigint {
  const held = residents(developmentPopulation()).flatMap(({ deposit, eMoney }) => [deposit, eMoney]);
  return BigInt(held.filter((account) => account?.at === name).length);
}

/** A bank's part of an amount, by its share of the people: all parts together are the amount. */
export function bankShareMinor(name: string, amountMinor: bigint): bigint {
  const parts = shared(
    amountMinor,
    POPULATION_BANKS.map(({ tenths }) => BigInt(tenths)),
  );
  return parts[POPULATION_BANKS.findIndex((bank) => bank.name === name)] ?? 0n;
}
