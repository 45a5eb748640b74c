import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import { BenchError } from "./options/bench-error.ts";
import { DEFAULT_PARTS, PARTS, parseParts } from "./options/parts.ts";
import type { BenchResult } from "./report/bench-result.ts";
import { printMarkdown, printTable } from "./report/print-result.ts";
import { ToldRows } from "./report/told-rows.ts";
import { KeptChains } from "./run/kept-chains.ts";
import { runBench } from "./run/run-bench.ts";
import { Workplace } from "./run/workplace.ts";

const RESULTS = fileURLToPath(new URL("../results", import.meta.url));
const KEPT_CHAINS = join(RESULTS, "chains");
const MAX_SECONDS = 20;
const MAX_ROUNDS = 20;

interface Arguments {
  readonly json?: true;
  readonly markdown?: true;
  readonly only?: string;
  readonly seconds: number;
  readonly rounds: number;
  readonly accounts: number;
  readonly customers: number;
  readonly millionAccounts: number;
  readonly tenMillionAccounts: number;
}

const partList = Object.entries(PARTS).map(([name, what]) => `  ${name.padEnd(12)} ${what}`);
const command = new Command("bench")
  .description("What the ledger reaches on this machine, beside the machine's raw limits and what others reach in the same run")
  .option("--json", "print the result as JSON in the last line")
  .option("--markdown", "print the table in Markdown")
  .option("--only <names>", "some of the parts, with commas between; `raw` for the machine's limits alone")
  .option("--seconds <number>", "about how long each measurement takes", number(0, MAX_SECONDS), 3)
  .option("--rounds <number>", "how often each load is measured; figures are medians", number(0, MAX_ROUNDS, 1), 3)
  .option("--accounts <number>", "accounts of all other parts", number(1, 100_000, 1), 10_000)
  .option("--customers <number>", "customers' accounts of the batch lane", number(1, 100_000_000, 1), 1_000_000)
  .option("--million-accounts <number>", "accounts of the part million", number(0, 100_000_000, 1), 1_000_000)
  .option("--ten-million-accounts <number>", "accounts of the part tenMillion", number(0, 100_000_000, 1), 10_000_000)
  .addHelpText(
    "after",
    `\nParts (all but tenMillion if none is named):\n${partList.join("\n")}\n\nExample:\n  npm run bench -- --only payments,anvil --seconds 5`,
  )
  .allowExcessArguments(false);
command.parse();

const workplace = new Workplace(RESULTS);
try {
  await main(command.opts<Arguments>());
} catch (error) {
  const code = error instanceof BenchError ? ` ${error.code}` : "";
  process.stderr.write(`error${code}: ${error instanceof Error ? error.message : String(error)}${causeOf(error)}\n`);
  process.exitCode = 1;
} finally {
  workplace.close();
}

async function main(args: Arguments): Promise<void> {
  const { json, markdown, only, seconds, rounds } = args;
  const startedMs = performance.now();
  const parts = only === undefined ? DEFAULT_PARTS : parseParts(only);
  const say = (text: string): void => {
    process.stderr.write(
      `${Math.round((performance.now() - startedMs) / 1000)
        .toString()
        .padStart(4)} s  ${text}\n`,
    );
  };
  const accounts = { million: args.millionAccounts, tenMillion: args.tenMillionAccounts, others: args.accounts, customers: args.customers };
  const rows = new ToldRows(say);
  const measured = (result: BenchResult): void => {
    const path = keep(result);
    if (result.unfinished === undefined) say(`done; the figures are in ${path}`);
    else rows.tell(result);
  };
  const result = await runBench(
    { parts, seconds, rounds, accounts },
    { workplace, keptChains: new KeptChains(KEPT_CHAINS), say, measured },
  );
  if (markdown) console.log(printMarkdown(result));
  if (json) console.log(JSON.stringify(result));
  if (markdown === undefined && json === undefined) console.log(`\n${printTable(result)}`);
}

// What a lost connection was lost by is told by its cause alone.
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? ` (${cause.message}${causeOf(cause)})` : "";
}

/** Writes the figures that there are; the same file for the whole of a run. */
function keep(result: BenchResult): string {
  mkdirSync(RESULTS, { recursive: true });
  const path = join(RESULTS, `${result.at.replaceAll(":", "-")}.json`);
  writeFileSync(path, `${JSON.stringify(result, undefined, 2)}\n`);
  return path;
}

/** A number above `above` and at most `most`, whole where `step` is 1. */
function number(above: number, most: number, step?: 1): (text: string) => number {
  return (text) => {
    const value = Number(text);
    const isWhole = step === undefined || Number.isInteger(value);
    if (!(value > above && value <= most && isWhole)) {
      throw new InvalidArgumentError(`It is a ${step === 1 ? "whole " : ""}number above ${above}, at most ${most}.`);
    }
    return value;
  };
}
