import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import type { Command } from "commander";
import { BENCH_MAIN } from "../node/repository.ts";
import { CliError } from "../output/cli-error.ts";
import { withExample } from "./options.ts";

/** `sycee bench`, which hands its options on to the benchmark programs. */
export function addBenchCommand(program: Command): void {
  const command = program
    .command("bench [options...]")
    .description("Measure this machine: raw signature verifications and signed payments through HTTP")
    .allowUnknownOption()
    .helpOption(false);
  withExample(command, "sycee bench --only payments --seconds 5").action(runBench);
}

async function runBench(options: readonly string[]): Promise<void> {
  if (!existsSync(BENCH_MAIN)) throw new CliError("not_available", "The benchmarks are not part of this installation.");
  const child = spawn(process.execPath, [BENCH_MAIN, ...options], { stdio: "inherit" });
  const code = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (exitCode) => resolve(exitCode ?? 1));
  });
  process.exitCode = code;
}
