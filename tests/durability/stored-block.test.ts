import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStorage, SimulatedDisk, seededDraw, StorageError } from "@sycee/storage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LedgerRun } from "./ledger-run.ts";
import { scaleOf, tell } from "./scale.ts";

const { seed, count, timeoutMs } = scaleOf(20_261_125, 250);
const LAST = 6;
const SEGMENT = "log/0000000000000000.log";

let directory = "";
beforeAll(() => {
  directory = fs.mkdtempSync(join(tmpdir(), "sycee-block-"));
});
afterAll(() => fs.rmSync(directory, { recursive: true, force: true }));

/** Opens a store whose log is this; returns the height it has, or the refusal. */
async function heightOf(work: string, disk: SimulatedDisk): Promise<number | string> {
  try {
    const storage = await openStorage({ directory: work, files: disk });
    const height = Number(storage.lastHeight);
    await storage.close();
    return height;
  } catch (error) {
    expect(error).toBeInstanceOf(StorageError);
    return String(error);
  }
}

describe(`a stored block (seed ${seed}, ${count} changes at most)`, () => {
  it("with any bit changed or any part cut off is detected; only a torn tail repairs itself", { timeout: timeoutMs(400) }, async () => {
    const run = new LedgerRun();
    const work = join(directory, "work");
    const disk = new SimulatedDisk();
    const path = `${work}/${SEGMENT}`;
    const open = await run.open(work, { files: disk, segmentBytes: 10_000_000, checkpointEntries: 1_000_000 });
    const ends: number[] = [disk.content(path).length];
    for (let height = 1; height <= LAST; height += 1) {
      await open.next();
      ends.push(disk.content(path).length);
    }
    const killed = disk.copyWith("", (content) => content);
    await open.storage.close();
    // A node that was killed before its checkpoint knows of its last block from the log alone.
    const bare = join(directory, "bare");
    const unaware = killed.moved((name) => bare + name.slice(work.length));
    const bits = (from = 0, to = 0) =>
      Array.from({ length: (to - from) * 8 }, (_, bit) => ({ at: from + (bit >> 3), mask: 1 << (bit & 7) }));
    const middle = bits(ends[3], ends[4]);
    const last = bits(ends[LAST - 1], ends[LAST]);
    const cuts = Array.from({ length: (ends[LAST] ?? 0) - (ends[LAST - 2] ?? 0) }, (_, less) => (ends[LAST] ?? 0) - less - 1);
    const draw = seededDraw(seed);
    const some = <T>(all: readonly T[]): T[] => all.filter(() => count >= all.length || draw(all.length) < count / 3);
    let changes = 0;
    const flipped = (from: SimulatedDisk, name: string, { at, mask }: { at: number; mask: number }) => {
      changes += 1;
      return from.copyWith(name, (content) => {
        content[at] = (content[at] ?? 0) ^ mask;
        return content;
      });
    };
    for (const bit of some(middle)) {
      const told = new RegExp(`log at byte ${ends[3]}: the frame of block 4 is damaged, and it had been durable. Restore the file`);
      expect(await heightOf(work, flipped(disk, path, bit)), `bit ${JSON.stringify(bit)}`).toMatch(told);
    }
    for (const bit of some(last)) {
      // The checkpoint knows that the last block was durable; without one it is as a write that was interrupted.
      expect(await heightOf(work, flipped(disk, path, bit)), `bit ${JSON.stringify(bit)}`).toMatch(
        /at byte \d+: the frame of block 6 is damaged/,
      );
      fs.rmSync(bare, { recursive: true, force: true });
      expect(await heightOf(bare, flipped(unaware, `${bare}/${SEGMENT}`, bit)), `bit ${JSON.stringify(bit)}`).toBe(LAST - 1);
    }
    for (const length of some(cuts)) {
      changes += 1;
      const cut = (from: SimulatedDisk, name: string) => from.copyWith(name, (content) => content.subarray(0, length));
      expect(await heightOf(work, cut(disk, path)), `cut to ${length}`).toMatch(
        /at byte \d+.*had been durable. Restore|the log has lost durable blocks. Restore/,
      );
      fs.rmSync(bare, { recursive: true, force: true });
      expect(await heightOf(bare, cut(unaware, `${bare}/${SEGMENT}`)), `cut to ${length}`).toBe(
        length < (ends[LAST - 1] ?? 0) ? LAST - 2 : LAST - 1,
      );
    }
    const open2 = await run.open(work, { files: disk });
    expect([open2.height, open2.difference()]).toEqual([LAST, undefined]);
    await open2.storage.close();
    tell(
      `stored block: seed ${seed}, ${changes} changed bits and cuts of blocks of ${(ends[4] ?? 0) - (ends[3] ?? 0)} bytes, all detected`,
    );
  });
});
