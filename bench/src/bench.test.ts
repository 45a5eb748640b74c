import { spawn } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const RESULTS = fileURLToPath(new URL("../results", import.meta.url));

async function bench(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  return await new Promise((resolve) => child.once("close", (code) => resolve({ code, out, err })));
}

test("a short run measures and keeps its figures", { timeout: 120_000 }, async () => {
  const { code, out, err } = await bench("--seconds", "0.2", "--json");
  expect({ code, err: code === 0 ? "" : err }).toEqual({ code: 0, err: "" });
  const result: unknown = JSON.parse(out.trimEnd().split("\n").at(-1) ?? "");
  const figures = {
    perSecond: expect.any(Number),
    ratioToRawVerify: expect.any(Number),
    p50Ms: expect.any(Number),
    p99Ms: expect.any(Number),
  };
  expect(result).toMatchObject({ rawVerifyPerSecondAllCores: expect.any(Number), signedPayments: figures, singlePayments: figures });
  const { at } = result as { at: string };
  const kept = `${at.replaceAll(":", "-")}.json`;
  expect(readdirSync(RESULTS)).toContain(kept);
  rmSync(join(RESULTS, kept));
});

test("an option out of range is refused in a line", async () => {
  const { code, err } = await bench("--seconds", "0");
  expect(code).toBe(1);
  expect(err).toContain("Seconds are a number above 0, at most 20.");
});
