import { execFile, spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const MAIN = fileURLToPath(new URL("../../bin/sycee.mjs", import.meta.url));
const SLOW_MS = 120_000;

let directory: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "sycee-move-"));
  expect((await sycee("move", "new", "savings")).code).toBe(0);
}, SLOW_MS);
afterAll(() => rmSync(directory, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function sycee(...args: readonly string[]): Promise<Ended> {
  return syceeIn(directory, ...args);
}

function syceeIn(cwd: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [MAIN, ...args], { cwd }, (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }));
  });
}

/** The last line of the output, which is JSON. */
function answer(ended: Ended): unknown {
  return JSON.parse(ended.out.trimEnd().split("\n").at(-1) ?? "");
}

describe.concurrent("a new package", { timeout: SLOW_MS }, () => {
  test("passes its tests, with its lines counted", async () => {
    const ended = await sycee("move", "test", "savings", "--coverage", "--json");
    expect(ended.code, ended.err).toBe(0);
    expect(answer(ended)).toMatchObject({
      passed: 2,
      failed: 0,
      packages: [{ package: "savings", failures: [], warnings: "", coverage: [{ path: "sources/counter.move" }] }],
    });
  });

  test("is what is built and tested by whoever is in it and names no directory", async () => {
    const within = join(directory, "savings");
    const [built, tested] = [await syceeIn(within, "move", "build", "--json"), await syceeIn(within, "move", "test", "--json")];
    expect(answer(built)).toMatchObject({ packages: [{ package: "savings" }] });
    expect(answer(tested)).toMatchObject({ passed: 2, failed: 0, packages: [{ package: "savings" }] });
  });

  test("is not made where something is, nor under a name that is none", async () => {
    for (const name of ["savings", "Savings", "../other"]) {
      const ended = await sycee("move", "new", name, "--json");
      expect([ended.code, answer(ended)]).toEqual([1, { error: { code: "invalid_argument", detail: expect.any(String) } }]);
    }
  });

  test("is disassembled", async () => {
    const { code, out } = await sycee("move", "disassemble", "savings");
    expect(code).toBe(0);
    expect(out).toContain("module 0x42::counter {");
    expect(out).toContain('// "There is no counter at the address."');
    expect(out).toContain("  entry fun count(0: &mut 0x1::ledger::Ledger, 1: &signer, 2: u64) {");
  });

  test("gets TypeScript bindings, written only when they change", async () => {
    const file = join(directory, "bindings", "savings.ts");
    const first = await sycee("move", "bindings", "savings", "--out", file, "--json");
    expect(answer(first)).toEqual({ file, changed: true });
    const text = readFileSync(file, "utf8");
    expect(text).toContain("  /** Counts on by a number. */\n  count(values: {");
    expect(text).toContain('export type SavingsEvent =\n  | { readonly type: "0x42::counter::Counted"; readonly fields: CounterCounted };');
    expect(answer(await sycee("move", "bindings", "savings", "--out", file, "--json"))).toEqual({ file, changed: false });
  });

  test("is called on a fresh ledger", async () => {
    const begun = await sycee("move", "call", "0x42::counter::begin", "--signer", "alice", "--local", "savings", "--json");
    expect(begun.code, begun.out + begun.err).toBe(0);
    expect(answer(begun)).toMatchObject({ status: "executed", calls: [{ function: "0x42::counter::begin" }] });
    const refused = await sycee("move", "call", "0x42::counter::count", "5", "--signer", "alice", "--local", "savings", "--json");
    expect([refused.code, answer(refused)]).toEqual([1, { error: expect.objectContaining({ code: "aborted", abortName: "ENoCounter" }) }]);
  });

  test.each([
    [["0x42::counter::count", "--signer", "alice"], "takes 1 arguments (u64), not 0"],
    [["0x42::counter::count", "many", "--signer", "alice"], '"many" is not a u64'],
    [["0x42::gone::gone", "--signer", "alice"], "it has counter"],
    [["money::wallet::pay", "nobody", "2", "1", "--signer", "alice"], "Nobody is named"],
  ])("says what is wrong with a call: %j", async (args, sentence) => {
    const ended = await sycee("move", "call", ...args, "--local", "savings");
    expect(ended.code).toBe(1);
    expect(ended.err).toContain(sentence);
  });
});

test(
  "a file that is no module is refused in a sentence",
  async () => {
    writeFileSync(join(directory, "broken.mv"), "no module");
    const ended = await sycee("move", "disassemble", "broken.mv", "--json");
    expect([ended.code, answer(ended)]).toEqual([
      1,
      { error: { code: "invalid_module", detail: expect.stringContaining("broken.mv is not a Move module") } },
    ]);
  },
  SLOW_MS,
);

test(
  "watching tests again after a save, and says where a test failed",
  async () => {
    expect((await sycee("move", "new", "watched")).code).toBe(0);
    const child = spawn(process.execPath, [MAIN, "move", "test", "watched", "--watch"], {
      cwd: directory,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    const until = (pattern: RegExp): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (pattern.test(out)) resolve();
        };
        child.stdout.on("data", look);
        look();
      });
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    await until(/2 passed, 0 failed in \d+ ms; waiting/);
    appendFileSync(
      join(directory, "watched/tests/counter_tests.move"),
      "\n#[test]\nfun fails() {\n    let zero = 0u64;\n    let _ = 1 / zero;\n}\n",
    );
    await until(/2 passed, 1 failed in \d+ ms/);
    expect(out).toMatch(/--> tests\/counter_tests\.move:\d+ in 0x42::counter_tests::fails\n.*\n.*let _ = 1 \/ zero;\n.*\^{17}/);
    child.kill("SIGINT");
    expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
  },
  SLOW_MS,
);
