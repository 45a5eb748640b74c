import { initMovePackageBuilder, testMovePackage } from "@zktx.io/sui-move-builder/full";
import type { VmCase } from "./case.ts";
import { caseSources } from "./case-sources.ts";

const ROUNDS = 3;

/**
 * Nanoseconds an iteration on the reference VM in WebAssembly. It runs unit tests only, so that each run compiles first: of two
 * tests that differ in nothing but their iterations, compiling cancels out. `expected` is our answer to the larger one.
 */
export async function measureReference(measured: VmCase, expected: bigint): Promise<number> {
  await initMovePackageBuilder();
  const { referenceFew, referenceMany } = measured.samples;
  let few = Number.POSITIVE_INFINITY;
  let many = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    few = Math.min(few, await testOnce(measured, referenceFew, undefined));
    many = Math.min(many, await testOnce(measured, referenceMany, expected));
  }
  return Math.max(0, many - few) / (referenceMany - referenceFew);
}

/** Processor time of one run, in nanoseconds: other processes on the machine do not count. */
async function testOnce(measured: VmCase, iterations: number, expected: bigint | undefined): Promise<number> {
  const call = `bench::cases::${measured.function}(${iterations}, ${measured.operand})`;
  const check = expected === undefined ? `${call};` : `assert!(${call} == ${expected}, 0);`;
  const test = `#[test_only]\nmodule bench::measured;\n#[test]\nfun run() { ${check} }\n`;
  const files = { ...caseSources("reference"), "sources/measured.move": test };
  const before = process.cpuUsage();
  const result = await testMovePackage({ files, silenceWarnings: true, network: "mainnet" });
  const { user, system } = process.cpuUsage(before);
  if ("error" in result) throw new Error(result.error);
  if (!result.passed) throw new Error(`the reference does not answer what ours does: ${result.output}`);
  return (user + system) * 1000;
}
