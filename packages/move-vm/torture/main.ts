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
  else throw new Error(`there is no "${command}": differential`);
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

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function progress(line: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${line}`);
  else process.stderr.write(`${line}\n`);
}

await main();
