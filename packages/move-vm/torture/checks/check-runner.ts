import { appendFileSync, readFileSync } from "node:fs";
import { TestRunner } from "vitest";
import { REMOVABLE_CHECKS, RemovableChecks } from "./removable-checks.ts";

type Test = Parameters<typeof TestRunner.getTestFn>[0];

const checks = new RemovableChecks();
Reflect.set(globalThis, REMOVABLE_CHECKS, checks);
/** Lines `try N` and `caught N`. */
const record = process.env["CHECKS_RECORD"] ?? "";

/**
 * Runs each test as it is, then once more without each check that it went by and that no test has caught yet: a test that
 * fails then has caught that the check is missing.
 */
export default class CheckRunner extends TestRunner {
  async runTask(test: Test): Promise<void> {
    const run = TestRunner.getTestFn(test);
    checks.removed = 0;
    checks.met.clear();
    await run();
    const caught = new Set(readFileSync(record, "utf8").split("\n"));
    for (const id of [...checks.met].filter((each) => !caught.has(`caught ${each}`))) {
      appendFileSync(record, `try ${id}\n`);
      checks.removed = id;
      try {
        await run();
      } catch {
        appendFileSync(record, `caught ${id}\n`);
      }
      checks.removed = 0;
    }
    appendFileSync(record, "try 0\n");
  }
}
