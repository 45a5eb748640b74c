import {
  createVirtualMachine,
  type ProgramOutcome,
  runUnitTest,
  UNIT_TEST_GAS,
  unitTestParameters,
  type VirtualMachine,
} from "@sycee/move-vm";
import type { BuiltPackage } from "../compile/compile-package.ts";
import type { MoveManifest } from "../package/move-manifest.ts";
import type { ReadSources } from "../package/package-sources.ts";
import { namedAddresses } from "../source/named-addresses.ts";
import { type NamedAddresses, readSourceModules, type SourceModule } from "../source/source-module.ts";
import { lineCoverage } from "../source-marks/line-coverage.ts";
import { MarkRecorder, type StackFrame } from "../source-marks/mark-recorder.ts";
import { compileMarked } from "../source-marks/marked-packages.ts";
import { describeOutcome } from "./describe-outcome.ts";
import { moduleKey } from "./expected-failure.ts";
import { type DeclaredTest, findTests } from "./find-tests.ts";
import { matchOutcome, printModule } from "./match-failure.ts";
import { RandomNumbers } from "./random-numbers.ts";
import { type Draw, printArgument, randomArgument, type TestArgument } from "./test-arguments.ts";
import type { TestReport, TestResult } from "./test-report.ts";

export interface RunTestsOptions {
  /** Run only tests whose `0x…::module::name` (short address) contains this. */
  readonly filter?: string;
  /** Gas a test may use; one that needs more fails. Default `UNIT_TEST_GAS`. */
  readonly gasLimit?: number;
  /** Seed of the arguments of `#[random_test]` functions, 32 bits; another on every run if absent. */
  readonly seed?: number;
  /**
   * Draws the arguments of `#[random_test]` functions near the edges of their types, and short numbers as often as long ones.
   * Default false: each value of a type is as likely as another, as with Move's own runner.
   */
  readonly edges?: boolean;
  /** Counts which lines of the package the tests reach; every test then runs twice. Default false. */
  readonly coverage?: boolean;
  /** Hears that the tests are compiled and how many there are, before the first runs. */
  readonly onStart?: (start: { readonly package: string; readonly tests: number }) => void;
  /** Hears of each result as soon as it is there. */
  readonly onResult?: (result: TestResult) => void;
}

/** How often a `#[random_test]` is called, unless a call fails. */
const RANDOM_RUNS = 32;
/** Test modules are often larger than what is published, those with marks larger still; a machine of one's own may take its time. */
const TEST_VERIFICATION_LIMIT = 30_000_000;
/** Code with marks needs gas for them too, a call for each. */
const MARKED_GAS_FACTOR = 30;
/** Enough to see where a test goes round that has used up all its gas. */
const MARKED_GAS_ENDLESS = 10_000_000;

/** A package compiled for its tests, with what it depends on; in each list the package itself is last. */
export interface TestedPackage {
  readonly graph: readonly MoveManifest[];
  readonly built: readonly BuiltPackage[];
  readonly readSources: ReadSources;
}

/**
 * Runs every function marked `#[test]` or `#[random_test]`, each above an empty ledger of its own. A test marked
 * `#[expected_failure(…)]` passes only if it fails in that very way. Needs no files and no process: it runs in browsers too.
 */
export async function runTests({ graph, built, readSources }: TestedPackage, options: RunTestsOptions = {}): Promise<TestReport> {
  const startedMs = performance.now();
  const root = built.at(-1);
  if (root === undefined) throw new Error("a package graph is never empty");
  const addresses = namedAddresses(graph);
  const modules = readModules(graph, addresses, readSources);
  const machine = loadMachine(built);
  const tests = [...modules.values()]
    .filter((module) => module.packageName === root.name)
    .flatMap((module) => findTests(module, { modules, addresses }))
    .filter((test) => testName(test).includes(options.filter ?? ""));
  options.onStart?.({ package: root.name, tests: tests.length });
  let recorder = options.coverage === true ? await recordMarks(graph, readSources) : undefined;
  const gasLimit = options.gasLimit ?? UNIT_TEST_GAS;
  const seed = options.seed ?? Math.floor(Math.random() * 0x1_0000_0000);
  const results: TestResult[] = [];
  for (const test of tests) {
    const ran = runTest(machine, test, gasLimit, { seed, draw: options.edges === true ? "edges" : "even" });
    // Where it failed is told by the same code with marks, compiled when the first test fails.
    if (ran.complaint !== undefined && ran.outcome !== undefined) recorder ??= await recordMarks(graph, readSources);
    const marked =
      ran.outcome === undefined
        ? undefined
        : recorder?.run(...nameOf(test), { gasLimit: markedGas(ran, gasLimit), arguments: ran.arguments });
    const stack = marked !== undefined && ran.outcome !== undefined && isSame(ran.outcome, marked.outcome) ? marked.stack : [];
    const result = describe(test, ran, stack, modules);
    results.push(result);
    options.onResult?.(result);
  }
  const passed = results.filter((result) => result.passed).length;
  const coverage = options.coverage === true && recorder !== undefined ? lineCoverage(root.name, recorder.marks, recorder.hits) : undefined;
  const elapsedMs = performance.now() - startedMs;
  const used = tests.some(isRandom) ? seed : undefined;
  const failed = results.length - passed;
  return { package: root.name, results, passed, failed, seed: used, warnings: root.warnings, coverage, elapsedMs };
}

