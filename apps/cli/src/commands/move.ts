import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { buildPackage, buildWorkspace, formatTestReport, runPackageTests, type TestReport } from "@sycee/move-build";
import type { Command } from "commander";
import { MOVE_DIRECTORY } from "../node/repository.ts";
import { CliError } from "../output/cli-error.ts";
import { withExample } from "./options.ts";

interface MoveOptions {
  readonly json?: true;
  readonly filter?: string;
}

/** `sycee move build|test`. */
export function addMoveCommand(program: Command): void {
  const move = withExample(program.command("move").description("Compile and test Move packages"), "sycee move test move/money");
  const build = move
    .command("build [directory]")
    .description("Compile a package, or every package in a directory (the system's own if absent)")
    .option("--json", "print JSON, for programs");
  withExample(build, "sycee move build move/money").action(buildMove);
  const test = move
    .command("test [directory]")
    .description("Run the unit tests of a package, or of every package in a directory (the system's own if absent)")
    .option("--filter <text>", "only tests whose address::module::name has this in it")
    .option("--json", "print JSON, for programs");
  withExample(test, "sycee move test move/money --filter wallet").action(testMove);
}

async function buildMove(directory: string | undefined, options: MoveOptions): Promise<void> {
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

async function testMove(directory: string | undefined, options: MoveOptions): Promise<void> {
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
