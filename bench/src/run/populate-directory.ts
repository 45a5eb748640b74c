import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Population } from "../payments/populate.ts";
import type { PopulationReport } from "../payments/population-process.ts";
import type { BenchRun } from "./bench-run.ts";

const POPULATION_PROCESS = fileURLToPath(new URL("../payments/population-process.js", import.meta.url));
/** How often it is said how far it has come. */
const TOLD_PARTS = 10;

/** A new directory with a chain of so many accounts, made in a process of its own so that its memory is gone afterwards. */
export async function populateDirectory(run: BenchRun, population: Population): Promise<string> {
  const directory = run.workplace.makeDirectory("accounts");
  const total = population.accounts + population.customers;
  run.say(`opening ${total} accounts`);
  const child = fork(POPULATION_PROCESS, [directory, JSON.stringify(population)], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    // What waits for a checkpoint lives long: a large young generation copies less of the rest.
    execArgv: ["--max-semi-space-size=64"],
  });
  run.workplace.onEnd(() => child.kill("SIGKILL"));
  await new Promise<void>((resolve, reject) => {
    let told = 0;
    child.on("message", (report: PopulationReport) => {
      if (report.kind === "done") resolve();
      else if (report.kind === "failed") reject(new Error(report.message));
      else if (report.opened >= (total / TOLD_PARTS) * (told + 1)) {
        told = Math.floor((report.opened / total) * TOLD_PARTS);
        run.say(`  ${report.opened} of ${total} accounts`);
      }
    });
    child.once("exit", (code, signal) => reject(new Error(`the population ended with ${signal ?? `code ${code}`}`)));
  });
  return directory;
}
