import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { seededDraw } from "../files/seeded-draw.ts";
import { type Fault, SimulatedDisk } from "../files/simulated-disk.ts";
import { StorageError } from "../storage-error.ts";
import { type BlockLog, openBlockLog } from "./block-log.ts";
import { segmentPath, sidecarPath } from "./log-directory.ts";

const DIRECTORY = "/log";

function openOn(disk: SimulatedDisk, { segmentBytes = 1_000_000, durableThrough = -1 } = {}): Promise<BlockLog> {
  return openBlockLog({ files: disk, directory: DIRECTORY, segmentBytes, durableThrough: () => Promise.resolve(durableThrough) });
}

function idOf(height: number, index: number): Buffer {
  return createHash("sha256").update(`${height}/${index}`).digest();
}

/** Blocks of all sizes, the empty one among them. */
function recordOf(height: number): Buffer {
  return Buffer.alloc((height * 37) % 700, `block ${height} `);
}

function idsOf(height: number): { id: Buffer; index: number }[] {
  return Array.from({ length: height % 4 }, (_, index) => ({ id: idOf(height, index), index: index * 2 }));
}

function append(log: BlockLog, height: number): void {
  log.append(height, recordOf(height), idsOf(height));
}

async function writeBlocks(disk: SimulatedDisk, count: number, segmentBytes?: number): Promise<void> {
  const log = await openOn(disk, segmentBytes === undefined ? {} : { segmentBytes });
  for (let height = 0; height < count; height += 1) {
    append(log, height);
    await log.sync();
  }
  await log.close();
}

/** The log holds the blocks 0 to `last`, whole, and nothing else of the first thousand. */
function expectBlocks(log: BlockLog, last: number): void {
  expect(log.lastHeight ?? -1).toBe(last);
  for (let height = 0; height <= last; height += 1) {
    expect(Buffer.from(log.read(height) ?? "missing").equals(recordOf(height))).toBe(true);
    for (const { id, index } of idsOf(height)) expect(log.find(id)).toEqual({ height, index });
  }
  for (let height = last + 1; height < last + 8; height += 1) {
    expect(log.read(height)).toBeUndefined();
    for (const { id } of idsOf(height)) expect(log.find(id)).toBeUndefined();
  }
}

