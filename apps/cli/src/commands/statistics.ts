import type { StatisticsJson } from "@sycee/protocol";
import type { Command } from "commander";
import { formatAmount } from "../output/amounts.ts";
import { formatTable } from "../output/table.ts";
import { wholeNumber } from "./act.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";

interface StatisticsOptions extends NodeAccess {
  readonly height?: string;
}

const MAX_HEIGHT = 2n ** 64n - 1n;

/** `sycee statistics`. */
export function addStatisticsCommand(program: Command): void {
  const command = program
    .command("statistics")
    .description("Show the money supply of each unit and its central bank's statement: M0, M1, M2, base money, multiplier, velocities")
    .option("--height <number>", "as of a block, one of the last 1,024 since the node was started; the last if absent");
  withExample(withNodeAccess(command), "sycee statistics").action(showStatistics);
}

async function showStatistics(options: StatisticsOptions): Promise<void> {
  const { client } = openAccess(options);
  const statistics = await client.statistics(options.height === undefined ? "latest" : wholeNumber(options.height, 0n, MAX_HEIGHT));
  if (options.json) {
    console.log(JSON.stringify(statistics));
    return;
  }
  console.log(`as of block ${statistics.height}`);
  for (const unit of statistics.units) console.log(`\n${describeUnit(unit)}`);
}

/** Where a node keeps its customers' business private. */
const NOT_SHOWN = "not shown: for supervisors";

function describeUnit(unit: StatisticsJson["units"][number]): string {
  const amount = (minor: string) => formatAmount(minor, unit.decimals);
  const supply = [
    ["money", unit.unit],
    ["base money", amount(unit.baseMinor)],
    ["M0", amount(unit.m0Minor)],
    ["M1", amount(unit.m1Minor)],
    ["M2", amount(unit.m2Minor)],
    ...unit.alternatives.map(({ label, amountMinor }) => [label, amount(amountMinor)]),
    ["multiplier (M2 / base money)", unit.multiplier ?? "none"],
    ["turnover of 30 days, real", unit.turnover === null ? NOT_SHOWN : amount(unit.turnover.realMinor)],
    ["turnover of 30 days, financial", unit.turnover === null ? NOT_SHOWN : amount(unit.turnover.financialMinor)],
    ["velocity (turnover / M1), real", unit.realVelocity ?? "none"],
    ["velocity (turnover / M1), financial", unit.financialVelocity ?? "none"],
  ];
  const lines = (side: readonly { readonly line: string; readonly amountMinor: string }[]) =>
    side.map(({ line, amountMinor }) => [line, amount(amountMinor)]);
  const statement = [
    ["central bank's statement", unit.unit],
    ...lines(unit.statement.assets),
    ["", ""],
    ...lines(unit.statement.liabilities),
  ];
  return `${formatTable(supply, [1])}\n\n${formatTable(statement, [1])}`;
}
