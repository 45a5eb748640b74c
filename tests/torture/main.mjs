// `npm run torture -- <test> [options]`: the long tests, one a name. Each prints its seed and its figure.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
const compiler = "node_modules/ts7/bin/tsc";
const machine = { project: "packages/move-vm/torture", script: "packages/move-vm/torture/dist/torture/main.js" };

/** A test that CI runs short: its file, and how much of it the whole is. */
const whole = (file, count) => ({ file, count });

/** The project to compile and the script that gets the name and the options; or a test file and its whole size. */
const TESTS = {
  differential: machine,
  mutation: machine,
  checks: machine,
  kill: whole("tests/durability/kill.test.ts", 1_000),
  "power-loss": whole("tests/durability/power-loss.test.ts", 2_000),
  "disk-errors": whole("tests/durability/disk-errors.test.ts", 100_000),
  "stored-block": whole("tests/durability/stored-block.test.ts", 1_000_000),
  overload: whole("tests/load/overload.test.ts", 20),
  http: whole("tests/node/hostile.test.ts", 200_000),
  resends: whole("tests/load/resends.test.ts", 10_000),
  "damaged-pages": whole("tests/durability/damaged-pages.test.ts", 500),
  determinism: whole("tests/determinism/replay.test.ts", 10_000),
  economy: whole("apps/cli/src/economy/activity/activity.test.ts", 100_000),
  proofs: whole("tests/proofs/mutated-proofs.test.ts", 100_000),
  "console-load": whole("tests/console/console-load.test.ts", 15),
  "catch-up": whole("tests/read-models/catch-up.test.ts", 100),
  "first-paint": whole("tests/console/first-paint.test.ts", 5),
  alerts: whole("packages/node/src/read-models/alerts/rule-quality.test.ts", 100),
};

const [name = "", ...options] = process.argv.slice(2);
const test = TESTS[name];
if (test === undefined) {
  process.stderr.write(`usage: npm run torture -- <${Object.keys(TESTS).join("|")}> [--seed N] [--count N]\n`);
  process.exit(2);
}
const run = (words, env = {}) => {
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  if (status !== 0) process.exit(status ?? 1);
};
if (test.file === undefined) {
  run([compiler, "-p", test.project]);
  run([test.script, name, ...options]);
} else {
  const { values } = parseArgs({ args: options, options: { seed: { type: "string" }, count: { type: "string" } } });
  const seed = values.seed === undefined ? {} : { TORTURE_SEED: values.seed };
  run(["node_modules/vitest/vitest.mjs", "run", test.file, "--disable-console-intercept"], { TORTURE_COUNT: values.count ?? String(test.count), ...seed });
}
