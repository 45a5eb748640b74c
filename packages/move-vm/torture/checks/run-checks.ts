import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CheckSite, withRemovableChecks } from "./check-sites.ts";

const ROOT = fileURLToPath(new URL("../../../../../..", import.meta.url));
const FOLDERS = ["src", "test-data", "torture"];
/** Quick tests first: what they miss is looked for by slower ones, the last of which runs changed modules under checks. */
const STAGES = [["hostile-"], ["accepted-", "costly-"], ["verifier/mutation"]];

export interface ChecksReport {
  readonly sites: number;
  readonly caught: number;
  readonly missed: readonly CheckSite[];
}

/** Takes the verifier's checks out one at a time, in a copy, and runs its tests: some test must fail for each. */
export async function runChecks(only: number | undefined, tell: (line: string) => void): Promise<ChecksReport> {
  const directory = mkdtempSync(join(tmpdir(), "sycee-checks-"));
  try {
    const sites = makeCopy(directory).filter(({ id }) => only === undefined || id === only);
    if (!(await passes(directory, 0, STAGES.flat()))) throw new Error("the tests fail although no check is taken out");
    const missed: CheckSite[] = [];
    for (const [index, site] of sites.entries()) {
      let isMissed = true;
      for (const stage of STAGES) isMissed &&= await passes(directory, site.id, stage);
      if (isMissed) missed.push(site);
      tell(
        `${index + 1} of ${sites.length} checks taken out, ${missed.length} without a test that fails${isMissed ? `: ${site.file}:${site.line} ${site.text}` : ""}`,
      );
    }
    return { sites: sites.length, caught: sites.length - missed.length, missed };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
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
  for (const name of ["move", "node_modules", "tsconfig.base.json", "tsconfig.tests.json"])
    symlinkSync(join(ROOT, name), join(directory, name));
  writeFileSync(join(directory, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(own, "remove-check.ts"), 'globalThis.removedCheck = Number(process.env["REMOVED_CHECK"]);\n');
  const config = { include: ["packages/move-vm/src/verifier/*.test.ts"], pool: "forks", setupFiles: ["packages/move-vm/remove-check.ts"] };
  writeFileSync(
    join(directory, "vitest.config.ts"),
    `export default { test: ${JSON.stringify({ ...config, testTimeout: 120_000, bail: 1 })} };\n`,
  );
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

/** Whether the tests pass without a check; 0 is none. A run that takes too long does not. */
function passes(directory: string, removed: number, tests: readonly string[]): Promise<boolean> {
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  return new Promise((resolve, reject) => {
    const environment = { ...process.env, REMOVED_CHECK: `${removed}`, MOVE_MUTANTS: "1500" };
    const child = spawn(process.execPath, [vitest, "run", "--root", directory, ...tests], {
      cwd: directory,
      env: environment,
      stdio: "ignore",
      timeout: 180_000,
    });
    child.once("error", reject);
    child.once("exit", (status) => resolve(status === 0));
  });
}
