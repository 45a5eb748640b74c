import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeGenesis } from "@sycee/ledger";
import { afterEach, beforeEach, expect, test } from "vitest";
import { entriesOf } from "./block-entries.ts";
import { History } from "./history.ts";
import { openChain } from "./open-chain.ts";
import { TurnoverHistory } from "./turnover-history.ts";

const DAY_MS = 86_400_000;
const BEGAN_MS = Date.UTC(2026, 0, 1);

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "sycee-turnover-"));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

/** Blocks without transactions on these days after the genesis, in a chain that is opened again. */
async function chainWithBlocks(days: readonly number[], name = "chain") {
  const { ledger, storage } = await openChain(
    join(directory, name),
    encodeGenesis({ timeMs: BigInt(BEGAN_MS), modules: [], programs: [] }),
  );
  for (const [index, day] of days.entries()) {
    const height = BigInt(index + 1);
    const block = ledger.executeBlock(height, BigInt(BEGAN_MS + day * DAY_MS), []);
    storage.append(height, block.viewRecord(), entriesOf(block.record), block.writes);
    block.commit();
  }
  await storage.sync();
  await storage.close();
  return await openChain(join(directory, name), undefined);
}

test.each([
  { what: "back to the 30 days that count", days: [2, 5, 20, 45], whole: 15 },
  { what: "back to the genesis of a young chain", days: [2, 5], whole: -25 },
])("the past is read $what, and until then turnover says since when it is counted", async ({ days, whole }) => {
  const { ledger, storage } = await chainWithBlocks(days);
  const head = ledger.head;
  if (head === undefined) throw new Error("the chain has no block");
  const failures: unknown[] = [];
  const turnover = TurnoverHistory.begin(ledger, new History(storage), head, (error) => failures.push(error));
  expect(turnover.sinceMs(head.timeMs)).toBe(head.timeMs);
  await expect.poll(() => turnover.sinceMs(head.timeMs), { timeout: 10_000 }).toBe(BigInt(BEGAN_MS + whole * DAY_MS));
  // A later block's 30 days begin later.
  expect(turnover.sinceMs(head.timeMs + BigInt(DAY_MS))).toBe(BigInt(BEGAN_MS + (whole + 1) * DAY_MS));
  expect(failures).toEqual([]);
  await storage.close();
});

test("where the log does not reach back turnover says since when it is counted, for good", async () => {
  const { ledger, storage } = await chainWithBlocks([2, 5]);
  const short = await chainWithBlocks([], "short");
  const head = ledger.head;
  if (head === undefined) throw new Error("the chain has no block");
  const failures: unknown[] = [];
  const failed = (error: unknown) => failures.push(error);
  const cut = TurnoverHistory.begin(ledger, new History(short.storage), head, failed);
  const whole = TurnoverHistory.begin(ledger, new History(storage), head, failed);
  await expect.poll(() => whole.sinceMs(head.timeMs), { timeout: 10_000 }).toBeLessThan(BigInt(BEGAN_MS));
  expect(cut.sinceMs(head.timeMs)).toBe(head.timeMs);
  expect(failures).toEqual([]);
  await Promise.all([storage.close(), short.storage.close()]);
});
