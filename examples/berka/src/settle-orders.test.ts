import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { verifyChain } from "@sycee/node";
import { afterEach, describe, expect, test } from "vitest";

/** What the last line of `--json` says. */
interface Result {
  readonly settled: number;
  readonly refused: { readonly balance: number; readonly single: number; readonly daily: number; readonly yearly: number };
  readonly totalMinor: string;
  readonly perBank: Readonly<Record<string, string>>;
}

const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const ORDERS = fileURLToPath(new URL("../data/order.asc", import.meta.url));
const RUN_MS = 180_000;

// Koruna; written here a second time, so that the example's own reading of its data is checked against something.
const LIMITS: Readonly<Record<number, { balance: number; single: number; daily: number; yearly: number }>> = {
  1: { balance: Infinity, single: Infinity, daily: Infinity, yearly: Infinity },
  2: { balance: 500_000, single: 50_000, daily: 100_000, yearly: Infinity },
  3: { balance: 20_000, single: 5_000, daily: 10_000, yearly: Infinity },
  4: { balance: 10_000, single: 2_000, daily: 5_000, yearly: 50_000 },
};

/** Counts what must come out, from the file alone: no ledger, no code of the example. */
function recount(tier: number): Result {
  const limits = LIMITS[tier];
  if (limits === undefined) throw new Error(`there is no tier ${tier}`);
  const refused = { balance: 0, single: 0, daily: 0, yearly: 0 };
  const paid = new Map<string, number>();
  const perBank = new Map<string, number>();
  let settled = 0;
  for (const line of readFileSync(ORDERS, "latin1").split("\n").slice(1)) {
    const [, account, bank, , amount] = line.replaceAll('"', "").split(";");
    if (account === undefined || bank === undefined || amount === undefined) continue;
    if (!perBank.has(bank)) perBank.set(bank, 0);
    const hellers = Math.round(Number(amount) * 100);
    const before = paid.get(account) ?? 0;
    if (hellers > limits.balance * 100) refused.balance += 1;
    else if (hellers > limits.single * 100) refused.single += 1;
    else if (before + hellers > limits.daily * 100) refused.daily += 1;
    else if (before + hellers > limits.yearly * 100) refused.yearly += 1;
    else {
      settled += 1;
      paid.set(account, before + hellers);
      perBank.set(bank, (perBank.get(bank) ?? 0) + hellers);
    }
  }
  const total = [...perBank.values()].reduce((sum, hellers) => sum + hellers, 0);
  const banks = Object.fromEntries(
    [...perBank].sort(([left], [right]) => (left < right ? -1 : 1)).map(([bank, sum]) => [bank, String(sum)]),
  );
  return { settled, refused, totalMinor: String(total), perBank: banks };
}

const directories: string[] = [];
afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
});

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "sycee-berka-test-"));
  directories.push(directory);
  return directory;
}

function start(...args: string[]): {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;
} {
  const child = spawn(process.execPath, [MAIN, "--json", ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  return { child, ended: new Promise((resolve) => child.once("close", (code) => resolve({ code, out, err }))) };
}

function resultOf(out: string): Result {
  const { settled, refused, totalMinor, perBank }: Result = JSON.parse(out.trimEnd().split("\n").at(-1) ?? "");
  return { settled, refused, totalMinor, perBank };
}

test("what the file itself says", () => {
  expect(recount(1)).toMatchObject({ settled: 6471, refused: { balance: 0, single: 0, daily: 0, yearly: 0 }, totalMinor: "2122899360" });
  expect(recount(4)).toMatchObject({
    settled: 2487,
    refused: { balance: 137, single: 3843, daily: 4, yearly: 0 },
    totalMinor: "230290320",
  });
});

describe("the ledger settles what the file says", () => {
  // Tier 3 is in the test of kills below.
  test.each([1, 2, 4])("with payers of tier %i", { timeout: RUN_MS }, async (tier) => {
    const { code, out, err } = await start("--payer-tier", String(tier)).ended;
    expect({ code, err: code === 0 ? "" : err }).toEqual({ code: 0, err: "" });
    expect(resultOf(out)).toEqual(recount(tier));
  });
});

test("a run that is killed again and again ends with the same totals, nothing paid twice", { timeout: RUN_MS * 4 }, async () => {
  const directory = temporaryDirectory();
  const args = ["--payer-tier", "3", "--data", directory];
  // The client killed early and late, and the node under a running client; each time the same command goes on.
  for (const [victim, afterOrders] of [
    ["client", 0],
    ["node", 800],
    ["client", 2500],
  ] as const) {
    const { child, ended } = start(...args);
    await reached(child, directory, afterOrders);
    const pid = victim === "client" ? child.pid : nodeOf(directory);
    if (pid === undefined) throw new Error(`the ${victim} has no process`);
    process.kill(pid, "SIGKILL");
    const { code, err } = await ended;
    if (victim === "node") expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining("Run the same command again") });
  }
  const { code, out, err } = await start(...args).ended;
  expect({ code, err: code === 0 ? "" : err }).toEqual({ code: 0, err: "" });
  expect(resultOf(out)).toEqual(recount(3));
  const report = await verifyChain(directory);
  expect(report.mismatch).toBeUndefined();
  expect(report.holds).toBe(true);
  // Run once more, it finds everything done and pays nothing.
  const again = await start(...args).ended;
  expect(resultOf(again.out)).toEqual(recount(3));
  expect((await verifyChain(directory)).transactions).toBe(report.transactions);
});

test("a directory of another tier is refused in a plain sentence", { timeout: RUN_MS }, async () => {
  const directory = temporaryDirectory();
  const first = start("--payer-tier", "2", "--data", directory);
  await reached(first.child, directory, 0);
  first.child.kill("SIGINT");
  expect((await first.ended).code).toBe(130);
  const { code, err } = await start("--payer-tier", "3", "--data", directory).ended;
  expect(code).toBe(1);
  expect(err).toContain("error: The run in this directory was begun with --payer-tier 2.");
});

// The journal is what tells how far a run is, also after a kill.
async function reached(child: ChildProcess, directory: string, payments: number): Promise<void> {
  const journal = join(directory, "berka", "journal.ndjson");
  while (child.exitCode === null) {
    const lines = readIfThere(journal).split("\n");
    if (lines.length > 1 && lines.filter((line) => line.includes('"done"') && line.includes("/pay")).length >= payments) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the run ended before it could be killed");
}

function nodeOf(directory: string): number | undefined {
  const pid = Number(readIfThere(join(directory, "lock")).split(" ")[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
