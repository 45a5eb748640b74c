import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";

const MODULE = new URL("../../dist/node/until-stopped.js", import.meta.url).href;
/** What a process is doing that closes: a thread of it sleeps in native code, where nothing can end it before its time, and closing waits for that. */
const CLOSING = `
  import { Worker } from "node:worker_threads";
  import { untilStopped } from ${JSON.stringify(MODULE)};
  const worker = new Worker("require('node:child_process').execFileSync('sleep', ['8'])", { eval: true, execArgv: [] });
  worker.once("online", () => console.log("ready"));
  await untilStopped(() => {
    console.log("closing");
    return new Promise((resolve) => worker.once("exit", resolve));
  });
  console.log("closed");
`;

let child: ChildProcess;
afterEach(() => child.kill("SIGKILL"));

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s closes, and a second one ends the process at once, whatever its threads are in",
  async (signal) => {
    child = spawn(process.execPath, ["--input-type=module", "-e", CLOSING], { stdio: ["ignore", "pipe", "inherit"] });
    const ended = once(child, "exit");
    await line("ready");
    child.kill(signal);
    await line("closing");
    const since = performance.now();
    child.kill(signal);
    expect(await ended).toEqual([null, signal]);
    expect(performance.now() - since).toBeLessThan(4_000);
  },
);

async function line(wanted: string): Promise<void> {
  if (child.stdout === null) throw new Error("the process has no output");
  const [text]: unknown[] = await once(child.stdout, "data");
  expect(String(text)).toBe(`${wanted}\n`);
}
