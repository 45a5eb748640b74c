import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStorage } from "./open-storage.ts";

const ENTRIES = 60_000;
const BUILT = new URL("../dist/index.js", import.meta.url).href;
/** A thread that has a store and, with the first block's checkpoint on its way for so long, abandons it. */
const OWNER = `
  const { workerData, parentPort } = require("node:worker_threads");
  (async () => {
    const { openStorage } = await import(workerData.built);
    const storage = await openStorage({ directory: workerData.directory, checkpointEntries: 100 });
    const writes = Array.from({ length: workerData.entries }, (_, entry) => {
      const key = Buffer.alloc(9, 1);
      key.writeUInt32BE(Math.imul(entry, 2654435761) >>> 0, 5);
      return { key, value: Buffer.from("value " + entry) };
    });
    storage.append(0n, Buffer.from("record"), [], writes);
    await storage.sync();
    setTimeout(async () => {
      const isUnderWay = storage.checkpointHeight === undefined;
      await storage.abandon();
      parentPort.postMessage({ isUnderWay, checkpointHeight: storage.checkpointHeight });
    }, workerData.afterMs);
  })();
`;

let directory = "";
beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), "sycee-abandoned-"));
});
afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

test("a store that was abandoned while its checkpoint was being written is no thread's end to wait for, and has lost nothing", async () => {
  let underWay = 0;
  for (const afterMs of [100, 300]) {
    fs.rmSync(directory, { recursive: true, force: true });
    const owner = new Worker(OWNER, { eval: true, workerData: { built: BUILT, directory, entries: ENTRIES, afterMs } });
    const told = await new Promise<{ isUnderWay: boolean; checkpointHeight: bigint | undefined }>((resolve, reject) => {
      owner.once("message", resolve);
      owner.once("error", reject);
    });
    if (told.isUnderWay) underWay += 1;
    // The checkpoint that was on its way came to its end.
    expect(told.checkpointHeight).toBe(0n);
    expect(await Promise.race([owner.terminate(), delay(10_000, "never")])).not.toBe("never");
    const again = await openStorage({ directory });
    expect(again.lastHeight).toBe(0n);
    expect([...again.scan(Buffer.of(1))].length).toBe(ENTRIES);
    await again.close();
  }
  expect(underWay).toBeGreaterThan(0);
}, 120_000);

test("nothing is appended to it any more", async () => {
  const storage = await openStorage({ directory });
  storage.append(0n, Buffer.from("record"), [], [{ key: Buffer.of(1), value: Buffer.of(1) }]);
  await storage.sync();
  await storage.abandon();
  expect(() => storage.append(1n, Buffer.from("record"), [], [])).toThrow(/abandoned/);
  await expect(storage.sync()).rejects.toThrow(/abandoned/);
  await expect(storage.close()).rejects.toThrow(/abandoned/);
  expect(await openStorage({ directory }).then((again) => again.close().then(() => again.lastHeight))).toBe(0n);
});
