import { randomBytes } from "node:crypto";
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStorage } from "../open-storage.ts";
import { LogFollower } from "./log-follower.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sycee-follower-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test("reads each block once beside the store that writes them, over the ends of segments, and from any block on", async () => {
  const storage = await openStorage({ directory, segmentBytes: 400 });
  const log = join(directory, "log");
  const follower = new LogFollower(log, 0);
  const records: Uint8Array[] = [];
  for (let height = 0; height < 40; height += 1) {
    const record = randomBytes(1 + ((height * 37) % 300));
    records.push(record);
    storage.append(BigInt(height), record, [], []);
    // Now and then several blocks at once.
    if (height % 3 === 0) continue;
    await storage.sync();
    while (follower.next <= height) {
      const found = follower.read();
      expect(found).toEqual({ height: follower.next - 1, record: records[follower.next - 1] });
    }
    expect(follower.read()).toBeUndefined();
  }
  await storage.close();
  expect(readdirSync(log).filter((name) => name.endsWith(".log")).length).toBeGreaterThan(5);
  for (const from of [0, 1, 17, 39]) {
    const later = new LogFollower(log, from);
    expect(later.firstHeight).toBe(0);
    for (let height = from; height < 40; height += 1) expect(later.read()?.record).toEqual(records[height]);
    expect(later.read()).toBeUndefined();
    later.close();
  }
  follower.close();
});

test("waits for the rest of a block that is being written, and refuses a log that begins later", async () => {
  const log = join(directory, "log");
  const storage = await openStorage({ directory });
  storage.append(5n, randomBytes(100), [], []);
  await storage.close();
  const follower = new LogFollower(log, 5);
  expect(follower.read()?.height).toBe(5);
  const [segment = ""] = readdirSync(log).filter((name) => name.endsWith(".log"));
  appendFileSync(join(log, segment), Buffer.from("SCB1 and half a header"));
  expect(follower.read()).toBeUndefined();
  follower.close();
  expect(() => new LogFollower(log, 4).read()).toThrow("begins with block 5");
});
