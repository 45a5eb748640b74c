import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Population } from "../payments/populate.ts";
import type { PopulationReport } from "../payments/population-process.ts";
import type { BenchRun } from "./bench-run.ts";

const POPULATION_PROCESS = fileURLToPath(new URL("../payments/population-process.js", import.meta.url));
/** How often it is said how far it has come. */
const TOLD_PARTS = 10;
/** With fewer accounts a chain is made sooner than looked for. */
const WORTH_KEEPING = 500_000;

/** A directory with a chain, and how long the accounts took to be opened: in this run, or in an earlier one that kept the chain. */
export interface PopulatedDirectory {
  readonly directory: string;
  readonly seconds: number;
}

/** A new directory with a chain of so many accounts: a copy of one that is kept, or made in a process of its own so that its memory is gone afterwards. */
export async function populateDirectory(run: BenchRun, population: Population): Promise<PopulatedDirectory> {
  const directory = run.workplace.makeDirectory("accounts");
  const total = population.accounts + population.customers;
  const isWorthKeeping = total >= WORTH_KEEPING;
  const kept = isWorthKeeping ? await run.keptChains.copyTo(directory, population) : undefined;
  if (kept !== undefined) {
    run.say(`a chain with ${total} accounts is kept from an earlier run, which opened them in ${Math.round(kept.seconds)} s`);
    return { directory, seconds: kept.seconds };
  }
  run.say(`opening ${total} accounts`);
  const startedMs = performance.now();
  await populateIn(run, directory, population);
  const seconds = (performance.now() - startedMs) / 1000;
  run.say(`opened ${total} accounts in ${Math.round(seconds)} s`);
  if (isWorthKeeping) await run.keptChains.keep(directory, population, { seconds }, run.workplace.makeDirectory("kept"));
  return { directory, seconds };
}

async function populateIn(run: BenchRun, directory: string, population: Population): Promise<void> {
  const total = population.accounts + population.customers;
  const child = fork(POPULATION_PROCESS, [directory, JSON.stringify(population)], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    // What a block needs lives until the block is stored: a large young generation copies less of it.
    execArgv: ["--max-semi-space-size=64"],
  });
  run.workplace.onEnd(() => child.kill("SIGKILL"));
  await new Promise<void>((resolve, reject) => {
    let told = 0;
    child.on("message", (report: PopulationReport) => {
      if (report.kind === "done") resolve();
      else if (report.kind === "failed") reject(new Error(report.message));
      else if (report.kind === "committing") run.say("  all are open; computing the root of the state");
      else if (report.opened >= (total / TOLD_PARTS) * (told + 1)) {
        told = Math.floor((report.opened / total) * TOLD_PARTS);
        run.say(`  ${report.opened} of ${total} accounts`);
      }
    });
    child.once("exit", (code, signal) => reject(new Error(`the population ended with ${signal ?? `code ${code}`}`)));
  });
}
