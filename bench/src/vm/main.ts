import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ENGINE_OPTIONS } from "@sycee/node/engine";
import { Command } from "commander";
import type { VmCase, VmMeasurement } from "./case.ts";
import { VM_CASES } from "./cases.ts";
import type { CaseFigures } from "./measure-case.ts";
import { measureReference } from "./measure-reference.ts";
import { printMeasurements } from "./print-measurements.ts";

const COLD_STARTS = 5;
/** Odd, so that there is one in the middle. */
const PROCESSES = 5;

const command = new Command("bench:vm")
  .description("The virtual machine beside the reference VM in WebAssembly and hand-written JavaScript, in nanoseconds an iteration")
  .option("--json", "print the figures as JSON in the last line")
  .option("--only <text>", "cases whose name has this text", "")
  .addHelpText("after", "\nExample:\n  npm run bench:vm -- --only sha2 --json");
command.parse();
const { json, only } = command.opts<{ readonly json?: true; readonly only: string }>();

const measurements: VmMeasurement[] = [];
for (const measured of VM_CASES.filter(({ name }) => name.includes(only))) {
  process.stderr.write(`${measured.name}\n`);
  measurements.push(await measure(measured));
}
process.stderr.write("cold start\n");
const coldStart = fastestColdStart(ENGINE_OPTIONS);
const eager = fastestColdStart([]);
process.stdout.write(printMeasurements(measurements));
process.stdout.write(
  `\nCold start of the whole framework, ${coldStart.modules} modules, as the command line starts it: ${coldStart.wallMs.toFixed(0)} ms by the clock (at most 300), ${coldStart.callerMs.toFixed(0)} of the caller's thread, ${coldStart.cpuMs.toFixed(0)} with the engine's compiler and collector\n` +
    `As the engine starts by itself, which compiles and collects beside it on the same processors: ${eager.wallMs.toFixed(0)}, ${eager.callerMs.toFixed(0)} and ${eager.cpuMs.toFixed(0)} ms\n`,
);
if (json === true) {
  const cases = measurements.map(({ name, oursNs, referenceNs, handwrittenNs }) => ({ name, oursNs, referenceNs, handwrittenNs }));
  process.stdout.write(`${JSON.stringify({ cases })}\n`);
}

async function measure(measured: VmCase): Promise<VmMeasurement> {
  const { oursFreshNs, oursAfterBigNs, handwrittenNs, answer } = middleProcess(measured.name);
  const referenceNs = await measureReference(measured, BigInt(answer));
  const { name, target } = measured;
  return { name, oursNs: Math.max(oursFreshNs, oursAfterBigNs), oursFreshNs, oursAfterBigNs, referenceNs, handwrittenNs, target };
}

/**
 * The process in the middle of some, by the slower of its two figures. What the engine makes of the same code is not the same in every process:
 * about one in seven enters a recursive function through the code of its loop for good, which is three times slower.
 */
function middleProcess(name: string): CaseFigures {
  const all = Array.from({ length: PROCESSES }, () => inProcess<CaseFigures>("case-process.js", [name]));
  const slower = ({ oursFreshNs, oursAfterBigNs }: CaseFigures): number => Math.max(oursFreshNs, oursAfterBigNs);
  const middle = all.sort((left, right) => slower(left) - slower(right))[(PROCESSES - 1) / 2];
  if (middle === undefined) throw new Error("no process was measured");
  return middle;
}

interface ColdStart {
  readonly modules: number;
  readonly callerMs: number;
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** The fastest of some processes whose engine is given these options: what else the machine does only ever makes one slower. */
function fastestColdStart(engineOptions: readonly string[]): ColdStart {
  const starts = Array.from({ length: COLD_STARTS }, () => inProcess<ColdStart>("cold-start-process.js", [], engineOptions));
  return starts.reduce((fastest, start) => (start.wallMs < fastest.wallMs ? start : fastest));
}

/** What a script beside this one prints as JSON. */
function inProcess<Result>(script: string, given: readonly string[], engineOptions: readonly string[] = []): Result {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return JSON.parse(
    execFileSync(process.execPath, [...engineOptions, path, ...given], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }),
  ) as Result;
}
