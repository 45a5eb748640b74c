import { POPULATION_BANKS, POPULATION_INSTITUTIONS, type Population, type Resident } from "../population.ts";
import { FIRST_MODE_BANK, FIRST_MODE_INSTITUTION } from "../population-e-money.ts";
import { seededDraws, type SeededDraws } from "../seeded-draws.ts";
import { ACT_SHARES, type Act, type ActKind } from "./act.ts";

const CHOICES = 2 ** 32;
const PAYERS_OF_COLLECTION = 12;
/** How many are looked at for one whose money is too little or too much. */
const CANDIDATES = 6;
const TAKERS = 3;
/** Wallets of which only a telephone number is known pay small amounts: their limits are low. */
const SMALL_TIER = 4;

/** What an act is before its kind and choice are added. */
type Drawn = Omit<Act, "kind" | "choice">;

/** Draws acts without end: the same seed, the same acts. */
export function drawActs(population: Population, seed: number): () => Act {
  const draws = seededDraws(seed);
  const groups = groupsOf(population);
  const wheel = (Object.keys(ACT_SHARES) as ActKind[]).flatMap((kind) => Array.from({ length: ACT_SHARES[kind] }, () => kind));
  return () => {
    const kind = draws.oneOf(wheel);
    const choice = draws.below(CHOICES);
    return { kind, choice, ...drawOf(kind, draws, groups) };
  };
}

interface Groups {
  readonly customers: readonly Resident[];
  readonly merchants: readonly Resident[];
  readonly walletCustomers: readonly Resident[];
  readonly walletMerchants: readonly Resident[];
  /** Customers with both a wallet and e-money of the second mode. */
  readonly both: readonly Resident[];
  readonly payersAt: ReadonlyMap<string, readonly Resident[]>;
  readonly merchantsAt: ReadonlyMap<string, readonly Resident[]>;
  readonly institutions: readonly string[];
  readonly second: readonly string[];
  readonly banks: readonly string[];
}

function groupsOf({ customers, merchants }: Population): Groups {
  const institutions = byTenths(POPULATION_INSTITUTIONS);
  const names = POPULATION_INSTITUTIONS.map(({ name }) => name);
  // At the institution in the first mode those pay whose bank keeps its deposits: they can fill up their accounts again.
  const mayPay = ({ eMoney, deposit }: Resident, name: string) =>
    eMoney?.at === name && (name !== FIRST_MODE_INSTITUTION || deposit.at === FIRST_MODE_BANK);
  return {
    customers,
    merchants,
    walletCustomers: customers.filter(({ wallet }) => wallet !== undefined),
    walletMerchants: merchants.filter(({ wallet }) => wallet !== undefined),
    both: customers.filter(({ wallet, eMoney }) => wallet !== undefined && eMoney !== undefined && eMoney.at !== FIRST_MODE_INSTITUTION),
    payersAt: new Map(names.map((name) => [name, customers.filter((resident) => mayPay(resident, name))])),
    merchantsAt: new Map(names.map((name) => [name, merchants.filter(({ eMoney }) => eMoney?.at === name)])),
    institutions,
    second: institutions.filter((name) => name !== FIRST_MODE_INSTITUTION),
    banks: byTenths(POPULATION_BANKS),
  };
}

function byTenths(list: readonly { readonly name: string; readonly tenths: number }[]): string[] {
  return list.flatMap(({ name, tenths }) => Array.from({ length: tenths }, () => name));
}

