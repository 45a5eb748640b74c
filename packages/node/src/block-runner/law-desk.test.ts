import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeGenesis, type Ledger } from "@sycee/ledger";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LawDesk } from "./law-desk.ts";
import { type OpenChain, openChain } from "./open-chain.ts";

const GENESIS_MS = 1_767_225_600_000n;

let directory: string;
let chain: OpenChain;
/** Heights at which recounts began. */
let begun: bigint[];
let desk: LawDesk;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "sycee-laws-"));
  chain = await openChain(directory, encodeGenesis({ timeMs: GENESIS_MS, modules: [], programs: [] }));
  begun = [];
  const { ledger } = chain;
  desk = new LawDesk({
    get head() {
      return ledger.head;
    },
    beginRecount(): ReturnType<Ledger["beginRecount"]> {
      const recount = ledger.beginRecount();
      begun.push(recount.height);
      return recount;
    },
  });
});

afterEach(async () => {
  await chain.storage.close();
  await rm(directory, { recursive: true, force: true });
});

/** An empty block. */
function advance(): void {
  const height = (chain.ledger.head?.height ?? 0n) + 1n;
  chain.ledger.executeBlock(height, GENESIS_MS + height * 1_000n, []).commit();
}

const heightOf = async (count: ReturnType<LawDesk["count"]>) => (await count).height;

test("who asks while a recount of the head runs shares it, and it is kept until the next block", async () => {
  const counts = await Promise.all([desk.count(), desk.count(), desk.count()]);
  expect(counts.map(({ height }) => height)).toEqual([0n, 0n, 0n]);
  expect(await heightOf(desk.count())).toBe(0n);
  expect(begun).toEqual([0n]);
});

test("who asks after a block that the running recount is without shares the next one, of a height not before the question", async () => {
  const first = desk.count();
  advance();
  const early = [desk.count(), desk.count()];
  advance();
  const late = [desk.count(), desk.count(), desk.count()];
  expect(await heightOf(first)).toBe(0n);
  for (const count of early) expect(await heightOf(count)).toBe(2n);
  for (const count of late) expect(await heightOf(count)).toBe(2n);
  expect(begun).toEqual([0n, 2n]);
});

test("however many ask, and whenever: one recount runs at a time, and nobody's answer is of a block before their question", async () => {
  const asked: Promise<void>[] = [];
  let running = 0;
  for (let round = 0; round < 200; round++) {
    const head = chain.ledger.head?.height ?? 0n;
    asked.push(
      desk.count().then(({ height }) => {
        expect(height).toBeGreaterThanOrEqual(head);
        running += 1;
      }),
    );
    if (round % 3 === 0) advance();
    if (round % 7 === 0) await new Promise(setImmediate);
  }
  await Promise.all(asked);
  expect(running).toBe(200);
  // At most one for each turn in which recounts can end, and no two of one height.
  expect(begun.length).toBeLessThanOrEqual(32);
  expect(new Set(begun).size).toBe(begun.length);
});
