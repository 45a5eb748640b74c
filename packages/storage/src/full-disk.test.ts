import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStorage } from "./open-storage.ts";

// A file system in memory that nobody else sees, of a size of our choice: full, it refuses as a full disk does, LMDB's own writes included.
const SIZE_KIB = 2_560;
const MOUNT = ["-Urm", "sh", "-c", `mount -t tmpfs -o size=${SIZE_KIB}k none "$0" && exec "$@"`];
const mountable = spawnSync("unshare", [...MOUNT, os.tmpdir(), "true"]).status === 0;

const KEYS = 4_000;
const VALUE_BYTES = 600;

let directory = "";
beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), "sycee-full-"));
});
afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

/**
 * Appends blocks until something fails; `logOutside` keeps the log off the small file system, so that it is LMDB's commit that finds no
 * room. Tells what was acknowledged and what failed, and copies the directory to where it can be looked at.
 */
const PROGRAM = `
  import fs from "node:fs";
  import { openStorage } from "@sycee/storage";
  const [small, outside, logOutside] = process.argv.slice(1);
  const directory = small + "/ledger";
  fs.mkdirSync(directory, { recursive: true });
  if (logOutside === "yes") {
    fs.mkdirSync(outside + "/log-kept");
    fs.symlinkSync(outside + "/log-kept", directory + "/log");
  }
  const storage = await openStorage({ directory, segmentBytes: 200_000, checkpointEntries: 300 });
  const value = (key, height) => Buffer.alloc(${VALUE_BYTES}, key + ":" + height + ".");
  let acknowledged = -1;
  let failure = "";
  for (let height = 0; height < 1_000 && failure === ""; height += 1) {
    const writes = Array.from({ length: 40 }, (_, at) => (height * 40 + at) % ${KEYS}).map((key) => {
      const bytes = Buffer.alloc(5, 1);
      bytes.writeUInt32BE(key, 1);
      return { key: bytes, value: value(key, height) };
    });
    try {
      storage.append(BigInt(height), Buffer.from("record " + height), [], writes);
      await storage.sync();
      acknowledged = height;
    } catch (error) {
      failure = String(error);
    }
  }
  let again = "";
  await storage.sync().then(() => (again = "acknowledged"), (error) => (again = String(error)));
  const closing = await storage.close().then(() => "closed", (error) => String(error));
  fs.cpSync(directory, outside + "/found", { recursive: true, dereference: true, filter: (from) => !from.includes("/lock.") });
  process.stdout.write(JSON.stringify({ acknowledged, failure, again, closing }));`;

describe.skipIf(!mountable)("a disk that fills up", () => {
  test.each([
    ["under the checkpoint's commit", "yes", /^StorageError: writing the state in .* failed: .*Stop the node and start it again$/],
    [
      "under the log and the checkpoint",
      "no",
      /^StorageError: writing the (log|state in .*) failed: .*[Ss]top the node and start it again$/,
    ],
  ])(
    "%s stops the store, which has lost nothing once there is room",
    async (_, logOutside, sentence) => {
      const small = path.join(directory, "small");
      fs.mkdirSync(small);
      const program = [process.execPath, "--input-type=module", "-e", PROGRAM, small, directory, logOutside];
      const child = spawn("unshare", [...MOUNT, small, ...program], { cwd: import.meta.dirname, stdio: ["ignore", "pipe", "pipe"] });
      let [out, errors] = ["", ""];
      child.stdout.on("data", (chunk: Buffer) => void (out += chunk.toString()));
      child.stderr.on("data", (chunk: Buffer) => void (errors += chunk.toString()));
      await once(child, "close");
      expect(errors).toBe("");
      const told = JSON.parse(out) as Record<"failure" | "again" | "closing", string> & { readonly acknowledged: number };
      expect(told.failure).toMatch(sentence);
      // Once it has failed nothing is acknowledged, whatever the disk does then.
      expect([told.again, told.closing]).toEqual([told.failure, told.failure]);
      expect(told.acknowledged).toBeGreaterThan(20);
      await expectAll(path.join(directory, "found"), told.acknowledged);
    },
    120_000,
  );
});

// Everything acknowledged is there: state from checkpoint and log, each key as of the last block that wrote it.
async function expectAll(found: string, acknowledged: number): Promise<void> {
  const storage = await openStorage({ directory: found, segmentBytes: 200_000, checkpointEntries: 300 });
  expect(storage.notices).toEqual([]);
  expect(Number(storage.checkpointHeight)).toBeGreaterThan(0);
  const last = Number(storage.lastHeight);
  expect(last).toBeGreaterThanOrEqual(acknowledged);
  const writesOf = (height: number) =>
    Array.from({ length: 40 }, (_, at) => (height * 40 + at) % KEYS).map((key) => {
      const bytes = Buffer.alloc(5, 1);
      bytes.writeUInt32BE(key, 1);
      return { key: bytes, value: Buffer.alloc(VALUE_BYTES, `${key}:${height}.`) };
    });
  for (const { height } of storage.records((storage.checkpointHeight ?? -1n) + 1n)) storage.restage(height, writesOf(Number(height)));
  for (let height = Math.max(0, last - KEYS / 40 + 1); height <= last; height += 1) {
    expect(Buffer.from(storage.readRecord(BigInt(height)) ?? "").toString()).toBe(`record ${height}`);
    for (const { key, value } of writesOf(height)) expect(Buffer.from(storage.get(key) ?? "").equals(value), `block ${height}`).toBe(true);
  }
  await storage.close();
}
