import type { BooksJson, InstitutionJson } from "@sycee/protocol";
import { type Client, pages } from "@sycee/sdk";
import { ifKnown } from "../../app/if-known.ts";

/** An institution and its figures; what it does not have is `undefined`. Shares are in hundredths of a per cent. */
export interface Glance {
  readonly institution: InstitutionJson;
  /** What it owes customers, in minor units. */
  readonly owedMinor: bigint | undefined;
  /** What stands behind that: reserve by e-money, or settlement account by deposits. */
  readonly coverBps: number | undefined;
  /** Under which share of cover an institution of its kind must not be, as far as the ledger knows. */
  readonly leastBps: number | undefined;
  /** Whether its customers' money lies at banks, of which the ledger has its own report alone. */
  readonly isFirstMode: boolean;
  /** Equity by assets. */
  readonly equityBps: number | undefined;
}

/** Numbers of accounts in the chart of banks (`banking::chart`). */
const SETTLEMENT_ACCOUNT = 1010;
const DEPOSITS = [2110, 2120];
const WHOLE_BPS = 10_000n;

/** Every institution that there is, with its figures. */
export async function institutionGlances(client: Client): Promise<readonly Glance[]> {
  const found: InstitutionJson[] = [];
  for await (const page of pages((after) => client.economy.institutions({ limit: 100, ...after }))) found.push(...page.institutions);
  const { timeMs } = await client.status();
  const banks = found.filter(({ kind }) => kind === "centralBank");
  const required = new Map(await Promise.all(banks.map(async ({ address }) => [address, await requiredOf(client, address)] as const)));
  return await Promise.all(found.map((institution) => glanceOf(client, institution, required, BigInt(timeMs))));
}

async function requiredOf(client: Client, centralBank: string): Promise<number> {
  const { parameters } = await client.economy.policy(centralBank as Parameters<Client["economy"]["policy"]>[0]);
  return Number(parameters.find(({ parameter }) => parameter === "reserveRatio")?.value ?? 0);
}

async function glanceOf(
  client: Client,
  institution: InstitutionJson,
  required: ReadonlyMap<string, number>,
  nowMs: bigint,
): Promise<Glance> {
  const address = institution.address as Parameters<Client["account"]>[0];
  // An operator keeps no books: its customers' money is the central bank's.
  const books = institution.kind === "operator" ? undefined : await booksOf(client, address);
  const plain = { institution, owedMinor: undefined, coverBps: undefined, leastBps: undefined, isFirstMode: false };
  const equityBps = books === undefined ? undefined : equityShare(books);
  if (institution.kind === "paymentInstitution") {
    const { eMoneyMinor, coverBps, mode, schedule } = await client.paymentInstitution(address);
    const isFirstMode = mode === "first";
    const asked = schedule.findLast(({ fromMs }) => BigInt(fromMs) <= nowMs)?.shareBps ?? 0;
    const leastBps = isFirstMode ? asked : Number(WHOLE_BPS);
    return { institution, owedMinor: BigInt(eMoneyMinor), coverBps: coverBps ?? undefined, leastBps, isFirstMode, equityBps };
  }
  if (institution.kind !== "bank" || books === undefined) return { ...plain, equityBps };
  const owedMinor = sumOf(books, DEPOSITS);
  const coverBps = shareBps(sumOf(books, [SETTLEMENT_ACCOUNT]), owedMinor);
  return { ...plain, owedMinor, coverBps, leastBps: required.get(institution.centralBank ?? ""), equityBps };
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
