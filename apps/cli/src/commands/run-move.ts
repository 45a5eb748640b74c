import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { buildPackage, buildWorkspace, formatTestReport, runPackageTests, type TestReport } from "@sycee/move-build";
import { MOVE_DIRECTORY } from "../node/repository.ts";
import { CliError } from "../output/cli-error.ts";
import type { MoveOptions } from "./move.ts";

/** Compiles a package, or every package of a directory. Throws `MoveBuildError`, `CliError`. */
export async function buildMove(directory: string | undefined, options: MoveOptions): Promise<void> {
  const target = resolve(directory ?? MOVE_DIRECTORY);
  if (existsSync(join(target, "Move.toml"))) {
    const built = await buildPackage(target, { colour: options.json !== true && process.stderr.isTTY });
    if (built.warnings !== "") process.stderr.write(built.warnings);
    const modules = built.modules.map(({ name, address, bytes }) => ({ name, address, bytes: bytes.length }));
    if (options.json) console.log(JSON.stringify({ packages: [{ package: built.name, modules }] }));
    else console.log(`compiled ${built.name}: ${modules.map(({ name }) => name).join(", ")}`);
    return;
  }
  checkHasPackages(target);
  const { steps } = await buildWorkspace(target, join(target, "build"), (step) => {
    if (step.warnings !== "") process.stderr.write(step.warnings);
    if (options.json !== true)
      console.log(`${step.action} ${step.package}: ${step.moduleCount} modules in ${Math.round(step.elapsedMs)} ms`);
  });
  if (options.json)
    console.log(
      JSON.stringify({ packages: steps.map(({ package: name, action, moduleCount }) => ({ package: name, action, moduleCount })) }),
    );
}

/** Runs the unit tests of a package, or of every package of a directory. Throws `MoveBuildError`, `CliError` `tests_failed`. */
export async function testMove(directory: string | undefined, options: MoveOptions): Promise<void> {
  const reports: TestReport[] = [];
  for (const target of packagesIn(resolve(directory ?? MOVE_DIRECTORY))) {
    const report = await runPackageTests(target, options.filter === undefined ? {} : { filter: options.filter });
    reports.push(report);
    if (options.json !== true) process.stdout.write(formatTestReport(report));
  }
  const passed = reports.reduce((sum, report) => sum + report.passed, 0);
  const failed = reports.reduce((sum, report) => sum + report.failed, 0);
  if (options.json) console.log(JSON.stringify({ passed, failed, packages: reports.map(reportJson) }));
  else console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) throw new CliError("tests_failed", `${failed} of ${passed + failed} Move tests failed.`);
}

function reportJson(report: TestReport) {
  const failures = report.results
    .filter(({ passed }) => !passed)
    .map(({ module, name, reasons }) => ({ test: `${module}::${name}`, reasons }));
  return { package: report.package, passed: report.passed, failed: report.failed, failures };
}

function packagesIn(directory: string): string[] {
  if (existsSync(join(directory, "Move.toml"))) return [directory];
  checkHasPackages(directory);
  return readdirSync(directory)
    .map((name) => join(directory, name))
    .filter((path) => existsSync(join(path, "Move.toml")))
    .sort();
}

function checkHasPackages(directory: string): void {
  const shown = relative(process.cwd(), directory) || ".";
  const isDirectory = statSync(directory, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const found = isDirectory && readdirSync(directory).some((name) => existsSync(join(directory, name, "Move.toml")));
  if (!found)
    throw new CliError("invalid_argument", `There is no Move package in ${shown}: no Move.toml in it or in a directory below it.`);
}
