import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BlockRecord, decodeBlockRecord, encodeBlockRecord } from "@sycee/ledger";
import { exportSnapshot, importSnapshot, verifyChain } from "@sycee/node";
import { openStorage, restoreCheckpoint } from "@sycee/storage";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { xoroshiro128plus } from "../money/random.ts";
import { beginChain } from "./stored-chain.ts";
import { randomPayments, storedEconomyGenesis, temporaryDirectory } from "./stored-economy.ts";

const BLOCKS = 12;
const CHANGED = 9n;
// Each test starts threads that run the machine.
vi.setConfig({ testTimeout: 120_000 });
const place = temporaryDirectory();
const honest = join(place.path, "honest");
afterAll(place.remove);

beforeAll(async () => {
  const random = xoroshiro128plus(7);
  const chain = await beginChain(honest, storedEconomyGenesis());
  for (let block = 0; block < BLOCKS; block += 1) {
    const entries = randomPayments(chain, random, 20);
    // Some that verify nowhere: a signature changed, bytes cut off.
    const [first] = entries;
    if (first !== undefined) entries.push(first.with(-1, (first.at(-1) ?? 0) ^ 1), first.subarray(0, 40));
    await chain.block(entries);
  }
  await chain.close();
});

/** A copy of the honest log in which one record is another; the log's own checksums are right. */
async function chainWith(name: string, change: (record: BlockRecord) => BlockRecord): Promise<string> {
  const directory = join(place.path, name);
  const [from, to] = [await openStorage({ directory: honest }), await openStorage({ directory })];
  for (const { height, record } of from.records(0n)) {
    const decoded = decodeBlockRecord(record);
    to.append(height, height === CHANGED ? encodeBlockRecord(change(decoded)) : record, [], []);
  }
  await to.sync();
  await Promise.all([from.close(), to.close()]);
  return directory;
}

describe("verifying", () => {
  test("comes to the same with other threads and without, signatures that fit nothing included", async () => {
    const alone = await verifyChain(honest, { threads: 0 });
    expect(alone).toMatchObject({ holds: true, blocks: BigInt(BLOCKS + 1), transactions: 1 + BLOCKS * 22, mismatch: undefined });
    expect(await verifyChain(honest, { threads: 2 })).toEqual(alone);
  });

  test("begins after a snapshot, and by itself where the log cannot begin at the first block", async () => {
    const file = join(place.path, "at-7.snapshot");
    await exportSnapshot({ dataDirectory: honest, height: 7n, output: file });
    const whole = await verifyChain(honest);
    const report = await verifyChain(honest, { snapshot: file });
    expect(report).toMatchObject({ holds: true, firstHeight: 8n, blocks: BigInt(BLOCKS - 7), headHash: whole.headHash, laws: whole.laws });
    const copy = join(place.path, "copy");
    await importSnapshot({ file, dataDirectory: copy });
    expect(await verifyChain(copy)).toMatchObject({ holds: true, firstHeight: 8n, blocks: 0n, height: 7n });
    const other = join(place.path, "other");
    await (await beginChain(other, storedEconomyGenesis("two"))).close();
    await expect(verifyChain(other, { snapshot: file })).rejects.toThrow("of a block 7 that the log does not have");
  });

  const changes: readonly (readonly [
    name: string,
    what: string | RegExp,
    hasTransaction: boolean,
    change: (record: BlockRecord) => BlockRecord,
  ])[] = [
    [
      "a result",
      "result 2",
      true,
      (record) => ({
        ...record,
        results: record.results.map((result, index) =>
          index === 2 && result.kind === "receipt"
            ? { kind: "receipt", receipt: { ...result.receipt, gasUsed: result.receipt.gasUsed + 1n } }
            : result,
        ),
      }),
    ],
    [
      "a signature, so that the transaction was never in the block",
      "result 0",
      true,
      (record) => ({ ...record, entries: [changed(record.entries[0]), ...record.entries.slice(1)] }),
    ],
    ["the state root", "stateRoot", false, (record) => ({ ...record, header: { ...record.header, stateRoot: new Uint8Array(32) } })],
    [
      "what the blocks before it are",
      "historyPeaks",
      false,
      (record) => ({ ...record, header: { ...record.header, historyPeaks: record.header.historyPeaks.toReversed() } }),
    ],
    [
      "a write",
      /^write \d+$/,
      false,
      (record) => ({
        ...record,
        writes: record.writes.with(0, { key: record.writes[0]?.key ?? new Uint8Array(), value: Uint8Array.of(1) }),
      }),
    ],
    ["the number of writes", /^write \d+$/, false, (record) => ({ ...record, writes: record.writes.slice(1) })],
  ];

  for (const [index, [name, what, hasTransaction, change]] of changes.entries()) {
    test(`names the block, the file and the byte where a log first differs, when it differs by ${name}`, async () => {
      const directory = await chainWith(`changed-${index}`, change);
      const { holds, height, mismatch } = await verifyChain(directory, { threads: index % 2 });
      expect({ holds, height }).toEqual({ holds: false, height: CHANGED - 1n });
      expect(mismatch).toMatchObject({ height: CHANGED, in: "log", what: typeof what === "string" ? what : expect.stringMatching(what) });
      expect(mismatch?.place?.path).toContain(join(directory, "log"));
      expect(mismatch?.place?.offset).toBeGreaterThan(0);
      expect(mismatch?.transaction !== undefined).toBe(hasTransaction);
      if (name === "a result") expect(mismatch?.transaction?.id).toMatch(/^0x[0-9a-f]{64}$/);
    });
  }

  test("compares the checkpoint also where it is of a block that is not executed", async () => {
    const file = join(place.path, "at-5.snapshot");
    await exportSnapshot({ dataDirectory: honest, height: 5n, output: file });
    const directory = join(place.path, "imported");
    await importSnapshot({ file, dataDirectory: directory });
    expect(await verifyChain(directory)).toMatchObject({ holds: true, blocks: 0n });
    await restoreCheckpoint(directory, 5n, (put) => put([{ key: Uint8Array.of(1, 2), value: Uint8Array.of(3) }]));
    expect(await verifyChain(directory)).toMatchObject({ holds: false, mismatch: { height: 5n, in: "checkpoint" } });
  });

  test("tells of a checkpoint that could not be compared, for it was damaged", async () => {
    const directory = join(place.path, "set-aside");
    cpSync(honest, directory, { recursive: true });
    const path = join(directory, "state", "data.mdb");
    const bytes = readFileSync(path);
    bytes.fill(0xff, 8_192, 12_288);
    writeFileSync(path, bytes);
    const report = await verifyChain(directory);
    expect(report).toMatchObject({ holds: true, notices: [expect.stringMatching(/is damaged .*set aside/)] });
  });

  test("says which file is damaged where it cannot be read", async () => {
    const directory = join(place.path, "damaged");
    cpSync(honest, directory, { recursive: true });
    const name = readdirSync(join(directory, "log")).find((each) => each.endsWith(".log")) ?? "";
    const bytes = readFileSync(join(directory, "log", name));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(join(directory, "log", name), bytes);
    await expect(verifyChain(directory)).rejects.toThrow(name);
  });
});

function changed(entry: Uint8Array | undefined): Uint8Array {
  if (entry === undefined) throw new Error("the block has entries");
  return entry.with(-1, (entry.at(-1) ?? 0) ^ 1);
}
