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
import { settleEconomy, StoppedError } from "./settlement/settle-economy.ts";

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
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  let code = 0;
  try {
    const orders = readOrders(readFileSync(ORDERS, "utf8"));
    const payerTier = Number(options.payerTier);
    const { tally, seconds } = await settleEconomy({ directory, orders, payerTier, progress, signal: stop.signal });
    if (!temporary) progress.stage(`the ledger is in ${directory}`);
    console.log(options.json ? JSON.stringify(resultOf(tally, seconds)) : `\n${printTable(tally, seconds)}`);
  } catch (error) {
    code = error instanceof StoppedError ? 130 : 1;
    process.stderr.write(`${sentenceOf(error, temporary)}\n`);
  }
  if (temporary) rmSync(directory, { recursive: true, force: true });
  // Requests that a stopped run still waits for are of no more interest.
  process.exit(code);
}

function sentenceOf(error: unknown, temporary: boolean): string {
  if (error instanceof StoppedError) return `stopped.${temporary ? "" : " Run the same command again to go on."}`;
  if (error instanceof SyceeError) return `error: ${error.detail} (${error.code})`;
  if (error instanceof NodeProcessError || error instanceof JournalMismatchError) return `error: ${error.message}`;
  return `error: ${error instanceof Error ? error.message : String(error)} (internal)`;
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
