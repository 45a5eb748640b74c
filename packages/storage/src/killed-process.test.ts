import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStorage } from "./open-storage.ts";

let directory = "";
beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), "sycee-storage-"));
});
afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

function plainBlock(height: number) {
  return {
    id: createHash("sha256").update(`${height}`).digest(),
    writes: [{ key: Buffer.of(1, height % 50), value: Buffer.from(`${height}`) }],
  };
}

// A process of its own, on the built package, that tells each height when it is durable.
function spawnAppender(directory: string, ...within: string[]): ChildProcess {
  const program = `
    import { openStorage } from "@sycee/storage";
    import { createHash } from "node:crypto";
    const storage = await openStorage({ directory: process.argv[1], segmentBytes: 4000, checkpointEntries: 40 });
    const writes = (height) => [{ key: Buffer.of(1, height % 50), value: Buffer.from(String(height)) }];
    for (const { height } of storage.records((storage.checkpointHeight ?? -1n) + 1n)) storage.restage(height, writes(Number(height)));
    for (let height = Number(storage.lastHeight ?? -1n) + 1; ; height += 1) {
      const id = createHash("sha256").update(String(height)).digest();
      storage.append(BigInt(height), Buffer.from("record " + height), [{ id, index: 0 }], writes(height));
      const synced = storage.sync().then(() => process.stdout.write(height + "\\n"));
      if (height % 4 === 0) await synced;
    }`;
  const [command, ...words] = [...within, process.execPath, "--input-type=module", "-e", program, directory];
  return spawn(command, words, {
    cwd: import.meta.dirname,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

describe("a process that was killed", () => {
  test("while appending has lost nothing it acknowledged, five times over", async () => {
    for (let round = 0; round < 5; round += 1) {
      const child = spawnAppender(directory);
      let acknowledged = -1;
      let text = "";
      child.stdout?.on("data", (chunk: Buffer) => {
        text += chunk.toString();
        const lines = text.split("\n");
        text = lines.pop() ?? "";
        for (const line of lines) acknowledged = Number(line);
        if (acknowledged >= (round + 1) * 60) child.kill("SIGKILL");
      });
      let errors = "";
      child.stderr?.on("data", (chunk: Buffer) => {
        errors += chunk.toString();
      });
      const [, signal] = await once(child, "close");
      expect([signal, errors]).toEqual(["SIGKILL", ""]);
      const storage = await openStorage({ directory, segmentBytes: 4_000, checkpointEntries: 40 });
      expect(Number(storage.lastHeight)).toBeGreaterThanOrEqual(acknowledged);
      for (const { height } of storage.records((storage.checkpointHeight ?? -1n) + 1n))
        storage.restage(height, plainBlock(Number(height)).writes);
      for (let height = 0; height <= acknowledged; height += 1) {
        expect(Buffer.from(storage.readRecord(BigInt(height)) ?? "").toString()).toBe(`record ${height}`);
        expect(storage.findTransaction(plainBlock(height).id)).toEqual({ height: BigInt(height), index: 0 });
      }
      const last = Number(storage.lastHeight);
      for (let key = 0; key < 50; key += 1) {
        const written = last - ((((last - key) % 50) + 50) % 50);
        expect(Buffer.from(storage.get(Buffer.of(1, key)) ?? "").toString()).toBe(written < 0 ? "" : `${written}`);
      }
      await storage.close();
    }
  }, 120_000);
  test("leaves a lock that is taken over", async () => {
    const child = spawnAppender(directory);
    await once(child.stdout ?? child, "data");
    await expect(openStorage({ directory })).rejects.toThrow(`in use by process ${child.pid}`);
    child.kill("SIGKILL");
    await once(child, "close");
    await (await openStorage({ directory })).close();
    fs.writeFileSync(path.join(directory, "lock"), `${process.pid} another-boot/1 token\n`);
    await (await openStorage({ directory })).close();
    fs.writeFileSync(path.join(directory, "lock"), "");
    await (await openStorage({ directory })).close();
  });

  const elsewhere = ["unshare", "-Urpf", "--kill-child", "--mount-proc"];
  test.skipIf(spawnSync("unshare", [...elsewhere.slice(1), "true"]).status !== 0)(
    "in another container, where it is process 1 as others are here, has the directory until it ends",
    async () => {
      const child = spawnAppender(directory, ...elsewhere);
      await once(child.stdout ?? child, "data");
      expect(fs.readFileSync(path.join(directory, "lock"), "utf8")).toMatch(/^1 /);
      await expect(openStorage({ directory })).rejects.toThrow("in use by process 1");
      child.kill("SIGKILL");
      await once(child, "close");
      await (await openStorage({ directory })).close();
      expect(fs.readdirSync(directory).filter((name) => name.startsWith("lock"))).toEqual([]);
    },
    30_000,
  );

  test("in a directory whose path is too long for a socket has it all the same", async () => {
    const deep = path.join(directory, "d".repeat(120));
    const child = spawnAppender(deep);
    await once(child.stdout ?? child, "data");
    // A number that is no process of this machine: the socket alone tells.
    const lock = fs.readFileSync(path.join(deep, "lock"), "utf8");
    fs.writeFileSync(path.join(deep, "lock"), lock.replace(/^\d+ \S+/, "4194305 ?"));
    await expect(openStorage({ directory: deep })).rejects.toThrow("in use by process 4194305");
    child.kill("SIGKILL");
    await once(child, "close");
    await (await openStorage({ directory: deep })).close();
    expect(fs.readdirSync(deep).filter((name) => name.startsWith("lock"))).toEqual([]);
  }, 30_000);
});