async function failureOf(opening: Promise<BlockLog>): Promise<unknown> {
  try {
    await (await opening).close();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe("blocks that were appended", () => {
  test("stay what they were for who has read one before it was written, when their memory is used again", async () => {
    const log = await openOn(new SimulatedDisk());
    const records = Array.from({ length: 30 }, (_, height) => Buffer.alloc(500, `block ${height} `));
    const read: Uint8Array[] = [];
    for (const [height, record] of records.entries()) {
      log.append(height, record, []);
      read.push(log.read(height) ?? Buffer.alloc(0));
      await log.sync();
    }
    for (const [height, record] of records.entries()) {
      expect(Buffer.from(read[height] ?? []).equals(record)).toBe(true);
      expect(Buffer.from(log.read(height) ?? []).equals(record)).toBe(true);
    }
    await log.close();
  });

  test("are read back at once, after a sync, and after opening again, across segments", async () => {
    const disk = new SimulatedDisk();
    let log = await openOn(disk, { segmentBytes: 2_000 });
    for (let height = 0; height < 60; height += 1) {
      append(log, height);
      expectBlocks(log, height);
      if (height % 3 === 0) await log.sync();
    }
    await log.close();
    expect(disk.list(DIRECTORY).filter((name) => name.endsWith(".idx")).length).toBeGreaterThan(5);
    log = await openOn(disk, { segmentBytes: 2_000 });
    expectBlocks(log, 59);
    append(log, 60);
    await log.close();
    expectBlocks(await openOn(disk), 60);
  });

  test("must follow one another and have ids of 32 bytes", async () => {
    const log = await openOn(new SimulatedDisk());
    append(log, 7);
    expect(() => append(log, 9)).toThrow(StorageError);
    expect(() => append(log, 7)).toThrow(StorageError);
    expect(() => log.append(8, recordOf(8), [{ id: Buffer.alloc(31), index: 0 }])).toThrow("32 bytes");
    append(log, 8);
    await log.sync();
    expect(log.durableHeight).toBe(8);
    expect(log.firstHeight).toBe(7);
    await log.close();
  });

  test("belong to the caller again: the log keeps copies", async () => {
    const log = await openOn(new SimulatedDisk());
    const record = Buffer.from("as it was");
    log.append(0, record, []);
    record.fill(0);
    await log.sync();
    expect(Buffer.from(log.read(0) ?? "").toString()).toBe("as it was");
    await log.close();
  });
});

describe("group commit", () => {
  test("one sync serves every block that was appended while another ran", async () => {
    let syncs = 0;
    const disk = new SimulatedDisk({
      fault: (_, kind) => {
        if (kind === "sync") syncs += 1;
        return undefined;
      },
    });
    const log = await openOn(disk);
    append(log, 0);
    await log.sync();
    syncs = 0;
    const waiting: Promise<void>[] = [];
    for (let height = 1; height <= 50; height += 1) {
      append(log, height);
      waiting.push(log.sync());
    }
    await Promise.all(waiting);
    // One that may have begun with the first block alone, one for all others.
    expect([1, 2]).toContain(syncs);
    expect(log.durableHeight).toBe(50);
    const before = syncs;
    await log.sync();
    expect(syncs).toBe(before);
    await log.close();
  });

  test("answers a caller as soon as its own blocks are durable, in order", async () => {
    const log = await openOn(new SimulatedDisk());
    const answered: number[] = [];
    const waiting = Array.from({ length: 20 }, async (_, height) => {
      append(log, height);
      await log.sync();
      expect(log.durableHeight).toBeGreaterThanOrEqual(height);
      answered.push(height);
    });
    await Promise.all(waiting);
    expect(answered).toEqual(Array.from({ length: 20 }, (_, height) => height));
    await log.close();
  });
});

describe("damage", () => {
  test("a log cut anywhere in its last frame loses that block alone and goes on", async () => {
    const disk = new SimulatedDisk();
    await writeBlocks(disk, 5);
    const path = segmentPath(DIRECTORY, 0);
    const shorter = new SimulatedDisk();
    await writeBlocks(shorter, 4);
    const whole = disk.content(path).length;
    const start = shorter.content(path).length;
    for (let length = start; length < whole; length += 1) {
      const torn = disk.copyWith(path, (content) => content.subarray(0, length));
      const log = await openOn(torn);
      expectBlocks(log, 3);
      append(log, 4);
      append(log, 5);
      await log.close();
      expectBlocks(await openOn(torn), 5);
    }
  });

  test("an unfinished write of any bytes after the last frame is cut off", async () => {
    const disk = new SimulatedDisk();
    await writeBlocks(disk, 3);
    const path = segmentPath(DIRECTORY, 0);
    for (const tail of [Buffer.alloc(1), Buffer.alloc(5_000), Buffer.alloc(700, "SCB1"), Buffer.alloc(64, 0xff)]) {
      const torn = disk.copyWith(path, (content) => Buffer.concat([content, tail]));
      expectBlocks(await openOn(torn), 2);
      expect(torn.content(path).equals(disk.content(path))).toBe(true);
    }
  });

  test("a changed byte anywhere stops the opening, but in the last write, whose loss only the checkpoint can tell", async () => {
    const disk = new SimulatedDisk();
    await writeBlocks(disk, 6);
    const path = segmentPath(DIRECTORY, 0);
    const shorter = new SimulatedDisk();
    await writeBlocks(shorter, 5);
    const lastFrame = shorter.content(path).length;
    const whole = disk.content(path).length;
    for (let at = 0; at < whole; at += 1) {
      const damaged = () => disk.copyWith(path, (content) => flip(content, at));
      if (at < lastFrame) expect(await failureOf(openOn(damaged())), `byte ${at}`).toBeInstanceOf(StorageError);
      else expectBlocks(await openOn(damaged()), 4);
      expect(await failureOf(openOn(damaged(), { durableThrough: 5 })), `byte ${at}`).toBeInstanceOf(StorageError);
    }
  });

  test("a cut that takes durable blocks stops the opening when the checkpoint knows of them", async () => {
    const disk = new SimulatedDisk();
    await writeBlocks(disk, 6);
    const path = segmentPath(DIRECTORY, 0);
    const cut = disk.copyWith(path, (content) => content.subarray(0, content.length - 1));
    expect(await failureOf(openOn(cut, { durableThrough: 5 }))).toBeInstanceOf(StorageError);
    expect(cut.content(path).length).toBe(disk.content(path).length - 1);
    expectBlocks(await openOn(cut, { durableThrough: 4 }), 4);
  });

  test("a changed byte in a sealed segment is found when opening or, behind a sidecar, when reading", async () => {
    const disk = new SimulatedDisk();
    await writeBlocks(disk, 30, 1_500);
    const path = segmentPath(DIRECTORY, 0);
    for (let at = 0; at < disk.content(path).length; at += 7) {
      const damaged = disk.copyWith(path, (content) => flip(content, at));
      const failure = await failureOf(
        openOn(damaged).then((log) => {
          expectBlocks(log, 29);
          return log;
        }),
      );
      expect(failure, `byte ${at}`).toBeInstanceOf(StorageError);
      await damaged.remove(sidecarPath(segmentPath(DIRECTORY, 0)));
      expect(await failureOf(openOn(damaged)), `byte ${at}, no sidecar`).toBeInstanceOf(StorageError);
    }
  });

  test("a missing, exchanged or foreign segment stops the opening", async () => {
    const disk = new SimulatedDisk();
    await writeBlocks(disk, 30, 1_500);
    const other = new SimulatedDisk();
    await writeBlocks(other, 30, 1_500);
    const names = disk
      .list(DIRECTORY)
      .filter((name) => name.endsWith(".log"))
      .sort();
    const middle = `${DIRECTORY}/${names[2]}`;
    const last = `${DIRECTORY}/${names.at(-1)}`;
    const missing = disk.copyWith("", (content) => content);
    await missing.remove(middle);
    expect(await failureOf(openOn(missing))).toBeInstanceOf(StorageError);
    expect(await failureOf(openOn(disk.copyWith(middle, () => other.content(middle))))).toBeInstanceOf(StorageError);
    expect(await failureOf(openOn(disk.copyWith(last, () => other.content(last))))).toBeInstanceOf(StorageError);
    expect(await failureOf(openOn(disk.copyWith(middle, (content) => content.subarray(0, content.length - 1))))).toBeInstanceOf(
      StorageError,
    );
  });

  test("a record that contains a frame of the log is no frame", async () => {
    const disk = new SimulatedDisk();
    await writeBlocks(disk, 4);
    const forged = disk.content(segmentPath(DIRECTORY, 0));
    const log = await openOn(disk);
    log.append(4, forged, []);
    await log.close();
    const path = segmentPath(DIRECTORY, 0);
    const torn = disk.copyWith(path, (content) => flip(content, forged.length));
    expectBlocks(await openOn(torn), 3);
  });
});

describe("sidecars", () => {
  test("damaged or lost ones are made again, or refused by name", async () => {
    const disk = new SimulatedDisk();
    await writeBlocks(disk, 30, 1_500);
    const path = sidecarPath(segmentPath(DIRECTORY, 0));
    const whole = disk.content(path);
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = disk.copyWith(path, (content) => flip(content, at));
      const log = await openOn(damaged);
      try {
        expectBlocks(log, 29);
        expect(damaged.content(path).equals(whole)).toBe(true);
      } catch (error) {
        expect(error, `byte ${at}`).toBeInstanceOf(StorageError);
        expect(String(error)).toContain(path);
      }
      await log.close();
    }
    const without = disk.copyWith("", (content) => content);
    await without.remove(path);
    expectBlocks(await openOn(without), 29);
    expect(without.content(path).equals(whole)).toBe(true);
  });

  test("find every one of many ids, and none that is not there", async () => {
    const disk = new SimulatedDisk();
    const log = await openOn(disk, { segmentBytes: 300_000 });
    const many = (height: number) => Array.from({ length: 2_000 }, (_, index) => ({ id: idOf(height, index), index }));
    for (let height = 0; height < 12; height += 1) log.append(height, recordOf(height), many(height));
    await log.close();
    const again = await openOn(disk, { segmentBytes: 300_000 });
    for (let height = 0; height < 12; height += 1) {
      for (const { id, index } of many(height)) expect(again.find(id)).toEqual({ height, index });
      expect(again.find(idOf(height, 5_000))).toBeUndefined();
    }
    expect(again.find(Buffer.alloc(32))).toBeUndefined();
    expect(again.find(Buffer.alloc(32, 0xff))).toBeUndefined();
    await again.close();
  });
});

/** Appends and syncs as a busy node does, until the log fails or `count` blocks are durable; tells each durable height. */
async function busyNode(log: BlockLog, count: number, draw: (bound: number) => number, durable: (height: number) => void): Promise<void> {
  const waiting: Promise<void>[] = [];
  for (let height = (log.lastHeight ?? -1) + 1; height < count; height += 1) {
    append(log, height);
    if (draw(3) > 0) waiting.push(log.sync().then(() => durable(height)));
    if (draw(4) === 0) await Promise.all(waiting.splice(0));
  }
  await Promise.all(waiting);
  await log.sync();
  durable(count - 1);
}

describe("what a disk can do", () => {
  test("power loss at any moment: a prefix with all that was acknowledged, 400 seeds", async () => {
    let lost = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const draw = seededDraw(seed);
      const crashAt = draw(60);
      let acknowledged = -1;
      let image: SimulatedDisk | undefined;
      const disk: SimulatedDisk = new SimulatedDisk({
        fault(operation) {
          if (operation < crashAt) return undefined;
          image ??= disk.losePower(draw);
          return "EIO";
        },
      });
      try {
        const log = await openOn(disk, { segmentBytes: 1 + draw(4_000) });
        await busyNode(log, 40, draw, (height) => {
          if (image === undefined) acknowledged = Math.max(acknowledged, height);
        });
      } catch (error) {
        expect(
          error instanceof StorageError || (error instanceof Error && error.message === "EIO: simulated"),
          `seed ${seed}: ${error}`,
        ).toBe(true);
      }
      const after = image ?? disk.losePower(draw);
      const log = await openOn(after, { segmentBytes: 3_000 });
      const last = log.lastHeight ?? -1;
      if (last < 39) lost += 1;
      expect(last, `seed ${seed}`).toBeGreaterThanOrEqual(acknowledged);
      expectBlocks(log, last);
      for (let height = last + 1; height < 45; height += 1) append(log, height);
      await log.close();
      const again = await openOn(after);
      expectBlocks(again, Math.max(last, 44));
      await again.close();
    }
    expect(lost).toBeGreaterThan(100);
  }, 120_000);

  test.each<Fault>(["EIO", "ENOSPC", "short"])("%s at every operation of a run", async (fault) => {
    for (let failing = 0; failing < 70; failing += 1) {
      const acknowledged: number[] = [];
      const disk: SimulatedDisk = new SimulatedDisk({
        fault: (operation, kind) => (operation === failing && (fault !== "short" || kind === "write") ? fault : undefined),
      });
      let failure: unknown;
      let log: BlockLog | undefined;
      try {
        log = await openOn(disk, { segmentBytes: 2_000 });
        await busyNode(log, 30, seededDraw(failing), (height) => acknowledged.push(height));
        await log.close();
      } catch (error) {
        failure = error;
      }
      if (fault === "short") expect(failure).toBeUndefined();
      else if (failure !== undefined && log !== undefined) {
        expect(failure).toBeInstanceOf(StorageError);
        // Once failed, nothing more is acknowledged, whatever the disk does now.
        await expect(log.sync()).rejects.toBe(failure);
        expect(() => log?.append(99, Buffer.alloc(0), [])).toThrow(StorageError);
        await expect(log.close()).rejects.toBeInstanceOf(StorageError);
      }
      const again = await openOn(disk);
      const last = again.lastHeight ?? -1;
      expect(last).toBeGreaterThanOrEqual(Math.max(-1, ...acknowledged));
      expectBlocks(again, last);
      await again.close();
    }
  });
});

function flip(content: Buffer, at: number): Buffer {
  content[at] = (content[at] ?? 0) ^ 0x10;
  return content;
}
