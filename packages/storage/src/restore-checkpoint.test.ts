import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStorage } from "./open-storage.ts";
import { restoreCheckpoint } from "./restore-checkpoint.ts";

let directory = "";
beforeEach(async () => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), "sycee-restore-checkpoint-"));
  const storage = await openStorage({ directory });
  for (const height of [0n, 1n, 2n]) storage.append(height, Buffer.from(`block ${height}`), [], []);
  await storage.close();
  fs.rmSync(path.join(directory, "state"), { recursive: true });
});
afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

const inside = (name: string) => path.join(directory, name);
const entry = { key: Buffer.of(1, 2), value: Buffer.from("value") };

describe("a checkpoint that is made anew", () => {
  test("is the state after its block", async () => {
    await restoreCheckpoint(directory, 1n, (put) => put([entry]));
    const storage = await openStorage({ directory });
    expect(storage.checkpointHeight).toBe(1n);
    expect(Buffer.from(storage.get(entry.key) ?? "").toString()).toBe("value");
    expect(storage.notices).toEqual([]);
    storage.restage(2n, []);
    await storage.close();
  });

  test("holds the directory until it has its name", async () => {
    let done = false;
    const restored = restoreCheckpoint(directory, 1n, (put) => put([entry])).finally(() => {
      done = true;
    });
    const unlocked: string[] = [];
    while (!done) {
      if (fs.existsSync(inside("state-restoring")) && !fs.existsSync(inside("lock"))) unlocked.push("state-restoring");
      await nextTurn();
    }
    await restored;
    expect(unlocked).toEqual([]);
    expect([fs.existsSync(inside("state")), fs.existsSync(inside("lock"))]).toEqual([true, false]);
  });

  test("is none when what fills it fails, and leaves nothing", async () => {
    const before = fs.readdirSync(directory).sort();
    const fails = () => {
      throw new Error("no entries");
    };
    await expect(restoreCheckpoint(directory, 1n, fails)).rejects.toThrow("no entries");
    await expect(restoreCheckpoint(directory, 9n, () => {})).rejects.toThrow("block 9 is not in the log");
    expect(fs.readdirSync(directory).sort()).toEqual(before);
  });
});
