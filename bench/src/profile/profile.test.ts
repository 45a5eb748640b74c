import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const MAIN = fileURLToPath(new URL("../../dist/profile/main.js", import.meta.url));

test("the profile prints the limits and the stages, whose shares add up", async () => {
  // Of so many entries of state that every stage is met by some samples.
  const options = ["--memory", "--accounts", "400", "--block", "200", "--warm-up", "200", "--payments", "2000"];
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, ...options]);
  expect(stdout).toMatch(/\| one ed25519 signature verified by libsodium \| [1-9][0-9.]+ \|/);
  expect(stdout).toMatch(
    /2000 payments, spread over all accounts, 400 accounts, 10 blocks of 200, state in memory; state root [0-9a-f]{64}\n/,
  );
  const rows = [...stdout.matchAll(/^\| ([a-z][^|*]*) \| ([0-9.]+) \| ([0-9]+) \|$/gm)];
  const stages = rows.map(([, stage]) => stage);
  expect(stages).toEqual(expect.arrayContaining(["decode and admission", "run the program", "write set", "state commitment"]));
  const total = Number(/\*\*executing thread\*\* \| \*\*([0-9.]+)\*\*/.exec(stdout)?.[1]);
  expect(rows.reduce((sum, [, , us]) => sum + Number(us), 0) / total).toBeCloseTo(1, 1);
}, 60_000);
