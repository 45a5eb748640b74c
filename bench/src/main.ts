import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError, Option } from "commander";
import type { LoadResult } from "./payments/load-task.ts";
import { measurePayments } from "./payments/measure-payments.ts";
import { measureRawVerify } from "./raw-verify/measure-raw-verify.ts";
import { type BenchResult, figuresOf, printResult } from "./report/bench-result.ts";

const RESULTS = fileURLToPath(new URL("../results", import.meta.url));
const ACCOUNTS = 1_000;
const BATCH = 500;
/** About the size of what is signed for a payment. */
const SIGNED_BYTES = 256;

interface Arguments {
  readonly json?: true;
  readonly only?: "raw" | "payments" | "singles";
  readonly seconds: number;
}

const command = new Command("bench")
  .description(
    "Signed payments a second through HTTP, each durable before its answer, beside raw signature verifications on the same machine",
  )
  .option("--json", "print the result as JSON in the last line")
  .addOption(new Option("--only <name>", "one part (raw verifications are always measured)").choices(["raw", "payments", "singles"]))
  .option("--seconds <number>", "about how long each part takes", parseSeconds, 5)
  .addHelpText("after", "\nExample:\n  npm run bench -- --only payments --seconds 10")
  .allowExcessArguments(false);
command.parse();

try {
  await main(command.opts<Arguments>());
} catch (error) {
  process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function main({ json, only, seconds }: Arguments): Promise<void> {
  const cores = availableParallelism();
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  say("raw signature verifications");
  const task = { durationMs: Math.min(seconds, 2) * 1000, messageBytes: SIGNED_BYTES };
  const rawOne = await measureRawVerify(1, task);
  const rawAll = await measureRawVerify(cores, task);
  const parts: { payments?: LoadResult; singles?: LoadResult } = {};
  if (only === undefined || only === "payments") {
    say("signed payments in batches: signing, then sending");
    const load = {
      accounts: ACCOUNTS,
      batch: BATCH,
      inFlight: 6,
      warmUp: wholeBatches(rawAll),
      payments: wholeBatches(rawAll * 0.6 * seconds),
    };
    parts.payments = await inDirectory((directory) => measurePayments({ directory, ...load }));
  }
  if (only === undefined || only === "singles") {
    say("signed payments one by one: signing, then sending");
    const load = {
      accounts: ACCOUNTS,
      batch: 1,
      inFlight: 64,
      warmUp: 4_000,
      payments: Math.round(Math.min(rawAll, 8_000) * 0.6 * seconds),
    };
    parts.singles = await inDirectory((directory) => measurePayments({ directory, ...load }));
  }
  // Measured again: on a machine that others use too, what was there before and after is what the ratio is to.
  const rawMean = only === "raw" ? rawAll : (rawAll + (await measureRawVerify(cores, task))) / 2;
  const result: BenchResult = {
    at: new Date().toISOString(),
    machine: { processor: cpus()[0]?.model ?? "unknown", cores, node: process.versions.node },
    rawVerifyPerSecondOneCore: Math.round(rawOne),
    rawVerifyPerSecondAllCores: Math.round(rawMean),
    ...(parts.payments === undefined ? {} : { signedPayments: figuresOf(parts.payments, rawMean) }),
    ...(parts.singles === undefined ? {} : { singlePayments: figuresOf(parts.singles, rawMean) }),
  };
  keep(result);
  if (json) console.log(JSON.stringify(result));
  else console.log(`\n${printResult(result)}`);
}

function wholeBatches(payments: number): number {
  return Math.max(1, Math.round(payments / BATCH)) * BATCH;
}

// Beside the results, and so on the disk of the working copy: a temporary directory may lie in memory, where durability costs nothing.
async function inDirectory<T>(measure: (directory: string) => Promise<T>): Promise<T> {
  mkdirSync(RESULTS, { recursive: true });
  const directory = mkdtempSync(join(RESULTS, "node-"));
  const remove = (): void => rmSync(directory, { recursive: true, force: true });
  const interrupt = (): void => {
    remove();
    process.exit(130);
  };
  process.on("SIGINT", interrupt);
  try {
    return await measure(directory);
  } finally {
    process.off("SIGINT", interrupt);
    remove();
  }
}

function keep(result: BenchResult): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, `${result.at.replaceAll(":", "-")}.json`), `${JSON.stringify(result, undefined, 2)}\n`);
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 20)) throw new InvalidArgumentError("Seconds are a number above 0, at most 20.");
  return seconds;
}
