import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EntryChunkWriter } from "@sycee/ledger";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { snapshotEntry } from "./snapshot-entry.ts";
import { SnapshotWriter } from "./snapshot-writer.ts";

const ENTRIES = 500;
const directory = mkdtempSync(join(tmpdir(), "sycee-snapshot-entry-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Keys have even numbers, so that there are some between them. */
const key = (number: number): Uint8Array => Uint8Array.of(0x01, number >> 8, number & 0xff);
const value = (number: number): Uint8Array => Uint8Array.of(number & 0xff, number >> 8, 7);

/** A snapshot with these entries in chunks of about so many bytes. */
async function write(name: string, numbers: readonly number[], bytes: number): Promise<string> {
  const path = join(directory, name);
  const writer = new SnapshotWriter(path);
  writer.add("genesis", new Uint8Array(3));
  writer.add("block", new Uint8Array(3));
  const chunks = new EntryChunkWriter(bytes);
  for (const number of numbers) {
    const chunk = chunks.add({ key: key(number), value: value(number) });
    if (chunk !== undefined) writer.add("entries", chunk.payload, chunk.count);
  }
  const last = chunks.take();
  if (last !== undefined) writer.add("entries", last.payload, last.count);
  const hash = new Uint8Array(32);
  const header = {
    chainId: hash,
    height: 0n,
    timeMs: 1n,
    parentHash: hash,
    transactionsRoot: hash,
    receiptsRoot: hash,
    stateRoot: hash,
    historyPeaks: [],
    transactionCount: 1,
  };
  await writer.finish({ header, boundary: undefined });
  return path;
}

describe("an entry of a snapshot", () => {
  const numbers = Array.from({ length: ENTRIES }, (_, index) => 2 * index + 2);
  let paths: readonly string[] = [];
  beforeAll(async () => {
    paths = [await write("many", numbers, 60), await write("few", numbers, 2_000), await write("one", numbers, 1_000_000)];
  });

  test("is found in whichever chunk it is, at the ends of chunks too", () => {
    for (const path of paths) {
      for (const number of numbers) expect(snapshotEntry(path, key(number))).toEqual(Buffer.from(value(number)));
    }
  });

  test("that is not there is not found, before, between and behind the others", () => {
    for (const path of paths) {
      for (const number of [0, 1, 3, 255, 257, 2 * ENTRIES + 1, 2 * ENTRIES + 2]) expect(snapshotEntry(path, key(number))).toBeUndefined();
    }
  });

  test("is in no snapshot of an empty state", async () => {
    expect(snapshotEntry(await write("none", [], 60), key(2))).toBeUndefined();
  });
});
