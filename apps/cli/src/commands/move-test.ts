import {
  formatTestResult,
  formatTestSummary,
  MoveBuildError,
  runPackageTests,
  TestBuilds,
  type TestReport,
  watchPackages,
} from "@sycee/move-build";
import { CliError } from "../output/cli-error.ts";
import { chosenDirectory, packagesIn } from "./move-packages.ts";

/** Options of `sycee move test`. */
export interface MoveTestOptions {
  readonly json?: true;
  readonly filter?: string;
  readonly seed?: string;
  readonly edges?: true;
  readonly gasLimit?: string;
  readonly coverage?: true;
  readonly watch?: true;
}

/**
 * Runs the unit tests of a package, or of every package of a directory. Throws `MoveBuildError`, `CliError` `tests_failed`, or
 * `invalid_argument` for a filter that no test passes.
 */
export async function testMove(directory: string | undefined, options: MoveTestOptions): Promise<void> {
  const targets = packagesIn(chosenDirectory(directory));
  if (options.watch === true) {
    await watchTests(targets, options);
    return;
  }
  const builds = new TestBuilds();
  const reports: TestReport[] = [];
  for (const target of targets) reports.push(await testPackage(target, options, builds));
  const { passed, failed } = count(reports);
  if (options.json) console.log(JSON.stringify({ passed, failed, packages: reports.map(reportJson) }));
  else console.log(`${passed} passed, ${failed} failed`);
  if (options.filter !== undefined && passed + failed === 0) {
    throw new CliError("invalid_argument", `No test has ${options.filter} in its name: nothing was tested.`);
  }
  if (failed > 0) throw new CliError("tests_failed", `${failed} of ${passed + failed} Move tests failed.`);
}

/** Tests everything, then on every save what the change affects, until interrupted. */
async function watchTests(targets: readonly string[], options: MoveTestOptions): Promise<void> {
  if (options.json) throw new CliError("invalid_argument", "--watch is for people: leave out --json.");
  const builds = new TestBuilds();
  const test = async (affected: readonly string[]): Promise<void> => {
    const startedMs = performance.now();
    const reports: TestReport[] = [];
    try {
      for (const target of affected) reports.push(await testPackage(target, options, builds));
    } catch (error) {
      if (!(error instanceof MoveBuildError)) throw error;
      process.stderr.write(`${error.message.trimEnd()}\n`);
    }
    const { passed, failed } = count(reports);
    console.log(`${passed} passed, ${failed} failed in ${Math.round(performance.now() - startedMs)} ms; waiting for changes (Ctrl-C ends)`);
  };
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  await watchPackages(targets, test, stop.signal);
}

async function testPackage(target: string, options: MoveTestOptions, builds: TestBuilds): Promise<TestReport> {
  const isForPeople = options.json !== true;
  const report = await runPackageTests(target, {
    builds,
    ...(options.filter === undefined ? {} : { filter: options.filter }),
    ...(options.seed === undefined ? {} : { seed: wholeNumber("--seed", options.seed, 0xffff_ffff) }),
    ...(options.gasLimit === undefined ? {} : { gasLimit: wholeNumber("--gas-limit", options.gasLimit, Number.MAX_SAFE_INTEGER) }),
    edges: options.edges === true,
    coverage: options.coverage === true,
    onStart: ({ package: name, tests }) => {
      if (isForPeople) console.log(`Running Move unit tests of ${name} (${tests})`);
    },
    onResult: (result) => {
      if (isForPeople) console.log(formatTestResult(result));
    },
  });
  if (report.warnings !== "") process.stderr.write(report.warnings);
  if (isForPeople) process.stdout.write(formatTestSummary(report));
  return report;
}

function wholeNumber(option: string, text: string, largest: number): number {
  const number = /^[0-9]+$/.test(text) ? Number(text) : Number.NaN;
  if (!(number <= largest)) throw new CliError("invalid_argument", `${option} is a number from 0 to ${largest}.`);
  return number;
}

function count(reports: readonly TestReport[]): { readonly passed: number; readonly failed: number } {
  return {
    passed: reports.reduce((sum, report) => sum + report.passed, 0),
    failed: reports.reduce((sum, report) => sum + report.failed, 0),
  };
}

function reportJson(report: TestReport) {
  const tests = report.results.map(({ module, name, passed, gasUsed }) => ({ test: `${module}::${name}`, passed, gasUsed }));
  const failures = report.results
    .filter(({ passed }) => !passed)
    .map(({ module, name, reasons, stack }) => ({
      test: `${module}::${name}`,
      reasons,
      stack: stack.map(({ function: inFunction, path, line }) => ({ function: inFunction, path, line })),
    }));
  const { package: name, passed, failed, seed, warnings, coverage } = report;
  return {
    package: name,
    passed,
    failed,
    ...(seed === undefined ? {} : { seed }),
    tests,
    failures,
    warnings,
    ...(coverage === undefined ? {} : { coverage }),
  };
}
