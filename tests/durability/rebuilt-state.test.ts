import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LedgerRun } from "./ledger-run.ts";

const BLOCKS = 200;
/** Blocks that recovery applies at a time. */
const GROUP = 64;

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sycee-rebuilt-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe("a state that is made again from the log", () => {
  it("goes to the disk on the way, so that memory need not hold all of it", { timeout: 60_000 }, async () => {
    const run = new LedgerRun();
    const chain = await run.open(directory, {});
    for (let block = 0; block < BLOCKS; block += 1) await chain.next();
    expect(chain.difference()).toBeUndefined();
    await chain.storage.close();
    rmSync(join(directory, "state"), { recursive: true });
    // So few entries that each group of blocks is more than may wait.
    const again = await run.open(directory, { checkpointEntries: 2 });
    expect(again.difference()).toBeUndefined();
    expect(Number(again.storage.checkpointHeight ?? -1n)).toBeGreaterThan(BLOCKS - 2 * GROUP);
    await again.storage.close();
  });
});
