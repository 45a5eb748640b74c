import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Fault, SimulatedDisk, seededDraw, StorageError } from "@sycee/storage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LedgerRun } from "./ledger-run.ts";
import { scaleOf, tell } from "./scale.ts";

const { seed, count, timeoutMs } = scaleOf(20_261_124, 12);
const LAST = 24;
const FAULTS = ["EIO", "ENOSPC", "short"] as const;

let directory = "";
beforeAll(() => {
  directory = fs.mkdtempSync(join(tmpdir(), "sycee-errors-"));
});
afterAll(() => fs.rmSync(directory, { recursive: true, force: true }));

/** A run on a disk of which one operation fails: what was acknowledged, and how it ended. */
async function runWith(
  run: LedgerRun,
  work: string,
  fault: (operation: number, kind: "write" | "sync" | "directory") => Fault,
): Promise<{ readonly disk: SimulatedDisk; readonly acknowledged: number; readonly failure: unknown }> {
  fs.rmSync(work, { recursive: true, force: true });
  let failed = false;
  let acknowledged = -1;
  const disk = new SimulatedDisk({
    fault(operation, kind) {
      const answer = fault(operation, kind);
      if (answer === "EIO" || answer === "ENOSPC") failed = true;
      return answer;
    },
  });
  let failure: unknown;
  try {
    const open = await run.open(work, { files: disk });
    acknowledged = 0;
    try {
      while (open.height < LAST) {
        const height = open.height + 1;
        await open.next();
        expect(open.difference()).toBeUndefined();
        acknowledged = height;
      }
    } catch (error) {
      // Once failed, nothing is acknowledged any more, whatever the disk does now.
      expect(failed).toBe(true);
      await expect(open.storage.sync()).rejects.toBeInstanceOf(StorageError);
      await open.storage.close().catch((closing: unknown) => expect(closing).toBeInstanceOf(StorageError));
      throw error;
    }
    await open.storage.close();
  } catch (error) {
    failure = error;
  }
  return { disk, acknowledged, failure };
}

describe(`disk errors (seed ${seed}, ${count} of them at most)`, () => {
  it("at every write, sync and name: no acknowledgement, a clean stop that says what to do, recovery", {
    timeout: timeoutMs(6_000),
  }, async () => {
    const run = new LedgerRun();
    const work = join(directory, "work");
    const sound = await runWith(run, work, () => undefined);
    expect([sound.failure, sound.acknowledged]).toEqual([undefined, LAST]);
    const { operations } = sound.disk;
    const all = FAULTS.flatMap((fault) => Array.from({ length: operations }, (_, operation) => ({ fault, operation })));
    const draw = seededDraw(seed);
    const chosen =
      count >= all.length ? all : Array.from({ length: count }, (_, index) => ({ fault: FAULTS[index % 3], operation: draw(operations) }));
    let stopped = 0;
    for (const { fault, operation } of chosen) {
      const name = `${fault} at operation ${operation}`;
      const { disk, acknowledged, failure } = await runWith(run, work, (number, kind) =>
        number === operation && (fault !== "short" || kind === "write") ? fault : undefined,
      );
      if (fault === "short") expect([failure, acknowledged], name).toEqual([undefined, LAST]);
      if (failure !== undefined) {
        stopped += 1;
        // While it opens, the system's own error; afterwards what it means and what to do.
        expect(String(failure), name).toMatch(
          /EIO: simulated$|ENOSPC: simulated$|(EIO|ENOSPC): simulated.*stop the node and start it again/,
        );
      }
      const again = await run.open(work, { files: disk.moved((path) => path) });
      expect(again.height, name).toBeGreaterThanOrEqual(acknowledged);
      expect(again.difference(), name).toBeUndefined();
      if (again.height < LAST) await again.next();
      expect(again.difference(), `${name}, one block on`).toBeUndefined();
      await again.storage.close();
    }
    expect(stopped).toBeGreaterThan(chosen.length / 3);
    tell(
      `disk errors: seed ${seed}, ${chosen.length} of ${all.length} (${operations} operations), ${stopped} stopped cleanly, all recovered`,
    );
  });
});
