import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seededDraw } from "./files/seeded-draw.ts";
import { SimulatedDisk } from "./files/simulated-disk.ts";
import { openStorage, type StorageOptions } from "./open-storage.ts";
import type { Storage } from "./storage.ts";
import { StorageError } from "./storage-error.ts";

let directory = "";
beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), "sycee-storage-"));
});
afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

const SMALL: Omit<StorageOptions, "directory"> = { segmentBytes: 4_000, checkpointEntries: 40 };
const OWNERS = 12;
const PAGE = 4_096;
const owners = Array.from({ length: OWNERS }, (_, owner) => createHash("sha256").update(`owner ${owner}`).digest());
/** By the last height: asked for again and again. */
const states = new Map<number, [string, string][]>();

/** A block that any process makes the same from its height alone: 10 writes of 200 keys, every fifth one a removal. */
function blockOf(height: number) {
  const draw = seededDraw(height);
  const writes = new Map<string, { key: Buffer; value: Buffer | undefined }>();
  for (let write = 0; write < 10; write += 1) {
    const owner = owners[draw(OWNERS)] ?? Buffer.alloc(0);
    const key = Buffer.concat([Buffer.of(1 + draw(2)), owner, Buffer.from([draw(8)])]);
    writes.set(key.toString("hex"), { key, value: draw(5) === 0 ? undefined : Buffer.from(`${height}/${write}`) });
  }
  const ids = Array.from({ length: height % 3 }, (_, index) => ({ id: createHash("sha256").update(`${height}:${index}`).digest(), index }));
  return { record: Buffer.from(`record ${height} `.repeat(height % 20)), ids, writes: [...writes.values()] };
}

function appendBlock(storage: Storage, height: number): void {
  const { record, ids, writes } = blockOf(height);
  storage.append(BigInt(height), record, ids, writes);
}

function restageAll(storage: Storage): void {
  for (const { height, record } of storage.records((storage.checkpointHeight ?? -1n) + 1n)) {
    expect(Buffer.from(record).equals(blockOf(Number(height)).record)).toBe(true);
    storage.restage(height, blockOf(Number(height)).writes);
  }
}

/** The state after blocks 0 to `last`, hexadecimal keys in order. */
function stateAfter(last: number): readonly [string, string][] {
  const known = states.get(last);
  if (known !== undefined) return known;
  const state = new Map<string, string>();
  for (let height = 0; height <= last; height += 1) {
    for (const { key, value } of blockOf(height).writes) {
      if (value === undefined) state.delete(key.toString("hex"));
      else state.set(key.toString("hex"), value.toString());
    }
  }
  const sorted = [...state].sort(([left], [right]) => (left < right ? -1 : 1));
  states.set(last, sorted);
  return sorted;
}

function scanned(storage: Storage, prefix: Uint8Array): [string, string][] {
  return [...storage.scan(prefix)].map(({ key, value }) => [Buffer.from(key).toString("hex"), Buffer.from(value).toString()]);
}

/** Log and state are those of blocks 0 to `last`. */
function expectStorage(storage: Storage, last: number): void {
  expect(Number(storage.lastHeight ?? -1n)).toBe(last);
  const state = stateAfter(last);
  expect(scanned(storage, Buffer.alloc(0))).toEqual(state);
  for (const prefix of [
    Buffer.of(1),
    Buffer.of(2),
    Buffer.of(3),
    ...state.slice(0, 4).map(([key]) => Buffer.from(key, "hex").subarray(0, 33)),
  ]) {
    expect(scanned(storage, prefix)).toEqual(state.filter(([key]) => key.startsWith(prefix.toString("hex"))));
  }
  expect(state.map(([key]) => [key, Buffer.from(storage.get(Buffer.from(key, "hex")) ?? "").toString()])).toEqual(state);
  for (let height = Math.max(0, last - 30); height <= last; height += 1) {
    expect(Buffer.from(storage.readRecord(BigInt(height)) ?? "missing").equals(blockOf(height).record)).toBe(true);
    for (const { id, index } of blockOf(height).ids) expect(storage.findTransaction(id)).toEqual({ height: BigInt(height), index });
  }
  expect(storage.readRecord(BigInt(last + 1))).toBeUndefined();
}

async function refusal(opening: Promise<Storage>): Promise<string> {
  try {
    await (await opening).close();
  } catch (error) {
    expect(error).toBeInstanceOf(StorageError);
    return String(error);
  }
  throw new Error("it opened");
}

