import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SnapshotKeeper } from "./snapshot-keeper.ts";

const program = process.execPath;
let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sycee-keeper-"));
});
afterEach(() => {
  process.execPath = program;
  rmSync(directory, { recursive: true, force: true });
});

describe("a snapshot for which there is no process", () => {
  // Node tells of the one by an event, of the other by an exception.
  for (const path of ["/nowhere/to/be/found", "not\0a path"]) {
    test(`is told of, and tried again at its time: ${JSON.stringify(path)}`, async () => {
      const reasons: string[] = [];
      const keeper = new SnapshotKeeper(directory, { everyBlocks: 2, keep: 1 }, (reason) => reasons.push(reason));
      process.execPath = path;
      for (const [round, height] of [2n, 4n, 6n].entries()) {
        keeper.block(height);
        await expect.poll(() => reasons.length).toBe(round + 1);
      }
      keeper.block(7n);
      await keeper.close();
      expect(reasons.length).toBe(3);
    });
  }

  test("is told of when the system ends its process, and not when the node does", async () => {
    const reasons: string[] = [];
    const keeper = new SnapshotKeeper(directory, { everyBlocks: 1, keep: 1 }, (reason) => reasons.push(reason));
    process.execPath = join(directory, "program");
    writeFileSync(process.execPath, "#!/bin/sh\nkill -KILL $$\n", { mode: 0o700 });
    keeper.block(1n);
    await expect.poll(() => reasons).toEqual(["its process was ended by SIGKILL"]);
    writeFileSync(process.execPath, "#!/bin/sh\nexec sleep 20\n", { mode: 0o700 });
    keeper.block(2n);
    await keeper.close();
    expect(reasons.length).toBe(1);
  });
});
