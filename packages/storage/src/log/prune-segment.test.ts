import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { seededDraw } from "../files/seeded-draw.ts";
import { SimulatedDisk } from "../files/simulated-disk.ts";
import { StorageError } from "../storage-error.ts";
import { type BlockLog, openBlockLog } from "./block-log.ts";
import { pruneSegment } from "./prune-segment.ts";

const DIRECTORY = "/log";
const LAST = 29;

const openOn = (disk: SimulatedDisk, durableThrough = -1) =>
  openBlockLog({ files: disk, directory: DIRECTORY, segmentBytes: 2_000, durableThrough: () => Promise.resolve(durableThrough) });
const idOf = (height: number) => createHash("sha256").update(`${height}`).digest();
const whole = (height: number) => `block ${height} with all that was in it `.repeat(5);
const strip = (record: Uint8Array) => Buffer.from(`${Buffer.from(record).toString().split(" with")[0]}`);

async function chain(): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk();
  const log = await openOn(disk);
  for (let height = 0; height <= LAST; height += 1) {
    log.append(height, Buffer.from(whole(height)), [{ id: idOf(height), index: height }]);
    await log.sync();
  }
  await log.close();
  return disk;
}

/** Every block is there, whole from `from` on and stripped before, and every id leads to its block. */
function expectChain(log: BlockLog, from: number): void {
  expect(log.lastHeight).toBe(LAST);
  for (let height = 0; height <= LAST; height += 1) {
    expect(Buffer.from(log.read(height) ?? "").toString()).toBe(height < from ? `block ${height}` : whole(height));
    expect(log.find(idOf(height))).toEqual({ height, index: height });
  }
}

describe("a segment that is pruned", () => {
  test("leaves nothing that takes room when it fails", async () => {
    const disk = await chain();
    const before = disk.list(DIRECTORY).sort();
    const full = () => {
      throw new Error("no room");
    };
    await expect(pruneSegment(disk, DIRECTORY, 0, full)).rejects.toThrow("no room");
    expect(disk.list(DIRECTORY).sort()).toEqual(before);
  });

  test("has its blocks and ids still, is smaller, and stays so after opening again", async () => {
    const disk = await chain();
    const log = await openOn(disk);
    const spans = log.prunable(LAST);
    expect(spans.length).toBeGreaterThan(2);
    expect(log.prunable((spans[0]?.lastHeight ?? 0) - 1)).toEqual([]);
    let from = 0;
    for (const { firstHeight, lastHeight } of spans) {
      expect(firstHeight).toBe(from);
      expect(await pruneSegment(disk, DIRECTORY, firstHeight, strip)).toBeGreaterThan(500);
      expectChain(log, from);
      await log.adoptPruned(firstHeight);
      from = lastHeight + 1;
      expectChain(log, from);
    }
    expect(log.prunable(LAST)).toEqual([]);
    await expect(log.adoptPruned(0)).rejects.toThrow("no segment");
    log.append(LAST + 1, Buffer.from("next"), []);
    await log.close();
    expect(disk.list(DIRECTORY).filter((name) => name.endsWith(".pruned")).length).toBe(spans.length);
    const again = await openOn(disk, LAST + 1);
    expect(Buffer.from(again.read(LAST + 1) ?? "").toString()).toBe("next");
    expect(again.checksum(LAST)?.length).toBe(16);
    // Without their indexes they are read through.
    for (const name of disk.list(DIRECTORY)) if (name.endsWith(".idx")) await disk.remove(`${DIRECTORY}/${name}`);
    await again.close();
    const scanned = await openOn(disk, LAST + 1);
    expect(scanned.find(idOf(3))).toEqual({ height: 3, index: 3 });
    expect(Buffer.from(scanned.read(3) ?? "").toString()).toBe("block 3");
    await scanned.close();
  });

  test("and lost its power on the way is whole or pruned, never neither: every operation, three images each", async () => {
    const sound = await chain();
    let operations = 0;
    for (let failing = 0; failing <= operations; failing += 1) {
      for (let seed = 0; seed < 3; seed += 1) {
        let image: SimulatedDisk | undefined;
        let seen = 0;
        const start = sound.copyWith("", (content) => content);
        const disk = start.withFaults({
          fault() {
            if (seen === failing) image = disk.losePower(seededDraw(failing * 3 + seed));
            seen += 1;
            return undefined;
          },
        });
        const log = await openOn(disk, LAST);
        const [span] = log.prunable(LAST);
        await pruneSegment(disk, DIRECTORY, span?.firstHeight ?? 0, strip);
        await log.adoptPruned(span?.firstHeight ?? 0);
        await log.close();
        operations = Math.max(operations, seen - 1);
        const after = await openOn(image ?? disk.losePower(seededDraw(seed)), LAST);
        const pruned = Buffer.from(after.read(0) ?? "").length < 20;
        expectChain(after, pruned ? (span?.lastHeight ?? 0) + 1 : 0);
        await after.close();
      }
    }
    expect(operations).toBeGreaterThan(5);
  });

  test("of which any byte changes, or that is cut, or follows another, is refused", async () => {
    const disk = await chain();
    const log = await openOn(disk);
    const [, span] = log.prunable(LAST);
    const first = span?.firstHeight ?? 0;
    await pruneSegment(disk, DIRECTORY, first, strip);
    await log.adoptPruned(first);
    await log.close();
    const path = `${DIRECTORY}/${String(first).padStart(16, "0")}.pruned`;
    await disk.remove(`${path}.idx`);
    const refusal = async (change: (content: Buffer) => Buffer) => {
      try {
        await (await openOn(disk.copyWith(path, change))).close();
        return undefined;
      } catch (error) {
        return error;
      }
    };
    const { length } = disk.content(path);
    for (let at = 0; at < length; at += 1) {
      const flip = (content: Buffer) => {
        content[at] = (content[at] ?? 0) ^ 4;
        return content;
      };
      expect(await refusal(flip), `byte ${at}`).toBeInstanceOf(StorageError);
      expect(await refusal((content) => content.subarray(0, at)), `cut to ${at}`).toBeInstanceOf(StorageError);
    }
  });

  test("was damaged before: it stays as it was, and the message says where", async () => {
    const disk = (await chain()).copyWith(`${DIRECTORY}/${"0".repeat(16)}.log`, (content) => {
      content[300] = (content[300] ?? 0) ^ 1;
      return content;
    });
    await expect(pruneSegment(disk, DIRECTORY, 0, strip)).rejects.toThrow(/0000.log at byte \d+ is damaged and was not pruned/);
    expect(disk.list(DIRECTORY).filter((name) => name.endsWith(".pruned"))).toEqual([]);
  });
});