describe("state", () => {
  test("is as of the last appended block at every moment, through checkpoints and reopening", async () => {
    let storage = await openStorage({ directory, ...SMALL });
    expect([storage.lastHeight, storage.checkpointHeight]).toEqual([undefined, undefined]);
    let height = 0;
    for (let round = 0; round < 5; round += 1) {
      for (let block = 0; block < 23; block += 1) {
        appendBlock(storage, height);
        if (height % 5 === 0) await storage.sync();
        expectStorage(storage, height);
        height += 1;
      }
      await storage.close();
      storage = await openStorage({ directory, ...SMALL });
      expect(storage.checkpointHeight).toBe(BigInt(height - 1));
      expectStorage(storage, height - 1);
    }
    await storage.close();
  });

  test("takes keys of 1 to 450 bytes, empty values and large ones, and no key that begins with 0", async () => {
    const storage = await openStorage({ directory });
    const writes = [
      { key: Buffer.of(1), value: Buffer.alloc(0) },
      { key: Buffer.alloc(450, 0xff), value: Buffer.alloc(3_000_000, 7) },
      { key: Buffer.alloc(449, 0xff), value: Buffer.of(0) },
    ];
    storage.append(0n, Buffer.alloc(0), [], writes);
    const bad = [Buffer.alloc(0), Buffer.alloc(451, 1), Buffer.of(0, 1)];
    for (const key of bad) expect(() => storage.append(1n, Buffer.alloc(0), [], [{ key, value: Buffer.of(1) }])).toThrow(RangeError);
    expect(storage.lastHeight).toBe(0n);
    await storage.close();
    const again = await openStorage({ directory });
    for (const { key, value } of writes) expect(Buffer.compare(again.get(key) ?? Buffer.from("none"), value)).toBe(0);
    expect([...again.scan(Buffer.of(0xff))].length).toBe(2);
    await again.close();
  });

  test("a scan begun before a checkpoint sees the state it began with", async () => {
    const storage = await openStorage({ directory, ...SMALL });
    for (let height = 0; height < 20; height += 1) appendBlock(storage, height);
    await storage.sync();
    const expected = stateAfter(19);
    const seen: string[] = [];
    for (const { key } of storage.scan(Buffer.alloc(0))) {
      if (seen.length === 3) for (let height = 20; height < 60; height += 1) appendBlock(storage, height);
      if (seen.length === 5) await storage.sync();
      seen.push(Buffer.from(key).toString("hex"));
    }
    expect(seen).toEqual(expected.map(([key]) => key));
    await storage.close();
  });
});

describe("recovery", () => {
  test("blocks beyond the checkpoint are restaged, in order, before any is appended", async () => {
    const storage = await openStorage({ directory, checkpointEntries: 1_000_000 });
    for (let height = 0; height < 10; height += 1) appendBlock(storage, height);
    await storage.sync();
    const copy = `${directory}-copy`;
    try {
      fs.cpSync(directory, copy, { recursive: true, filter: (from) => !path.basename(from).startsWith("lock") });
      const recovered = await openStorage({ directory: copy, ...SMALL });
      expect([recovered.lastHeight, recovered.checkpointHeight]).toEqual([9n, undefined]);
      expect(() => appendBlock(recovered, 10)).toThrow("restaged first");
      expect(() => recovered.restage(1n, [])).toThrow(StorageError);
      restageAll(recovered);
      expect(() => recovered.restage(10n, [])).toThrow(StorageError);
      expectStorage(recovered, 9);
      appendBlock(recovered, 10);
      await recovered.close();
      const again = await openStorage({ directory: copy, ...SMALL });
      expect(again.checkpointHeight).toBe(10n);
      expectStorage(again, 10);
      await again.close();
    } finally {
      fs.rmSync(copy, { recursive: true, force: true });
    }
    await storage.close();
  });

  test("power loss at any moment, 60 seeds: log and checkpoint agree on a prefix with all that was acknowledged", async () => {
    let recoveredFromCheckpoint = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const draw = seededDraw(seed);
      const work = path.join(directory, `${seed}`);
      const after = path.join(directory, `${seed}-after`);
      const crashAt = 5 + draw(70);
      let acknowledged = -1;
      let image: SimulatedDisk | undefined;
      const disk: SimulatedDisk = new SimulatedDisk({
        fault(operation) {
          if (operation < crashAt) return undefined;
          if (image === undefined) {
            image = disk.losePower(draw);
            fs.mkdirSync(path.join(after, "state"), { recursive: true });
            fs.writeFileSync(path.join(after, "state", "data.mdb"), readSettled(path.join(work, "state", "data.mdb")));
          }
          return "EIO";
        },
      });
      const storage = await openStorage({ directory: work, ...SMALL, files: disk });
      const run = async () => {
        for (let height = 0; height < 60; height += 1) {
          appendBlock(storage, height);
          const synced = storage.sync().then(() => {
            if (image === undefined) acknowledged = height;
          });
          if (draw(2) === 0) await synced;
          else synced.catch(() => undefined);
          // Now and then the node is idle long enough for its checkpoint.
          if (draw(12) === 0) await checkpointed(storage);
        }
        await storage.sync();
      };
      await run().catch((error: unknown) => expect(error).toBeInstanceOf(StorageError));
      await storage.close().catch((error: unknown) => expect(error).toBeInstanceOf(StorageError));
      if (image === undefined) continue;
      const relocated = relocate(image, work, after);
      const recovered = await openStorage({ directory: after, ...SMALL, files: relocated });
      const last = Number(recovered.lastHeight ?? -1n);
      expect(last, `seed ${seed}`).toBeGreaterThanOrEqual(acknowledged);
      if (recovered.checkpointHeight !== undefined) recoveredFromCheckpoint += 1;
      restageAll(recovered);
      expectStorage(recovered, last);
      appendBlock(recovered, last + 1);
      await recovered.close();
    }
    expect(recoveredFromCheckpoint).toBeGreaterThan(1);
  }, 120_000);
});

