import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ClearingMode, SyceeError } from "@sycee/sdk";
import { Command, InvalidArgumentError, Option } from "commander";
import { type ClearingFigures, settleClearing } from "./clearing/settle-clearing.ts";
import { NodeProcessError } from "./node/start-node-process.ts";
import { readOrders } from "./orders/read-orders.ts";
import type { StandingOrder } from "./orders/standing-order.ts";
import { printClearing } from "./report/print-clearing.ts";
import { paceOf, printTable } from "./report/print-table.ts";
import { createProgress, type Progress } from "./report/progress.ts";
import { JournalMismatchError } from "./settlement/journal.ts";
import { settleEconomy } from "./settlement/settle-economy.ts";

const ORDERS = new URL("../data/order.asc", import.meta.url);

interface Arguments {
  readonly payerTier: string;
  readonly json?: true;
  readonly data?: string;
  readonly keep?: true;
  readonly clearing?: ClearingMode;
  readonly reverseFlow?: number;
  readonly liquidity?: number;
  readonly first?: number;
}

const command = new Command("example:berka")
  .description(
    "Settles the standing orders of a real Czech bank as digital cash, on a ledger of its own, and prints what each bank received.",
  )
  .addOption(new Option("--payer-tier <tier>", "tier of the payers' wallets").choices(["1", "2", "3", "4"]).default("1"))
  .addOption(
    new Option(
      "--clearing <mode>",
      "settle the orders between fourteen banks through a clearing house instead, gross or deferred net",
    ).choices(["gross", "net"]),
  )
  .option("--reverse-flow <seed>", "with --clearing: add a synthetic flow back to the home bank, drawn from this seed", wholeNumber)
  .option(
    "--liquidity <percent>",
    "with --clearing: central-bank money of the home bank, of all that its customers pay (if absent 100); with a flow back of what they pay in the largest of 27 rounds (if absent 45), between which banks square their positions",
    wholeNumber,
  )
  .option("--first <count>", "with --clearing: only so many orders", wholeNumber)
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
    const run = { directory, orders, progress, signal: stop.signal };
    if (options.clearing === undefined) await settleAsCash(run, options, temporary);
    else await settleByClearing(run, options.clearing, options);
  } catch (error) {
    code = stop.signal.aborted ? 130 : 1;
    process.stderr.write(`${stop.signal.aborted ? stoppedSentence(options, temporary) : sentenceOf(error)}\n`);
  }
  if (temporary) rmSync(directory, { recursive: true, force: true });
  // Requests that a stopped run still waits for are of no more interest.
  process.exit(code);
}

interface Run {
  readonly directory: string;
  readonly orders: readonly StandingOrder[];
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

async function settleAsCash(run: Run, options: Arguments, temporary: boolean): Promise<void> {
  const { tally, seconds } = await settleEconomy({ ...run, payerTier: Number(options.payerTier) });
  if (!temporary) run.progress.stage(`the ledger is in ${run.directory}`);
  console.log(options.json ? JSON.stringify(resultOf(tally, seconds)) : `\n${printTable(tally, seconds)}`);
}

async function settleByClearing(run: Run, mode: ClearingMode, { reverseFlow, liquidity, first, json }: Arguments): Promise<void> {
  const figures = await settleClearing({
    ...run,
    orders: run.orders.slice(0, first),
    mode,
    reverseFlowSeed: reverseFlow,
    // With a flow back less than half of the money pays everything, because what waits settles together.
    liquidityPercent: liquidity ?? (reverseFlow === undefined ? 100 : 45),
  });
  console.log(json ? JSON.stringify(figuresOf(figures)) : `\n${printClearing(figures)}`);
}

function stoppedSentence({ clearing }: Arguments, temporary: boolean): string {
  return `stopped.${temporary || clearing !== undefined ? "" : " Run the same command again to go on."}`;
}

function sentenceOf(error: unknown): string {
  if (error instanceof SyceeError) return `error: ${error.detail} (${error.code})`;
  if (error instanceof NodeProcessError || error instanceof JournalMismatchError) return `error: ${error.message}`;
  return `error: ${error instanceof Error ? error.message : String(error)} (internal)`;
}

function figuresOf({ valueMinor, liquidityMinor, peakMinor, ...figures }: ClearingFigures): object {
  return { ...figures, valueMinor: `${valueMinor}`, liquidityMinor: `${liquidityMinor}`, peakMinor: `${peakMinor}` };
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It has to be a whole number of at most nine digits.");
  return Number(text);
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
