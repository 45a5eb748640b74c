import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SyceeError } from "@sycee/sdk";
import { Command, Option } from "commander";
import { NodeProcessError } from "./node/start-node-process.ts";
import { readOrders } from "./orders/read-orders.ts";
import { paceOf, printTable } from "./report/print-table.ts";
import { createProgress } from "./report/progress.ts";
import { JournalMismatchError } from "./settlement/journal.ts";
import { settleEconomy } from "./settlement/settle-economy.ts";

const ORDERS = new URL("../data/order.asc", import.meta.url);

interface Arguments {
  readonly payerTier: string;
  readonly json?: true;
  readonly data?: string;
  readonly keep?: true;
}

const command = new Command("example:berka")
  .description(
    "Settles the standing orders of a real Czech bank as digital cash, on a ledger of its own, and prints what each bank received.",
  )
  .addOption(new Option("--payer-tier <tier>", "tier of the payers' wallets").choices(["1", "2", "3", "4"]).default("1"))
  .option("--json", "print the result as JSON in the last line")
  .option("--data <directory>", "keep the ledger here; an interrupted run goes on when the same command is run again")
  .option("--keep", "keep the ledger also without --data, and say where it is")
  .addHelpText("after", "\nExample:\n  npm run example:berka -- --payer-tier 4 --data /tmp/berka")
  .allowExcessArguments(false);
command.parse();
await main(command.opts<Arguments>());

async function main(options: Arguments): Promise<void> {
  const directory = options.data ?? mkdtempSync(join(tmpdir(), "sycee-berka-"));
  const temporary = options.data === undefined && options.keep === undefined;
  const progress = createProgress();
  process.once("SIGINT", () => {
    progress.end();
    const hint = options.data === undefined ? "" : " Run the same command again to go on.";
    process.stderr.write(`\nstopped.${hint}\n`);
    if (temporary) rmSync(directory, { recursive: true, force: true });
    process.exit(130);
  });
  try {
    const orders = readOrders(readFileSync(ORDERS, "utf8"));
    const { tally, seconds } = await settleEconomy({ directory, orders, payerTier: Number(options.payerTier), progress });
    if (!temporary) progress.stage(`the ledger is in ${directory}`);
    console.log(options.json ? JSON.stringify(resultOf(tally, seconds)) : `\n${printTable(tally, seconds)}`);
  } catch (error) {
    if (!isExpected(error)) throw error;
    process.stderr.write(`error: ${error instanceof SyceeError ? `${error.detail} (${error.code})` : error.message}\n`);
    process.exitCode = 1;
  } finally {
    if (temporary) rmSync(directory, { recursive: true, force: true });
  }
}

function resultOf(tally: Parameters<typeof printTable>[0], seconds: number): object {
  return {
    settled: tally.settled,
    refused: tally.refused,
    totalMinor: tally.totalMinor.toString(),
    perBank: Object.fromEntries([...tally.perBank].map(([bank, { amountMinor }]) => [bank, amountMinor.toString()])),
    seconds: Math.round(seconds * 1000) / 1000,
    paymentsPerSecond: paceOf(tally, seconds),
  };
}

function isExpected(error: unknown): error is Error {
  return error instanceof SyceeError || error instanceof NodeProcessError || error instanceof JournalMismatchError;
}
