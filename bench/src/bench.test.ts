import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const RESULTS = fileURLToPath(new URL("../results", import.meta.url));
const TINY = ["--seconds", "0.2", "--rounds", "1", "--accounts", "600", "--ten-million-accounts", "3000", "--customers", "2000"];

interface BenchOutput {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(...args: string[]): { readonly child: ChildProcess; readonly ended: Promise<BenchOutput> } {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const texts = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (texts.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (texts.err += chunk.toString()));
  return { child, ended: once(child, "close").then(() => ({ code: child.exitCode, ...texts })) };
}

/** The figures of a run, which have to be kept as well; what was kept is removed again. */
async function figuresOf(...args: string[]): Promise<unknown> {
  const { code, out, err } = await start(...args, "--json").ended;
  expect(code, err).toBe(0);
  const figures = JSON.parse(out.trimEnd().split("\n").at(-1) ?? "") as { readonly at: string };
  const kept = join(RESULTS, `${figures.at.replaceAll(":", "-")}.json`);
  expect(JSON.parse(readFileSync(kept, "utf8"))).toEqual(figures);
  rmSync(kept);
  return figures;
}

const number: unknown = expect.any(Number);
const load = { perSecond: number, perSecondMin: number, perSecondMax: number, rounds: 1, ratioToRawVerify: number };
const payments = { ...load, p50Ms: number, p99Ms: number };
const recovery = { recoverySeconds: number, acknowledged: number, lost: 0, resent: number };
const millions = { payments: { median: number }, startSeconds: { median: number, runs: 1 }, recovery };
/** Null where a peer is not installed. */
const peer: unknown = expect.toSatisfy((figures: unknown) => figures === null || typeof figures === "object", "figures, or null");
const ratio: unknown = expect.toSatisfy((figure: unknown) => figure === null || typeof figure === "number", "a number, or null");

describe("a tiny run measures and keeps", () => {
  test.each([
    [
      "signedPayments,hotAccount,mixed,anvil,postgresql,latency",
      {
        rawVerifyPerSecondOneCore: number,
        blake2b: [{ bytes: 64 }, { bytes: 1024 }, { bytes: 65_536 }],
        appends: [{ bytes: 4096 }, { bytes: 143_360 }],
        signedPayments: { ...payments, ratioToAnvil: ratio },
        singlePayments: payments,
        hotAccount: { ...load, ratioToUniform: number },
        mixed: load,
        latency: { "50% load, singles": { p50Ms: number }, "90% load, requests of 500": { p99Ms: number } },
        anonymousMib: number,
        peers: { anvil: peer, postgresql: peer },
      },
    ],
    [
      "batchLane,recovery,tenMillion",
      {
        batchLane: { transfersPerSecond: number, transfersABatch: 10_000, customers: 2_000, p50Ms: number, p99Ms: number },
        recovery,
        tenMillion: { ...millions, accounts: 3000, transfers: { median: number } },
        peers: { anvil: null, postgresql: null },
      },
    ],
  ])("%s", { timeout: 300_000 }, async (only, expected) => {
    const figures = await figuresOf(...TINY, "--only", only);
    expect(figures).toMatchObject({
      rawVerifyPerSecondAllCores: number,
      machine: { cores: number, disk: expect.any(String) as unknown },
      ...expected,
    });
  });
});

test("a table says the machine and the raw limits", async () => {
  const { code, out } = await start(...TINY, "--only", "raw", "--markdown").ended;
  expect(code).toBe(0);
  expect(out).toMatch(/cores.*Node/);
  expect(out).toMatch(/^\| libsodium ed25519 verifications, one core \| [\d,]+ \/s \|/m);
});

test.each([
  [["--seconds", "0"], "It is a number above 0, at most 20."],
  [["--rounds", "1.5"], "It is a whole number above 0, at most 20."],
  [["--only", "payments,nonsense"], 'error unknown_part: The benchmark has no part "nonsense". Its parts are: raw, payments,'],
])("%j is refused in a line", async (args, message) => {
  const { code, err } = await start(...args).ended;
  expect(code).toBe(1);
  expect(err).toContain(message);
});

test.runIf(process.platform === "linux")(
  "a load whose node dies fails the run and leaves nothing behind",
  { timeout: 120_000 },
  async () => {
    const before = readdirSync(RESULTS);
    const { child, ended } = start("--only", "payments", "--seconds", "5", "--rounds", "1", "--accounts", "600");
    const node = await nodeOf(child);
    // Long enough for the load to begin, or at least its signing: it fails at either.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    process.kill(node, "SIGKILL");
    const { code, out, err } = await ended;
    expect(code).toBe(1);
    expect(out).toBe("");
    expect(err).toMatch(/^error: /m);
    // The profile, whose test may run meanwhile, has a directory of its own there.
    const left = readdirSync(RESULTS).filter((name) => !before.includes(name) && !name.startsWith("profile-"));
    expect(left).toEqual([]);
  },
);

async function nodeOf(child: ChildProcess): Promise<number> {
  for (;;) {
    if (child.exitCode !== null) throw new Error("the run ended before its node began");
    const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8")
      .split(" ")
      .filter((pid) => pid !== "");
    const node = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("node-process.js"));
    if (node !== undefined) return Number(node);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
