import type { BlockStatistics, StatementLine } from "@sycee/ledger";
import type { StatisticsJson } from "@sycee/protocol";

function linesJson(lines: readonly StatementLine[]): { line: string; amountMinor: string }[] {
  return lines.map(({ line, amountMinor }) => ({ line, amountMinor: amountMinor.toString() }));
}

/** Statistics of a block as they are answered; payments before `sinceMs` are not in the turnover. */
export function statisticsJson(statistics: BlockStatistics, sinceMs: bigint): StatisticsJson {
  return {
    height: statistics.height.toString(),
    timeMs: statistics.timeMs.toString(),
    units: statistics.units.map(({ unit, decimals, centralBank, statement, ...supply }) => ({
      unit,
      decimals,
      centralBank,
      statement: { assets: linesJson(statement.assets), liabilities: linesJson(statement.liabilities) },
      baseMinor: supply.baseMinor.toString(),
      m0Minor: supply.m0Minor.toString(),
      m1Minor: supply.m1Minor.toString(),
      m2Minor: supply.m2Minor.toString(),
      alternatives: supply.alternatives.map(({ amountMinor, ...series }) => ({ ...series, amountMinor: amountMinor.toString() })),
      multiplier: supply.multiplier ?? null,
      turnover: {
        realMinor: supply.turnover.realMinor.toString(),
        financialMinor: supply.turnover.financialMinor.toString(),
        sinceMs: sinceMs.toString(),
      },
      realVelocity: supply.realVelocity ?? null,
      financialVelocity: supply.financialVelocity ?? null,
    })),
  };
}
