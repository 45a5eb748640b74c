import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { developmentAccounts } from "../economy/development-accounts.ts";

const SYCEE = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

let directory = "";
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "sycee-genesis-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function sycee(...words: string[]): { readonly code: number | null; readonly out: Record<string, unknown> } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SYCEE, ...words, "--json"], { encoding: "utf8", cwd: directory });
  if (stdout === "") throw new Error(stderr);
  return { code: status, out: JSON.parse(stdout) as Record<string, unknown> };
}

/** Runs a node, asks it for its status, and ends it by a signal. */
async function statusOf(...words: string[]): Promise<Record<string, unknown>> {
  const child = spawn(process.execPath, [SYCEE, "node", ...words, "--port", "0", "--json"], {
    cwd: directory,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const { url } = JSON.parse(line.toString()) as { readonly url: string };
  const status = (await (await fetch(`${url}/v1/status`)).json()) as Record<string, unknown>;
  child.kill("SIGTERM");
  expect((await once(child, "exit"))[0]).toBe(0);
  return status;
}

test("a chain begins with its operators' document, goes on without it, and takes no other", async () => {
  expect(spawnSync(process.execPath, [SYCEE, "genesis", "new", "plan.json"], { cwd: directory }).status).toBe(0);
  expect(sycee("genesis", "check", "plan.json")).toMatchObject({ code: 1, out: { error: { code: "genesis_refused" } } });
  const plan = join(directory, "plan.json");
  let next = 0;
  const filled = readFileSync(plan, "utf8").replace(/"ADDRESS"/g, () => `"0x${String(++next).repeat(64)}"`);
  writeFileSync(plan, filled);
  const checked = sycee("genesis", "check", "plan.json", "-o", "genesis.bcs");
  expect(checked.code).toBe(0);
  const { chainId, headHash } = checked.out;
  expect(sycee("genesis", "show", "genesis.bcs").out).toMatchObject({ chainId, headHash });
  expect(sycee("genesis", "check", "plan.json", "-o", "genesis.bcs")).toMatchObject({
    code: 1,
    out: { error: { code: "invalid_argument" } },
  });
  expect(sycee("node", "--data", "chain")).toMatchObject({ code: 1, out: { error: { code: "invalid_argument" } } });

  expect(await statusOf("--data", "chain", "--genesis", "genesis.bcs")).toMatchObject({ chainId, height: "0" });
  expect(await statusOf("--data", "chain")).toMatchObject({ chainId });
  writeFileSync(plan, filled.replace("Harbour Bank", "Valley Bank"));
  expect(sycee("genesis", "check", "plan.json", "-o", "other.bcs").out["chainId"]).not.toBe(chainId);
  expect(sycee("node", "--data", "chain", "--genesis", "other.bcs", "--port", "0")).toMatchObject({
    code: 1,
    out: { error: { code: "node_not_started", detail: expect.stringContaining("began with another genesis") as unknown } },
  });
}, 300_000);

test("nobody of development ledgers, whose keys everybody has, takes part in a chain of operators", async () => {
  const [somebody] = await developmentAccounts();
  const plan = readFileSync(join(directory, "plan.json"), "utf8").replace(/0x1{64}/, somebody?.address ?? "");
  writeFileSync(join(directory, "public.json"), plan);
  expect(sycee("genesis", "check", "public.json")).toMatchObject({
    code: 1,
    out: { error: { code: "genesis_refused", detail: expect.stringContaining("everybody has its key") as unknown } },
  });
});
