import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { EXECUTOR_LIMITS } from "@sycee/node";
import { Command, InvalidArgumentError } from "commander";
import { measureLimits } from "../limits/measure-limits.ts";
import { printLimits } from "./print-limits.ts";
import { printProfile } from "./print-profile.ts";
import type { ProfileReport, ProfileResult, ProfileTask } from "./profile-task.ts";

const LIMITS_SECONDS = 1;
const RESULTS = fileURLToPath(new URL("../../results", import.meta.url));

interface Arguments {
  readonly accounts: number;
  readonly block: number;
  readonly payments: number;
  readonly warmUp: number;
  readonly oneMerchant?: true;
  readonly memory?: true;
  readonly save?: string;
}

const command = new Command("profile")
  .description("Where the executor's processor time goes, stage by stage, for signed payments whose signatures are verified already")
  .option("--accounts <number>", "accounts with a wallet", parseCount, 10_000)
  .option("--block <number>", "payments a block", parseCount, 2_000)
  .option("--payments <number>", "payments measured", parseCount, 40_000)
  .option("--warm-up <number>", "payments before", parseCount, 40_000)
  .option("--one-merchant", "all payments go to one account")
  .option("--memory", "keep state in memory: no log, no checkpoint")
  .option("--save <file>", "write the samples as a .cpuprofile")
  .addHelpText("after", "\nExample:\n  npm run bench:profile -- --one-merchant --block 500")
  .allowExcessArguments(false);
command.parse();

try {
  const { oneMerchant, memory, save, ...sizes } = command.opts<Arguments>();
  mkdirSync(RESULTS, { recursive: true });
  // Beside the results, and so on the disk of the working copy.
  const directory = mkdtempSync(join(RESULTS, "profile-"));
  const remove = (): void => rmSync(directory, { recursive: true, force: true });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      remove();
      process.exit(130);
    });
  }
  try {
    process.stderr.write("what the machine can do at most\n");
    console.log(`${printLimits(await measureLimits(directory, LIMITS_SECONDS))}\n`);
    const task: ProfileTask = { ...sizes, oneMerchant: oneMerchant === true, directory: memory === true ? undefined : directory, save };
    process.stderr.write("opening wallets, signing, executing\n");
    console.log(printProfile(task, await profile(task)));
  } finally {
    remove();
  }
} catch (error) {
  process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

// In a thread with the limits of a node's executor: they decide what collecting garbage costs.
function profile(task: ProfileTask): Promise<ProfileResult> {
  const worker = new Worker(new URL("./profile-worker.js", import.meta.url), { workerData: task, resourceLimits: EXECUTOR_LIMITS });
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (report: ProfileReport) => {
      if (report.kind === "result") resolve(report.result);
      else reject(new Error(report.message));
    });
  });
}

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 2 || count > 10_000_000) throw new InvalidArgumentError("A whole number from 2 to 10,000,000.");
  return count;
}
