import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
const SLOW_MS = 240_000;
const STOP_MS = 60_000;
const directory = mkdtempSync(join(tmpdir(), "sycee-npm-start-"));

afterAll(() => rmSync(directory, { recursive: true, force: true }));

// npm passes a signal on to its shell alone: the node has to be in the shell's place, or it goes on without anybody.
test.each(["SIGTERM", "SIGINT"] as const)("%s to `npm start` stops the node", { timeout: SLOW_MS }, async (signal) => {
  const npm = spawn("npm", ["start", "--silent", "--", "--data", join(directory, signal), "--port", "0", "--json"], {
    cwd: REPOSITORY,
    stdio: ["ignore", "pipe", "inherit"],
    // A group of its own, so that whatever a failure leaves can be ended.
    detached: true,
  });
  const { pid } = npm;
  if (pid === undefined) throw new Error("npm did not start");
  let out = "";
  let isClosed = false;
  npm.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  // The pipe closes when the last process that holds it, the node, has ended.
  npm.once("close", () => (isClosed = true));
  try {
    await expect.poll(() => isClosed || out.includes('"url"'), { timeout: SLOW_MS - STOP_MS, interval: 100 }).toBe(true);
    const { url } = JSON.parse(out.slice(out.indexOf('{"url"')).split("\n")[0] ?? "") as { url: string };
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    npm.kill(signal);
    await expect.poll(() => isClosed, { timeout: STOP_MS, interval: 100 }).toBe(true);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow("fetch failed");
  } finally {
    if (!isClosed) process.kill(-pid, "SIGKILL");
  }
});