/** Resolves when a checkpoint was written since, or none will be: at most a tenth of a second later. */
async function checkpointed(storage: Storage): Promise<void> {
  const before = storage.checkpointHeight;
  // The first has to wait for its thread to begin.
  const turns = before === undefined ? 300 : 40;
  for (let turn = 0; turn < turns && storage.checkpointHeight === before; turn += 1) await new Promise((resolve) => setTimeout(resolve, 2));
}

// LMDB writes from a thread of its own: what two readings agree on is what the file was at one moment.
function readSettled(file: string): Buffer {
  for (;;) {
    const [first, second] = [fs.readFileSync(file), fs.readFileSync(file)];
    if (first.equals(second)) return first;
  }
}

function relocate(disk: SimulatedDisk, from: string, to: string): SimulatedDisk {
  return disk.moved((name) => (name.startsWith(`${from}/`) ? `${to}${name.slice(from.length)}` : name));
}

describe("a directory", () => {
  test("is one store's at a time", async () => {
    const storage = await openStorage({ directory });
    expect(await refusal(openStorage({ directory }))).toContain("in use by process");
    await storage.close();
    await (await openStorage({ directory })).close();
  });

  test("that lost its log, or part of it, or got another's, is refused with what to do", async () => {
    for (const name of ["mine", "other"]) {
      const storage = await openStorage({ directory: path.join(directory, name) });
      for (let height = 0; height < 8; height += 1) appendBlock(storage, height);
      await storage.close();
    }
    const mine = path.join(directory, "mine");
    const log = path.join(mine, "log");
    const kept = path.join(directory, "kept");
    fs.renameSync(log, kept);
    expect(await refusal(openStorage({ directory: mine }))).toContain("the log has lost durable blocks");
    fs.cpSync(path.join(directory, "other", "log"), log, { recursive: true });
    expect(await refusal(openStorage({ directory: mine }))).toContain("belongs to another log");
    fs.rmSync(log, { recursive: true });
    fs.cpSync(kept, log, { recursive: true });
    const segment = path.join(log, "0000000000000000.log");
    fs.truncateSync(segment, fs.statSync(segment).size - 1);
    expect(await refusal(openStorage({ directory: mine }))).toContain("Restore the file");
    fs.rmSync(path.join(mine, "state"), { recursive: true });
    const storage = await openStorage({ directory: mine });
    restageAll(storage);
    expectStorage(storage, 6);
    await storage.close();
  });

  test.each(["sealed", "unsealed"])(
    "whose state (%s) was damaged sets it aside and makes it again from the log",
    async (sealed) => {
      const storage = await openStorage({ directory });
      for (let height = 0; height < 40; height += 1) appendBlock(storage, height);
      await storage.close();
      const state = path.join(directory, "state");
      if (sealed === "unsealed") fs.rmSync(path.join(state, "seal"));
      const kept = path.join(directory, "kept");
      fs.cpSync(state, kept, { recursive: true });
      let found = 0;
      for (let seed = 1; seed <= 60; seed += 1) {
        fs.rmSync(state, { recursive: true, force: true });
        fs.cpSync(kept, state, { recursive: true });
        const whole = fs.readFileSync(path.join(state, "data.mdb"));
        fs.writeFileSync(path.join(state, "data.mdb"), damagePage(whole, seededDraw(seed)));
        const again = await openStorage({ directory });
        if (again.notices.length > 0) {
          found += 1;
          expect(again.notices[0]).toMatch(/damaged \(.*data.mdb at byte \d+\). It was set aside as .*state.damaged, and is made again/);
          expect(again.checkpointHeight).toBeUndefined();
        }
        restageAll(again);
        expectStorage(again, 39);
        await again.close();
      }
      // Damage to a free page is none, but where the whole file is sealed; some draws change nothing.
      expect(found).toBeGreaterThanOrEqual(sealed === "sealed" ? 50 : 30);
    },
    60_000,
  );

  test("of which a page changes while it is open answers with no value that was never written", async () => {
    const data = path.join(directory, "state", "data.mdb");
    const key = (number: number) => Buffer.from(`key of entry ${String(number).padStart(4, "0")}`);
    const value = (number: number) => Buffer.alloc(200, `value ${number};`);
    let storage = await openStorage({ directory });
    const writes = Array.from({ length: 2_000 }, (_, number) => ({ key: key(number), value: value(number) }));
    storage.append(0n, Buffer.from("record"), [], writes);
    await storage.close();
    storage = await openStorage({ directory });
    const whole = fs.readFileSync(data);
    const draw = seededDraw(5);
    const descriptor = fs.openSync(data, "r+");
    let refused = 0;
    for (let round = 0; round < 40; round += 1) {
      const number = draw(2_000);
      const at = whole.indexOf(`value ${number};`) + draw(190);
      fs.writeSync(descriptor, Buffer.of((whole[at] ?? 0) ^ (1 << draw(8))), 0, 1, at);
      // What is in memory of the file is what the file is: LMDB maps it.
      for (const other of [number, draw(2_000)]) {
        try {
          expect(Buffer.from(storage.get(key(other)) ?? "").equals(value(other)), `entry ${other}`).toBe(true);
        } catch (error) {
          expect(String(error)).toContain("an entry does not match its checksum). Start the node again");
          refused += 1;
        }
      }
      fs.writeSync(descriptor, whole.subarray(at, at + 1), 0, 1, at);
    }
    expect(refused).toBeGreaterThanOrEqual(38);
    const at = whole.indexOf(`value 77;`);
    fs.writeSync(descriptor, Buffer.of((whole[at] ?? 0) ^ 1), 0, 1, at);
    fs.closeSync(descriptor);
    expect(() => [...storage.scan(Buffer.from("key"))]).toThrow("does not match its checksum");
    await storage.close();
    const again = await openStorage({ directory });
    expect(again.notices[0]).toContain("is made again from the log");
    await again.close();
  });

  test("that was killed while its state is begun starts, and one with damaged state and no log does not", async () => {
    fs.mkdirSync(path.join(directory, "state"), { recursive: true });
    fs.writeFileSync(path.join(directory, "state", "data.mdb"), Buffer.alloc(5_000));
    const storage = await openStorage({ directory });
    expect(storage.notices.length).toBe(1);
    for (let height = 0; height < 400; height += 1) appendBlock(storage, height);
    storage.append(400n, Buffer.alloc(0), [], [{ key: Buffer.of(9), value: Buffer.alloc(200_000, 1) }]);
    await storage.close();
    fs.rmSync(path.join(directory, "log"), { recursive: true });
    const data = path.join(directory, "state", "data.mdb");
    const bytes = fs.readFileSync(data);
    flipBit(bytes, bytes.length - 1, 0);
    fs.writeFileSync(data, bytes);
    expect(await refusal(openStorage({ directory }))).toContain("the log beside it is empty");
  });
});

function flipBit(bytes: Buffer, at: number, bit: number): void {
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
}

/** One of the things a disk does to a file of pages, or to its tail. */
function damagePage(file: Buffer, draw: (bound: number) => number): Buffer {
  const pages = Math.floor(file.length / PAGE);
  const page = file.subarray(draw(pages) * PAGE).subarray(0, PAGE);
  const kinds = [
    () => flipBit(page, draw(PAGE), draw(8)),
    () => page.fill(0),
    () => page.forEach((_, at) => (page[at] = draw(256))),
    () => page.fill(0, PAGE / 2),
    () => page.set(file.subarray(draw(pages) * PAGE).subarray(0, PAGE)),
    () => page.writeUInt16LE(draw(65_536), 16 + 2 * draw(12)),
  ];
  const kind = draw(kinds.length + 1);
  if (kind === kinds.length) return file.subarray(0, draw(file.length));
  kinds[kind]?.();
  return file;
}
