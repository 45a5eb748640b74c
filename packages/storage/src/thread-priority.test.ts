import { readlinkSync } from "node:fs";
import { getPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";

const module = fileURLToPath(new URL("../dist/thread-priority.js", import.meta.url));

/** Lowers its own priority and tells what it then is. */
const SOURCE = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { readlinkSync } = require("node:fs");
  const { getPriority } = require("node:os");
  import(workerData).then(({ yieldToOtherThreads }) => {
    yieldToOtherThreads(7);
    parentPort.postMessage({ nice: getPriority(Number(readlinkSync("/proc/thread-self").split("/").at(-1))) });
  });
`;

test.runIf(process.platform === "linux")("a worker that yields is nicer than before, and the thread that started it is not", async () => {
  const mine = Number(readlinkSync("/proc/thread-self").split("/").at(-1));
  const before = getPriority(mine);
  const worker = new Worker(SOURCE, { eval: true, workerData: module });
  const told = await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
  await worker.terminate();
  expect(told).toEqual({ nice: Math.max(before, 7) });
  expect(getPriority(mine)).toBe(before);
});