function drawOf(kind: ActKind, draws: SeededDraws, groups: Groups): Drawn {
  switch (kind) {
    case "cashPurchase":
      return purchase(draws, draws.oneOf(groups.walletCustomers), draws.oneOf(groups.walletMerchants));
    case "cashGift":
      return purchase(draws, draws.oneOf(groups.walletCustomers), draws.oneOf(groups.walletCustomers));
    case "depositPurchase":
      return payment(draws, draws.oneOf(groups.customers), draws.oneOf(groups.merchants));
    case "depositTransfer":
      return payment(draws, draws.oneOf(groups.customers), draws.oneOf(groups.customers));
    case "collection":
      return collection(draws, groups);
    case "eMoneyTransfer":
    case "eMoneyLevel":
    case "eMoneyRedPacket":
      return atInstitution(kind, draws, groups);
    case "walletLevel":
      return of("", some(draws, groups.walletCustomers, CANDIDATES), [], []);
    case "walletRedPacket":
      return of("", [draws.oneOf(groups.walletCustomers)], some(draws, groups.walletCustomers, TAKERS), [draws.amountMinor(6, 60)]);
    case "walletToEMoney":
    case "eMoneyToWallet":
      return of("", [draws.oneOf(groups.both)], [], [draws.amountMinor(5, 40)]);
    case "wages":
    case "takings":
      return of("", [draws.oneOf(groups.merchants)], [], []);
    case "walletTakings":
      return of("", [draws.oneOf(groups.walletMerchants)], [], []);
    case "refund":
    case "reserveKeeping":
      return of(draws.oneOf(groups.institutions), some(draws, groups.customers, 1), [], []);
    case "tax":
      return of("", [draws.oneOf(groups.merchants)], [], [draws.amountMinor(50, 400)]);
    case "loan":
      return of("", [draws.oneOf(groups.customers)], [], [draws.amountMinor(1_000, 32_000)]);
    case "notesOut":
    case "notesIn":
    case "publicSpending":
      return of("", [draws.oneOf(groups.customers)], [], [draws.amountMinor(50, 400)]);
    case "interbank":
      return of("", [], [], [draws.amountMinor(10_000, 160_000)]);
    case "repayment":
    case "standingOrder":
    case "endOfDay":
      return of(draws.oneOf(groups.banks), [], [], [draws.amountMinor(500, 16_000)]);
    case "clearingCycle":
      return of("", [], [], []);
  }
}

function of(at: string, people: readonly Resident[], payees: readonly Resident[], amountsMinor: readonly bigint[]): Drawn {
  return { at, people, payees, amountsMinor };
}

function some(draws: SeededDraws, list: readonly Resident[], count: number): Resident[] {
  const chosen = new Set<Resident>();
  while (chosen.size < Math.min(count, list.length)) chosen.add(draws.oneOf(list));
  return [...chosen];
}

/** Between wallets. */
function purchase(draws: SeededDraws, payer: Resident, payee: Resident): Drawn {
  const amountMinor = payer.wallet?.tier === SMALL_TIER ? draws.amountMinor(2, 8) : draws.amountMinor(5, 60);
  return of("", [payer], [payee], [amountMinor]);
}

/** Between accounts at banks. */
function payment(draws: SeededDraws, payer: Resident, payee: Resident): Drawn {
  return of(payer.deposit.at, [payer], [payee], [draws.amountMinor(10, 320)]);
}

function collection(draws: SeededDraws, groups: Groups): Drawn {
  const at = draws.oneOf(groups.institutions);
  const payers = some(draws, groups.payersAt.get(at) ?? [], 2 + draws.below(PAYERS_OF_COLLECTION - 1));
  const merchants = payers.map(() => draws.oneOf(groups.merchantsAt.get(at) ?? []));
  return of(
    at,
    payers,
    merchants,
    payers.map(() => draws.amountMinor(5, 80)),
  );
}

function atInstitution(kind: ActKind, draws: SeededDraws, groups: Groups): Drawn {
  const at = draws.oneOf(groups.institutions);
  const payers = groups.payersAt.get(at) ?? [];
  if (kind === "eMoneyLevel") return of(at, some(draws, payers, CANDIDATES), [], []);
  const [giver, ...others] = some(draws, payers, 1 + TAKERS);
  const people = giver === undefined ? [] : [giver];
  return of(at, people, kind === "eMoneyTransfer" ? others.slice(0, 1) : others, [draws.amountMinor(5, 60)]);
}

/** Everybody who works for a merchant: the people are shared among the merchants in turn. */
export function employeesOf(population: Population, merchant: Resident): Resident[] {
  const { merchants, customers } = population;
  const place = merchants.indexOf(merchant);
  return customers.filter((_, index) => index % merchants.length === place);
}