async function recordMarks(graph: readonly MoveManifest[], readSources: ReadSources): Promise<MarkRecorder> {
  const { built, marks } = await compileMarked(graph, readSources);
  return new MarkRecorder(loadMachine(built), marks);
}

function loadMachine(built: readonly BuiltPackage[]): VirtualMachine {
  const modules = built.flatMap((each) => each.modules.map((module) => module.bytes));
  return createVirtualMachine({ modules, verificationLimit: TEST_VERIFICATION_LIMIT });
}

interface PackagedModule extends SourceModule {
  readonly packageName: string;
}

function readModules(
  graph: readonly MoveManifest[],
  addresses: NamedAddresses,
  readSources: ReadSources,
): ReadonlyMap<string, PackagedModule> {
  const modules = new Map<string, PackagedModule>();
  for (const [index, manifest] of graph.entries()) {
    const isRoot = index === graph.length - 1;
    const sources = readSources(manifest, "sources");
    const tests = isRoot ? readSources(manifest, "tests") : [];
    for (const source of [...sources, ...tests]) {
      for (const module of readSourceModules(source, addresses)) modules.set(moduleKey(module), { ...module, packageName: manifest.name });
    }
  }
  return modules;
}

interface RanTest {
  /** `undefined` if the test cannot be run. */
  readonly outcome: ProgramOutcome | undefined;
  readonly gasUsed: number;
  readonly debugOutput: readonly string[];
  /** What should have happened; `undefined` if it did. */
  readonly complaint: string | undefined;
  /** What it was called with, the last time if it was called more than once. */
  readonly arguments: readonly TestArgument[];
}

/** What the arguments of random tests come from. */
interface Chance {
  readonly seed: number;
  readonly draw: Draw;
}

function runTest(machine: VirtualMachine, test: DeclaredTest, gasLimit: number, { seed, draw }: Chance): RanTest {
  if (test.defect !== undefined) return defective(test.defect);
  if (!isRandom(test)) return runOnce(machine, test, gasLimit, test.arguments ?? []);
  const types = unitTestParameters(machine, ...nameOf(test));
  const random = new RandomNumbers(seed);
  let ran: RanTest | undefined;
  for (let run = 0; run < RANDOM_RUNS && ran?.complaint === undefined; run++) {
    const values = types.map((type) => randomArgument(type, random, draw));
    if (!values.every((value) => value !== undefined)) return defective("Random arguments are primitives and vectors of them only.");
    const once = runOnce(machine, test, gasLimit, values);
    ran = { ...once, gasUsed: Math.max(once.gasUsed, ran?.gasUsed ?? 0) };
  }
  if (ran?.complaint === undefined || ran === undefined) return ran ?? defective("The test was not run.");
  const called = `${test.function.name}(${ran.arguments.map(printArgument).join(", ")})`;
  return { ...ran, complaint: `${ran.complaint} The call was ${called}, of seed ${seed}.` };
}

function runOnce(machine: VirtualMachine, test: DeclaredTest, gasLimit: number, values: readonly TestArgument[]): RanTest {
  const run = runUnitTest(machine, ...nameOf(test), { gasLimit, arguments: values });
  return { ...run, complaint: matchOutcome(test.expected, run.outcome), arguments: values };
}

function defective(complaint: string): RanTest {
  return { outcome: undefined, gasUsed: 0, debugOutput: [], complaint, arguments: [] };
}

function isRandom(test: DeclaredTest): boolean {
  return test.function.attributes.some((attribute) => attribute.name === "random_test");
}

function describe(test: DeclaredTest, ran: RanTest, stack: readonly StackFrame[], modules: ReadonlyMap<string, SourceModule>): TestResult {
  const { outcome, complaint, gasUsed, debugOutput } = ran;
  const name = { module: printModule(test.module), name: test.function.name };
  if (complaint === undefined) return { ...name, passed: true, gasUsed, debugOutput, reasons: [], stack: [] };
  const reasons = outcome === undefined ? [complaint] : [complaint, describeOutcome(outcome, modules, stack[0])];
  return { ...name, passed: false, gasUsed, debugOutput, reasons, stack };
}

function markedGas({ gasUsed }: RanTest, gasLimit: number): number {
  return gasUsed >= gasLimit ? MARKED_GAS_ENDLESS : (gasUsed + 1000) * MARKED_GAS_FACTOR;
}

/** Whether code with marks ended as the same code without them. */
function isSame(one: ProgramOutcome, other: ProgramOutcome): boolean {
  if (one.kind === "failed" && other.kind === "failed") return one.code === other.code;
  if (one.kind === "aborted" && other.kind === "aborted")
    return one.location.function === other.location.function && one.name === other.name;
  return one.kind === other.kind;
}

function nameOf(test: DeclaredTest): [address: `0x${string}`, module: string, name: string] {
  return [test.module.address, test.module.module, test.function.name];
}

function testName(test: DeclaredTest): string {
  return `${printModule(test.module)}::${test.function.name}`;
}
