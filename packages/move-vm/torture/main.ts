import { runChecks } from "./checks/run-checks.ts";
import { BUILT, mutationCorpus } from "./mutation/mutation-corpus.ts";
import { runMutations } from "./mutation/run-mutations.ts";
import { runDifferential } from "./differential/run-differential.ts";

/** Runs one of the machine's long tests: `main.js differential|mutation|checks [--seed N] [--count N]`. */
async function main(): Promise<void> {
  const [command = "", ...rest] = process.argv.slice(2);
  const number = (name: string, otherwise: number): number => {
    const index = rest.indexOf(`--${name}`);
    return index < 0 ? otherwise : Number(rest[index + 1]);
  };
  const seed = number("seed", 1);
  if (command === "differential") await differential(seed, number("count", 20_000));
  else if (command === "mutation") await mutation(seed, number("count", 1_000_000));
  else if (command === "checks") await checks();
  else throw new Error(`there is no "${command}": differential, mutation, checks`);
}

async function differential(seed: number, count: number): Promise<void> {
  const started = performance.now();
  const report = await runDifferential(seed, count, progress);
  for (const { seed: at, program, between, detail } of report.mismatches) print(`\nseed ${at}, ${program}: ${between}\n${detail}`);
  const seconds = (performance.now() - started) / 1000;
  print(`differential: seed ${seed}, ${report.programs} programs (${report.aborted} ended early) in ${seconds.toFixed(0)} s`);
  print(
    `  mismatches: ${report.mismatches.length}; beyond the reference's 32 bits: ${report.beyondReference}; batches that the Move compiler panics on: ${report.uncompiled}`,
  );
  print(`  opcodes not in any program: ${report.missing.join(" ") || "none"}; never run: ${report.missingRun.join(" ") || "none"}`);
  if (report.mismatches.length > 0 || report.missing.length > 0) process.exitCode = 1;
}

async function mutation(seed: number, count: number): Promise<void> {
  const corpus = await mutationCorpus(BUILT, seed, 6);
  const started = performance.now();
  const report = runMutations(corpus, seed, count, progress);
  for (const fault of report.faults) print(`\n${fault}`);
  const answers = [...report.answers].sort(([, left], [, right]) => right - left).map(([answer, times]) => `${answer} ${times}`);
  print(
    `mutation: seed ${seed}, ${report.mutants} mutants of ${corpus.length} modules in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  print(
    `  accepted: ${report.accepted}; functions run under checks: ${report.functions}, of these compared with compiled code: ${report.compared}`,
  );
  print(`  answers: ${answers.join(", ")}`);
  print(`  slowest: ${report.slowestMs.toFixed(1)} ms; faults: ${report.faultCount}`);
  if (report.faultCount > 0 || report.slowestMs > 100) process.exitCode = 1;
}

async function checks(): Promise<void> {
  const started = performance.now();
  const report = await runChecks(progress);
  for (const { file, line, text } of report.missed) print(`  no test fails without ${file}:${line}: ${text}`);
  const share = ((100 * report.caught) / report.sites).toFixed(1);
  print(
    `checks: ${report.sites} taken out one at a time in ${((performance.now() - started) / 1000).toFixed(0)} s; ${report.caught} caught (${share}%)`,
  );
  if (report.caught < 0.95 * report.sites) process.exitCode = 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function progress(line: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${line}`);
  else process.stderr.write(`${line}\n`);
}

await main();
