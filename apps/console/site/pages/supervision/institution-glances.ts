import type { BooksJson, InstitutionJson, PaymentInstitutionJson } from "@sycee/protocol";
import { banking, type Client, pages, readResource, SyceeError } from "@sycee/sdk";
import { ifKnown } from "../../app/if-known.ts";
import { capitalRatioBps } from "./capital-ratio.ts";

/** An institution and its figures; what it does not have is `undefined`. Shares are in hundredths of a per cent. */
export interface Glance {
  readonly institution: InstitutionJson;
  /** What it owes customers, in minor units. */
  readonly owedMinor: bigint | undefined;
  /** What stands behind that: reserve by e-money, or settlement account by deposits. */
  readonly coverBps: number | undefined;
  /** Under which share of cover an institution of its kind must not be, as far as the ledger knows. */
  readonly leastBps: number | undefined;
  /** What it last reported itself, of an institution whose customers' money lies at banks: the ledger knows no better. `null` if it never did. */
  readonly ownReport: PaymentInstitutionJson["report"] | undefined;
  /** Capital by risk-weighted assets, of banks; and what the central bank asks for. */
  readonly capitalBps: number | undefined;
  readonly leastCapitalBps: number | undefined;
  /** Equity by assets. */
  readonly equityBps: number | undefined;
}

/** Numbers of accounts in the chart of banks (`banking::chart`). */
const SETTLEMENT_ACCOUNT = 1010;
const DEPOSITS = [2110, 2120];
const WHOLE_BPS = 10_000n;
/** The kind of securities that are neither the state's nor gold nor foreign exchange (`banking::securities`). */
const OTHER_SECURITIES = 5;
/** From the issuer to those who serve the public. */
const ORDER: readonly InstitutionJson["kind"][] = ["centralBank", "clearingHouse", "operator", "bank", "paymentInstitution"];

interface Required {
  readonly reserveBps: number;
  readonly capitalBps: number;
}

/** Every institution that there is, with its figures: by kind, then by name. */
export async function institutionGlances(client: Client): Promise<readonly Glance[]> {
  const found: InstitutionJson[] = [];
  for await (const page of pages((after) => client.economy.institutions({ limit: 100, ...after }))) found.push(...page.institutions);
  const { timeMs } = await client.status();
  const banks = found.filter(({ kind }) => kind === "centralBank");
  const required = new Map(await Promise.all(banks.map(async ({ address }) => [address, await requiredOf(client, address)] as const)));
  const rank = ({ kind }: InstitutionJson) => ORDER.indexOf(kind);
  const sorted = found.toSorted((left, right) => rank(left) - rank(right) || left.name.localeCompare(right.name, "en"));
  return await Promise.all(sorted.map((institution) => glanceOf(client, institution, required, BigInt(timeMs))));
}

async function requiredOf(client: Client, centralBank: string): Promise<Required> {
  const { parameters } = await client.economy.policy(centralBank as Parameters<Client["economy"]["policy"]>[0]);
  const valueOf = (name: string) => Number(parameters.find(({ parameter }) => parameter === name)?.value ?? 0);
  return { reserveBps: valueOf("reserveRatio"), capitalBps: valueOf("capitalRatio") };
}

async function glanceOf(
  client: Client,
  institution: InstitutionJson,
  required: ReadonlyMap<string, Required>,
  nowMs: bigint,
): Promise<Glance> {
  const address = institution.address as Parameters<Client["account"]>[0];
  // An operator keeps no books: its customers' money is the central bank's.
  const books = institution.kind === "operator" ? undefined : await booksOf(client, address);
  const plain = {
    institution,
    owedMinor: undefined,
    coverBps: undefined,
    leastBps: undefined,
    ownReport: undefined,
    capitalBps: undefined,
    leastCapitalBps: undefined,
  };
  const equityBps = books === undefined ? undefined : equityShare(books);
  if (institution.kind === "paymentInstitution") {
    const { eMoneyMinor, coverBps, mode, schedule, report } = await client.paymentInstitution(address);
    const isFirstMode = mode === "first";
    const asked = schedule.findLast(({ fromMs }) => BigInt(fromMs) <= nowMs)?.shareBps ?? 0;
    const leastBps = isFirstMode ? asked : Number(WHOLE_BPS);
    const ownReport = isFirstMode ? report : undefined;
    return { ...plain, owedMinor: BigInt(eMoneyMinor), coverBps: coverBps ?? undefined, leastBps, ownReport, equityBps };
  }
  if (institution.kind !== "bank" || books === undefined) return { ...plain, equityBps };
  const owedMinor = sumOf(books, DEPOSITS);
  const coverBps = shareBps(sumOf(books, [SETTLEMENT_ACCOUNT]), owedMinor);
  const least = required.get(institution.centralBank ?? "");
  const securities = await otherSecuritiesOf(client, address);
  const capitalBps = securities === undefined ? undefined : capitalRatioBps(books, securities);
  return { ...plain, owedMinor, coverBps, leastBps: least?.reserveBps, capitalBps, leastCapitalBps: least?.capitalBps, equityBps };
}

/** At book value; `undefined` where the node shows them to others only. */
async function otherSecuritiesOf(client: Client, bank: Parameters<Client["account"]>[0]): Promise<bigint | undefined> {
  try {
    const securities = await readResource(client, bank, banking.securitiesType);
    const others = (securities?.holdings ?? []).filter(({ kind }) => kind === OTHER_SECURITIES);
    return others.reduce((sum, { bookValue }) => sum + bookValue, 0n);
  } catch (error) {
    if (error instanceof SyceeError && (error.code === "not_yours" || error.code === "session_required")) return undefined;
    throw error;
  }
}

async function booksOf(client: Client, address: Parameters<Client["account"]>[0]): Promise<BooksJson | undefined> {
  return await ifKnown(client.economy.books(address), undefined);
}

function sumOf({ accounts }: BooksJson, numbers: readonly number[]): bigint {
  return accounts.filter(({ number }) => numbers.includes(number)).reduce((sum, { balanceMinor }) => sum + BigInt(balanceMinor), 0n);
}

/** Equity with the result of the period that is not closed yet. */
function equityShare({ totals }: BooksJson): number | undefined {
  const own = BigInt(totals.equityMinor) + BigInt(totals.incomeMinor) - BigInt(totals.expenseMinor);
  return shareBps(own, BigInt(totals.assetMinor));
}

function shareBps(part: bigint, whole: bigint): number | undefined {
  return whole <= 0n ? undefined : Number((part * WHOLE_BPS) / whole);
}
