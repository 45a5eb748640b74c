import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PaymentInstitutionJson } from "@sycee/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const MAIN = fileURLToPath(new URL("../../bin/sycee.mjs", import.meta.url));
const SLOW_MS = 180_000;
const directory = mkdtempSync(join(tmpdir(), "sycee-institution-"));
let url = "";
let stop: () => Promise<void> = async () => undefined;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(...args: string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, SYCEE_URL: url, SYCEE_KEYS: join(directory, "keys.json") },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, out, err })));
  return { child, ended, printed: () => out };
}

/** What `sycee institution` says in its first line, or why it refused. */
async function institution(...args: string[]): Promise<string> {
  const { out, err } = await start("institution", ...args).ended;
  return (out === "" ? err : out).split("\n")[0]?.replace(/, final in block \d+$/, "") ?? "";
}

async function shown(name: string): Promise<PaymentInstitutionJson> {
  return JSON.parse((await start("institution", "show", name, "--json").ended).out) as PaymentInstitutionJson;
}

beforeAll(async () => {
  const node = start("dev", "--data", join(directory, "ledger"), "--port", "0", "--json");
  while (!node.printed().includes("\n")) await new Promise((resolve) => setTimeout(resolve, 50));
  ({ url } = JSON.parse(node.printed().split("\n")[0] ?? "") as { url: string });
  stop = async () => {
    node.child.kill("SIGTERM");
    await node.ended;
  };
}, SLOW_MS);

afterAll(async () => {
  await stop();
  rmSync(directory, { recursive: true, force: true });
});

describe("payment institutions on the command line", { timeout: SLOW_MS }, () => {
  test("are shown with what stands behind their e-money, and with what only a report tells", async () => {
    const { out } = await start("institution", "show", "old-pay").ended;
    const lines = out.split("\n").map((line) => line.replace(/\s+/g, " "));
    expect(lines[0]).toMatch(/^old-pay, first mode, old-pay/);
    expect(lines).toContain("e-money 40,000.00 CNY");
    expect(lines).toContain("short by that report 8,000.00 CNY");
    expect(await institution("show", "alice")).toContain("There is no payment institution at");
  });

  test("take cash in and pay it out", async () => {
    const before = await shown("swiftpay");
    const top = ["--from", "bob", "--institution", "swiftpay", "--account", "2"];
    expect(await institution("top-up", ...top, "100")).toBe("paid 100.00 swiftpay.money onto account 2 at swiftpay");
    const out = ["--from", "swiftpay", "--account", "2", "--to", "carol"];
    expect(await institution("pay-out", ...out, "30.50")).toBe("redeemed 30.50 swiftpay.money of account 2 into the wallet of carol");
    const after = await shown("swiftpay");
    for (const field of ["eMoneyMinor", "reserveMinor"] as const) expect(BigInt(after[field]) - BigInt(before[field])).toBe(6_950n);
    expect(await institution("top-up", "--from", "bob", "--institution", "swiftpay", "--account", "x", "1")).toContain(
      "(invalid_argument)",
    );
    expect(await institution("top-up", "--from", "bob", "--institution", "alice", "--account", "1", "1")).toContain("(unknown_instrument)");
  });

  test("report, and make batches of payments", async () => {
    expect(await institution("report", "--from", "old-pay", "40000")).toBe("old-pay reported 40,000.00 CNY at banks");
    expect((await shown("old-pay")).report).toMatchObject({ atBanksMinor: "4000000", shortfallMinor: "0" });
    const file = join(directory, "batch.csv");
    writeFileSync(file, "1,2,5.00\n2,1,1.25\n");
    const { out } = await start("batch", "--from", "old-pay", file).ended;
    expect(out).toContain("made 2 of 2 transfers, 6.25 old-pay.money, all final");
  });
});
