import { spawn } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CheckSite, withRemovableChecks } from "./check-sites.ts";

const ROOT = fileURLToPath(new URL("../../../../../..", import.meta.url));
const FOLDERS = ["src", "test-data", "torture"];
const LINKED = ["move", "node_modules", "tsconfig.base.json", "tsconfig.tests.json"];
/** Quick tests first: what they miss is looked for by slower ones, the last of which runs changed modules under checks. */
const STAGES = ["hostile-", "accepted-", "costly-", "verifier/mutation"];
/**
 * A missing check may let a pass go on without end: tests that record nothing for so long are stopped. How long a stage takes
 * says nothing, for a busy machine makes all of it slow.
 */
const STILL_MAX_MS = 300_000;
const LOOK_EVERY_MS = 5_000;
/** Of one test, which is repeated for each check. */
const TEST_MAX_MS = 3_600_000;

export interface ChecksReport {
  readonly sites: number;
  readonly caught: number;
  /** How many of these each stage was the first to catch. */
  readonly caughtBy: readonly (readonly [stage: string, count: number])[];
  readonly missed: readonly CheckSite[];
}

/** Takes the verifier's checks out one at a time, in a copy, and runs its tests: some test must fail for each. */
export async function runChecks(tell: (line: string) => void): Promise<ChecksReport> {
  const directory = mkdtempSync(join(tmpdir(), "sycee-checks-"));
  try {
    const sites = makeCopy(directory);
    const record = join(directory, "record");
    writeFileSync(record, "");
    const caughtBy: (readonly [string, number])[] = [];
    let before = 0;
    for (const stage of STAGES) {
      await runStage(directory, record, stage);
      const { size } = caughtIn(record);
      caughtBy.push([stage, size - before]);
      before = size;
      tell(`${size} of ${sites.length} checks caught after the tests ${stage}`);
    }
    const caught = caughtIn(record);
    return { sites: sites.length, caught: caught.size, caughtBy, missed: sites.filter(({ id }) => !caught.has(id)) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Runs tests until they come to an end: a check without which they do not is caught by that. */
async function runStage(directory: string, record: string, stage: string): Promise<void> {
  for (;;) {
    const status = await runTests(directory, record, stage);
    if (status === 0) return;
    if (status !== undefined) throw new Error(`the tests ${stage} fail although no check is taken out`);
    const tried = readFileSync(record, "utf8")
      .trimEnd()
      .split("\n")
      .findLast((line) => line.startsWith("try "));
    const id = Number(tried?.slice("try ".length) ?? 0);
    if (id === 0) throw new Error(`the tests ${stage} record nothing for ${STILL_MAX_MS} ms`);
    appendFileSync(record, `caught ${id}\n`);
  }
}

/** The exit status of the tests, `undefined` if they were stopped because nothing was recorded any more. */
function runTests(directory: string, record: string, tests: string): Promise<number | undefined> {
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  return new Promise((resolve, reject) => {
    const environment = { ...process.env, CHECKS_RECORD: record, MOVE_MUTANTS: "3000" };
    const child = spawn(process.execPath, [vitest, "run", "--root", directory, tests], {
      cwd: directory,
      env: environment,
      stdio: "ignore",
    });
    let recorded = 0;
    let stillMs = 0;
    const timer = setInterval(() => {
      const { size } = statSync(record);
      stillMs = size === recorded ? stillMs + LOOK_EVERY_MS : 0;
      recorded = size;
      if (stillMs >= STILL_MAX_MS) child.kill("SIGKILL");
    }, LOOK_EVERY_MS);
    child.once("error", reject);
    child.once("exit", (status) => {
      clearInterval(timer);
      resolve(status ?? undefined);
    });
  });
}

function caughtIn(record: string): Set<number> {
  const lines = readFileSync(record, "utf8").split("\n");
  return new Set(lines.filter((line) => line.startsWith("caught ")).map((line) => Number(line.slice("caught ".length))));
}

/** The package as it is, but for checks that can be taken out by number, from 1 on. */
function makeCopy(directory: string): CheckSite[] {
  const own = join(directory, "packages/move-vm");
  for (const folder of FOLDERS) {
    cpSync(join(ROOT, "packages/move-vm", folder), join(own, folder), {
      recursive: true,
      filter: (path) => !path.endsWith("/torture/dist"),
    });
  }
  for (const name of LINKED) symlinkSync(join(ROOT, name), join(directory, name));
  writeFileSync(join(directory, "package.json"), '{ "type": "module" }\n');
  const config = {
    include: ["packages/move-vm/src/verifier/*.test.ts"],
    runner: "./packages/move-vm/torture/checks/check-runner.ts",
    // One process, and so one file of tests after the other: they share the record.
    pool: "threads",
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: TEST_MAX_MS,
  };
  writeFileSync(join(directory, "vitest.config.ts"), `export default { test: ${JSON.stringify(config)} };\n`);
  const verifier = join(own, "src/verifier");
  const sites: CheckSite[] = [];
  for (const file of readdirSync(verifier).sort()) {
    if (file.endsWith(".test.ts")) continue;
    const path = join(verifier, file);
    const changed = withRemovableChecks(file, readFileSync(path, "utf8"), sites.length + 1);
    writeFileSync(path, changed.source);
    sites.push(...changed.sites);
  }
  return sites;
}
