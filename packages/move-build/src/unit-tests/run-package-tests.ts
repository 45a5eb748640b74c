import { createVirtualMachine, runUnitTest, UNIT_TEST_GAS, type VirtualMachine } from "@sycee/move-vm";
import { type BuiltPackage, compilePackage } from "../compile/build-package.ts";
import type { MoveManifest } from "../package/move-manifest.ts";
import { resolvePackageGraph } from "../package/package-graph.ts";
import { readMoveSources } from "../package/package-sources.ts";
import { describeOutcome } from "./describe-outcome.ts";
import { moduleKey } from "./expected-failure.ts";
import { type DeclaredTest, findTests } from "./find-tests.ts";
import { matchOutcome, printModule } from "./match-failure.ts";
import { namedAddresses } from "../source/named-addresses.ts";
import { type NamedAddresses, readSourceModules, type SourceModule } from "../source/source-module.ts";
import type { TestReport, TestResult } from "./test-report.ts";

export interface RunPackageTestsOptions {
  /** Run only tests whose `0x…::module::name` (short address) contains this. */
  readonly filter?: string;
  /** Gas a test may use; one that needs more fails. Default `UNIT_TEST_GAS`, about a second. */
  readonly gasLimit?: number;
  /** Hears of each result as soon as it is there. */
  readonly onResult?: (result: TestResult) => void;
}

/**
 * Compiles the package in `directory` with its tests and runs every function marked `#[test]`, each above an empty ledger
 * of its own. A test marked `#[expected_failure(…)]` passes only if it fails in that very way. Throws `MoveBuildError` if
 * the package does not compile.
 */
export async function runPackageTests(directory: string, options: RunPackageTestsOptions = {}): Promise<TestReport> {
  const startedMs = performance.now();
  const graph = resolvePackageGraph(directory);
  const built = await compileForTests(graph);
  const root = built.at(-1);
  if (root === undefined) throw new Error("a package graph is never empty");
  const addresses = namedAddresses(graph);
  const modules = readModules(graph, addresses);
  const vm = createVirtualMachine({ modules: built.flatMap((each) => each.modules.map((module) => module.bytes)) });
  const results: TestResult[] = [];
  for (const module of modules.values()) {
    if (module.packageName !== root.name) continue;
    for (const test of findTests(module, { modules, addresses })) {
      if (!testName(test).includes(options.filter ?? "")) continue;
      const result = runTest(vm, test, modules, options.gasLimit ?? UNIT_TEST_GAS);
      results.push(result);
      options.onResult?.(result);
    }
  }
  const passed = results.filter((result) => result.passed).length;
  const elapsedMs = performance.now() - startedMs;
  return { package: root.name, results, passed, failed: results.length - passed, warnings: root.warnings, elapsedMs };
}

/** Every package of the graph in test mode: tests use what their dependencies declare for tests. */
async function compileForTests(graph: readonly MoveManifest[]): Promise<readonly BuiltPackage[]> {
  const built: BuiltPackage[] = [];
  for (const manifest of graph) {
    const testsFolder = manifest === graph.at(-1);
    built.push(await compilePackage(resolvePackageGraph(manifest.directory), { testMode: true, testsFolder }));
  }
  return built;
}

interface PackagedModule extends SourceModule {
  readonly packageName: string;
}

function readModules(graph: readonly MoveManifest[], addresses: NamedAddresses): ReadonlyMap<string, PackagedModule> {
  const modules = new Map<string, PackagedModule>();
  for (const [index, manifest] of graph.entries()) {
    const isRoot = index === graph.length - 1;
    const sources = readMoveSources(manifest.directory, "sources");
    const tests = isRoot ? readMoveSources(manifest.directory, "tests") : [];
    for (const source of [...sources, ...tests]) {
      for (const module of readSourceModules(source, addresses)) modules.set(moduleKey(module), { ...module, packageName: manifest.name });
    }
  }
  return modules;
}

function runTest(vm: VirtualMachine, test: DeclaredTest, modules: ReadonlyMap<string, SourceModule>, gasLimit: number): TestResult {
  const common = { module: printModule(test.module), name: test.function.name };
  if (test.defect !== undefined) return { ...common, passed: false, gasUsed: 0, debugOutput: [], reasons: [test.defect] };
  const { outcome, gasUsed, debugOutput } = runUnitTest(vm, test.module.address, test.module.module, test.function.name, { gasLimit });
  const complaint = matchOutcome(test.expected, outcome);
  const reasons = complaint === undefined ? [] : [complaint, describeOutcome(outcome, modules)];
  return { ...common, passed: complaint === undefined, gasUsed, debugOutput, reasons };
}

function testName(test: DeclaredTest): string {
  return `${printModule(test.module)}::${test.function.name}`;
}
