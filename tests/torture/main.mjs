// `npm run torture -- <test> [options]`: the long tests, one a name. Each prints its seed and its figure.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const compiler = "node_modules/ts7/bin/tsc";
const machine = { project: "packages/move-vm/torture", script: "packages/move-vm/torture/dist/torture/main.js" };

/** The project to compile, and the script that gets the name and the options. */
const TESTS = { differential: machine, mutation: machine, checks: machine };

const [name = "", ...options] = process.argv.slice(2);
const test = TESTS[name];
if (test === undefined) {
  process.stderr.write(`usage: npm run torture -- <${Object.keys(TESTS).join("|")}> [--seed N] [--count N]\n`);
  process.exit(2);
}
const run = (...words) => {
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
};
run(compiler, "-p", test.project);
run(test.script, name, ...options);
