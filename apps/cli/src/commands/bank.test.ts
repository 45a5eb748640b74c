import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const MAIN = fileURLToPath(new URL("../../bin/sycee.mjs", import.meta.url));
const SLOW_MS = 180_000;
const directory = mkdtempSync(join(tmpdir(), "sycee-bank-"));
let url = "";
let stop: () => Promise<void> = async () => undefined;

function start(...args: string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, SYCEE_URL: url, SYCEE_KEYS: join(directory, "keys.json") },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<{ readonly out: string; readonly err: string }>((resolve) => child.once("close", () => resolve({ out, err })));
  return { child, ended, printed: () => out };
}

/** What a command says in its first line, or why it refused. */
async function says(...args: string[]): Promise<string> {
  const { out, err } = await start(...args).ended;
  return (out === "" ? err : out).split("\n")[0]?.replace(/, final in block \d+$/, "") ?? "";
}

async function json(...args: string[]): Promise<Record<string, unknown>> {
  return JSON.parse((await start(...args, "--json").ended).out) as Record<string, unknown>;
}

/** What a customer of the bank has, in minor units. */
async function deposit(account: number): Promise<bigint> {
  const { shown } = (await json("customers", "river-bank", "--first", `${account}`, "--count", "1")) as {
    readonly shown: readonly { readonly balances: readonly { readonly place: string; readonly amountMinor: string }[] }[];
  };
  return BigInt(shown[0]?.balances.find(({ place }) => place === "customers")?.amountMinor ?? "-1");
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

describe("a bank on the command line", { timeout: SLOW_MS }, () => {
  test("opens accounts, lends, takes time deposits and exchanges notes, and each customer's account follows", async () => {
    expect(await says("bank", "open", "2", "--from", "river-bank")).toBe("opened 2 accounts at river-bank, numbers 9 to 10");
    expect(await says("bank", "open", "1", "--from", "river-bank")).toBe("opened 1 account at river-bank, number 11");
    const { loan } = await json("bank", "lend", "5000", "--from", "river-bank", "--account", "9");
    expect([loan, await deposit(9)]).toEqual(["2", 500_000n]);
    const placed = await json("bank", "time-deposit", "1000", "--from", "river-bank", "--account", "9", "--days", "90");
    expect(placed).toMatchObject({ deposit: "2", amountMinor: "100000", maturesOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string });
    expect(await deposit(9)).toBe(400_000n);
    expect(await says("bank", "withdraw-notes", "500", "--from", "river-bank", "--account", "9")).toBe(
      "withdrew notes of 500.00 CNY from account 9",
    );
    expect(await says("bank", "deposit-notes", "100", "--from", "river-bank", "--account", "9")).toBe(
      "deposited notes of 100.00 CNY onto account 9",
    );
    expect(await deposit(9)).toBe(360_000n);
    expect(await json("bank", "release", "2", "--from", "river-bank")).toMatchObject({ principalMinor: "100000", interestMinor: "0" });
    expect(await deposit(9)).toBe(460_000n);
    expect(await says("bank", "release", "2", "--from", "river-bank")).toMatch(/\(aborted EUnknown\w*\)$/);
  });

  test("is refused in words where it is no bank, and where there is too little", async () => {
    expect(await says("bank", "lend", "5", "--from", "harbour-bank", "--account", "1")).toBe(
      "error: harbour-bank takes no deposits on this ledger: it is no bank. (unknown_instrument)",
    );
    expect(await says("customers", "alice")).toBe("error: alice keeps no customers' accounts on this ledger. (no_books)");
    expect(await says("bank", "withdraw-notes", "1", "--from", "river-bank", "--account", "10")).toMatch(/^error: .* \(aborted E\w+\)$/);
  });
});
