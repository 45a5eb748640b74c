import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const MAIN = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
const SLOW_MS = 120_000;
const directory = mkdtempSync(join(tmpdir(), "sycee-publish-"));
const COUNTER = join(directory, "savings", "sources", "counter.move");

let node: ChildProcess | undefined;
let url = "";

/** Starts the development ledger and waits until it answers. */
async function start(): Promise<void> {
  const child = spawn(
    process.execPath,
    [MAIN, "dev", "--pace", "0", "--no-read-models", "--data", join(directory, "data"), "--port", "0", "--json"],
    {
      cwd: directory,
    },
  );
  node = child;
  let out = "";
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (text: Buffer) => {
      out += text.toString();
      if (out.includes("\n")) resolve(out.slice(0, out.indexOf("\n")));
    });
    child.once("close", (code) => reject(new Error(`the ledger ended with ${code}`)));
  });
  url = String(JSON.parse(line).url);
}

/** Ends it without a chance to save anything. */
async function kill(): Promise<void> {
  const child = node;
  if (child === undefined) return;
  node = undefined;
  const closed = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGKILL");
  await closed;
}

async function run(...args: string[]): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: directory, env: { ...process.env, SYCEE_URL: url } });
  let out = "";
  child.stdout.on("data", (text: Buffer) => {
    out += text.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, out };
}

async function json(...args: string[]): Promise<{ [name: string]: unknown }> {
  return JSON.parse((await run(...args, "--json")).out);
}

beforeAll(async () => {
  await start();
  await run("move", "new", "savings");
}, SLOW_MS);

afterAll(async () => {
  await kill();
  rmSync(directory, { recursive: true, force: true });
});

describe("sycee move publish", { timeout: SLOW_MS }, () => {
  let at = "";
  const count = async (by: number) => {
    const { events } = await json("move", "call", `${at}::counter::count`, String(by), "--signer", "alice");
    return (events as { fields: { value: string } }[])[0]?.fields.value;
  };
  const change = (from: string, to: string) => {
    const text = readFileSync(COUNTER, "utf8");
    expect(text).toContain(from);
    writeFileSync(COUNTER, text.replace(from, to));
  };

  test("publishes a new package for anybody to call", async () => {
    const published = await json("move", "publish", "savings");
    expect(published).toMatchObject({
      name: "savings",
      version: "1",
      policy: "compatible",
      modules: ["counter"],
      receipt: { status: "executed" },
    });
    at = String(published["address"]);
    expect((await run("move", "call", `${at}::counter::begin`, "--signer", "alice")).code).toBe(0);
    expect(await count(5)).toBe("5");
  });

  test("refuses whoever has no licence, and a name that is taken", async () => {
    expect(await json("move", "publish", "savings", "--signer", "alice")).toMatchObject({
      error: { code: "aborted", abortName: "ENotLicensed" },
    });
    expect(await json("move", "publish", "savings")).toMatchObject({ error: { code: "aborted", abortName: "EPackageExists" } });
  });

  test("upgrades what fits, and nothing else", async () => {
    change("value: u64,\n}\n\npublic struct Counted", "value: u64,\n    other: u64,\n}\n\npublic struct Counted");
    change("Counter { value: 0 }", "Counter { value: 0, other: 0 }");
    const { error } = await json("move", "publish", "savings", "--upgrade");
    expect(error).toMatchObject({ code: "incompatible_upgrade", number: 4013 });
    expect(JSON.stringify(error)).toContain("datatype_changed (1903)");
    change("value: u64,\n    other: u64,\n", "value: u64,\n");
    change("Counter { value: 0, other: 0 }", "Counter { value: 0 }");
    change("counter.value + by;", "counter.value + 2 * by;");
    const { code, out } = await run("move", "publish", "savings", "--upgrade", "--policy", "immutable");
    expect(code).toBe(0);
    expect(out).toMatch(
      /^published savings version 2 \(immutable\) at 0x[0-9a-f]{64}: counter\nfinal in block \d+, \d+ gas\ntransaction 0x[0-9a-f]{64}\n$/,
    );
    expect(await count(5)).toBe("15");
    expect(await json("move", "publish", "savings", "--upgrade")).toMatchObject({ error: { abortName: "EPackageImmutable" } });
  });

  test("what was published is there after the node was killed, and a replay finds the same", async () => {
    await kill();
    await start();
    expect(await count(1)).toBe("17");
    const modules = JSON.parse(await (await fetch(`${url}/v1/modules`)).text()).modules as { address: string; package: unknown }[];
    expect(modules.filter((module) => module.package !== null)).toMatchObject([
      { address: at, name: "counter", package: { name: "savings", version: "2", policy: "immutable" } },
    ]);
    const refused = await fetch(`${url}/v1/modules`, { method: "POST" });
    expect([refused.status, (await refused.json()).code]).toEqual([405, "method_not_allowed"]);
    await kill();
    expect((await run("verify", "--data", "data")).code).toBe(0);
  });
});
