import type { BooksJson } from "@sycee/protocol";

/** Numbers of accounts in the chart of banks (`banking::chart`, `banking::bank_chart`); provisions are deducted by their sign. */
const WHOLE = [1210, 1240, 1390, 1910];
const ON_BANKS = [1110, 1220];
/** Weight of claims on banks and its whole, in hundredths of a per cent (`banking::capital_adequacy`). */
const ON_BANKS_BPS = 2_000n;
const WHOLE_BPS = 10_000n;

/** What of books is measured. */
interface CapitalBooks {
  readonly accounts: readonly Pick<BooksJson["accounts"][number], "number" | "balanceMinor">[];
  readonly totals: Pick<BooksJson["totals"], "equityMinor" | "incomeMinor" | "expenseMinor">;
}

/**
 * Capital by risk-weighted assets in hundredths of a per cent, rounded down, as `banking::capital_adequacy` measures it. `otherSecuritiesMinor` are
 * those that are neither the state's nor gold nor foreign exchange. `undefined` where nothing is weighted.
 */
export function capitalRatioBps({ accounts, totals }: CapitalBooks, otherSecuritiesMinor: bigint): number | undefined {
  const sumOf = (numbers: readonly number[]) =>
    accounts.filter(({ number }) => numbers.includes(number)).reduce((sum, { balanceMinor }) => sum + BigInt(balanceMinor), 0n);
  const onBanks = (sumOf(ON_BANKS) * ON_BANKS_BPS + WHOLE_BPS - 1n) / WHOLE_BPS;
  const weighted = sumOf(WHOLE) + otherSecuritiesMinor + onBanks;
  const capital = BigInt(totals.equityMinor) + BigInt(totals.incomeMinor) - BigInt(totals.expenseMinor);
  if (weighted <= 0n) return undefined;
  const scaled = capital * WHOLE_BPS;
  return Number(scaled / weighted) - (scaled < 0n && scaled % weighted !== 0n ? 1 : 0);
}
