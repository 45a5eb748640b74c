import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decodeBlockRecord, encodeBlockRecord, encodeGenesis, decodeGenesis, type SnapshotErrorCode } from "@sycee/ledger";
import { exportSnapshot, importSnapshot } from "@sycee/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { uniformInt, xoroshiro128plus } from "../money/random.ts";
import { entriesOf, forge, type SnapshotParts, takeApart, withEntries } from "./forge-snapshot.ts";
import { beginChain } from "./stored-chain.ts";
import { randomPayments, storedEconomyGenesis, temporaryDirectory } from "./stored-economy.ts";

const SEED = Number(process.env["SYCEE_SNAPSHOT_SEED"] ?? 1);
const place = temporaryDirectory();
const honest = join(place.path, "honest.snapshot");
const target = join(place.path, "target");
afterAll(place.remove);

beforeAll(async () => {
  const directory = join(place.path, "source");
  const random = xoroshiro128plus(SEED);
  const chain = await beginChain(directory, storedEconomyGenesis());
  for (let block = 0; block < 10; block += 1) {
    chain.timeMs += 20_000;
    await chain.block(randomPayments(chain, random, 4));
  }
  await chain.close();
  await exportSnapshot({ dataDirectory: directory, output: honest });
});

async function refusal(file: string, trust?: Uint8Array): Promise<string | undefined> {
  const before = readdirSync(place.path);
  const outcome = await importSnapshot({ file, dataDirectory: target, trust }).then(
    () => undefined,
    (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : String(error)),
  );
  expect(readdirSync(place.path)).toEqual(before);
  return outcome;
}

const FORGERIES: readonly [what: string, code: SnapshotErrorCode, change: (parts: SnapshotParts) => SnapshotParts][] = [
  ["an entry is left out", "snapshot_wrong_state", (parts) => withEntries(parts, entriesOf(parts).toSpliced(17, 1))],
  [
    "an entry is added",
    "snapshot_wrong_state",
    (parts) => {
      const entries = entriesOf(parts);
      const last = entries.at(-1) ?? entries[0];
      if (last === undefined) throw new Error("a state has entries");
      return withEntries(parts, [...entries, { key: Buffer.concat([last.key, Buffer.of(0)]), value: last.value }]);
    },
  ],
  [
    "an entry has the value of another key",
    "snapshot_wrong_state",
    (parts) => {
      const entries = entriesOf(parts);
      const other = entries.find(({ value }) => !Buffer.from(value).equals(entries[20]?.value ?? Buffer.alloc(0)));
      return withEntries(
        parts,
        entries.map((entry, index) => (index === 20 && other !== undefined ? { key: entry.key, value: other.value } : entry)),
      );
    },
  ],
  [
    "two entries have each other's values",
    "snapshot_wrong_state",
    (parts) => {
      const entries = entriesOf(parts);
      const [one, two] = [entries[3], entries.find(({ value }) => value.length !== entries[3]?.value.length)];
      if (one === undefined || two === undefined) throw new Error("a state has entries of several lengths");
      const swapped = entries.map((entry) =>
        entry === one ? { ...one, value: two.value } : entry === two ? { ...two, value: one.value } : entry,
      );
      return withEntries(parts, swapped);
    },
  ],
  ["it has no entries", "snapshot_wrong_state", (parts) => withEntries(parts, [])],
  [
    "two chunks of entries change places",
    "snapshot_damaged",
    (parts) => {
      const split = withEntries(parts, entriesOf(parts), 10);
      const first = split.chunks.findIndex(({ kind }) => kind === "entries");
      const [one, two] = [split.chunks[first], split.chunks[first + 1]];
      if (one === undefined || two === undefined) throw new Error("a state has several chunks");
      return { ...split, chunks: split.chunks.toSpliced(first, 2, two, one) };
    },
  ],
  [
    "an entry comes twice",
    "snapshot_damaged",
    (parts) =>
      withEntries(
        parts,
        entriesOf(parts).flatMap((entry, index) => (index === 5 ? [entry, entry] : [entry])),
      ),
  ],
  [
    "an entry stands where the commitment keeps its nodes",
    "snapshot_damaged",
    (parts) => withEntries(parts, [...entriesOf(parts), { key: Uint8Array.of(0x10, 0), value: Uint8Array.of(1) }]),
  ],
  [
    "a count is not that of its chunk",
    "snapshot_damaged",
    (parts) => changeChunk(parts, "entries", (chunk) => ({ ...chunk, count: chunk.count - 1 })),
  ],
  ["its first block is left out", "snapshot_wrong_blocks", (parts) => ({ ...parts, chunks: parts.chunks.toSpliced(1, 1) })],
  ["its last block is left out", "snapshot_wrong_blocks", (parts) => ({ ...parts, chunks: parts.chunks.toSpliced(lastBlock(parts), 1) })],
  [
    "it begins with its last block, and says that nothing is before it in the window",
    "snapshot_wrong_blocks",
    (parts) => {
      const at = lastBlock(parts);
      const before = decodeBlockRecord(parts.chunks[at - 1]?.payload ?? new Uint8Array());
      return { about: { ...parts.about, boundary: before.header }, chunks: parts.chunks.toSpliced(1, at - 1) };
    },
  ],
  [
    "two blocks change places",
    "snapshot_wrong_blocks",
    (parts) => ({ ...parts, chunks: parts.chunks.toSpliced(2, 2, ...parts.chunks.slice(2, 4).reverse()) }),
  ],
  [
    "a transaction is left out of a block",
    "snapshot_wrong_blocks",
    (parts) => changeBlock(parts, (record) => ({ ...record, entries: record.entries.slice(1), results: record.results.slice(1) })),
  ],
  [
    "a result is another's",
    "snapshot_wrong_blocks",
    (parts) => changeBlock(parts, (record) => ({ ...record, results: record.results.toReversed() })),
  ],
  [
    "a block has writes of its own",
    "snapshot_wrong_blocks",
    (parts) => changeBlock(parts, (record) => ({ ...record, writes: [{ key: Uint8Array.of(1), value: Uint8Array.of(2) }] })),
  ],
  [
    "its genesis is another's",
    "snapshot_wrong_chain",
    (parts) =>
      changeChunk(parts, "genesis", (chunk) => {
        const genesis = decodeGenesis(chunk.payload);
        return { ...chunk, payload: encodeGenesis({ ...genesis, timeMs: genesis.timeMs + 1n }) };
      }),
  ],
  [
    "its header has another state root",
    "snapshot_wrong_blocks",
    (parts) => ({ ...parts, about: { ...parts.about, header: { ...parts.about.header, stateRoot: Buffer.alloc(32, 7) } } }),
  ],
  [
    "a block is no block",
    "snapshot_damaged",
    (parts) => changeChunk(parts, "block", (chunk) => ({ ...chunk, payload: chunk.payload.subarray(1) })),
  ],
  ["blocks come after entries", "snapshot_damaged", (parts) => ({ ...parts, chunks: [...parts.chunks, ...parts.chunks.slice(1, 2)] })],
  ["it lacks its genesis", "snapshot_damaged", (parts) => ({ ...parts, chunks: parts.chunks.slice(1) })],
];

function changeChunk(
  parts: SnapshotParts,
  kind: string,
  change: (chunk: SnapshotParts["chunks"][number]) => SnapshotParts["chunks"][number],
): SnapshotParts {
  const at = parts.chunks.findIndex((chunk) => chunk.kind === kind);
  return { ...parts, chunks: parts.chunks.map((chunk, index) => (index === at ? change(chunk) : chunk)) };
}

function changeBlock(
  parts: SnapshotParts,
  change: (record: ReturnType<typeof decodeBlockRecord>) => ReturnType<typeof decodeBlockRecord>,
): SnapshotParts {
  return changeChunk(parts, "block", (chunk) => ({ ...chunk, payload: encodeBlockRecord(change(decodeBlockRecord(chunk.payload))) }));
}

function lastBlock({ chunks }: SnapshotParts): number {
  return chunks.findLastIndex(({ kind }) => kind === "block");
}

describe("a snapshot whose every checksum is right is refused, and nothing is left behind, when", () => {
  for (const [what, code, change] of FORGERIES) {
    test(what, async () => {
      const forged = join(place.path, "forged.snapshot");
      forge(forged, change(takeApart(honest)));
      expect(await refusal(forged)).toBe(code);
    });
  }
});

describe("a snapshot is refused, and nothing is left behind,", () => {
  test(`with any byte changed (seed ${SEED})`, async () => {
    const bytes = readFileSync(honest);
    const random = xoroshiro128plus(SEED);
    const file = join(place.path, "changed.snapshot");
    const ends = Array.from({ length: 48 }, (_, index) => bytes.length - 1 - index);
    const places = [
      ...Array.from({ length: 16 }, (_, index) => index),
      ...ends,
      ...Array.from({ length: 60 }, () => uniformInt(random, 16, bytes.length - 1)),
    ];
    for (const at of places) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ uniformInt(random, 1, 255);
      writeFileSync(file, changed);
      expect(await refusal(file), `byte ${at}`).toMatch(/^snapshot_(damaged|truncated|version|unreadable)$/);
    }
  });

  test("cut off anywhere, or with something behind it", async () => {
    const bytes = readFileSync(honest);
    const file = join(place.path, "cut.snapshot");
    for (const length of [0, 15, 16, 63, 64, 1_000, bytes.length >> 1, bytes.length - 49, bytes.length - 48, bytes.length - 1]) {
      writeFileSync(file, bytes.subarray(0, length));
      expect(await refusal(file), `${length} bytes`).toMatch(length < 16 ? "snapshot_unreadable" : "snapshot_truncated");
    }
    writeFileSync(file, Buffer.concat([bytes, Buffer.of(0)]));
    expect(await refusal(file)).toBe("snapshot_truncated");
    expect(await refusal(join(place.path, "missing.snapshot"))).toBe("snapshot_unreadable");
  });

  test("of another version, or with a header other than the one trusted", async () => {
    const bytes = readFileSync(honest);
    bytes.writeUInt32LE(2, 8);
    const file = join(place.path, "version.snapshot");
    writeFileSync(file, bytes);
    expect(await refusal(file)).toBe("snapshot_version");
    expect(await refusal(honest, new Uint8Array(32))).toBe("snapshot_untrusted");
  });

  test("where something is already, which stays as it is", async () => {
    const taken = join(place.path, "source");
    const before = readdirSync(taken, { recursive: true });
    await expect(importSnapshot({ file: honest, dataDirectory: taken })).rejects.toMatchObject({ code: "snapshot_target" });
    expect(readdirSync(taken, { recursive: true })).toEqual(before);
    await expect(exportSnapshot({ dataDirectory: taken, output: honest })).rejects.toMatchObject({ code: "snapshot_target" });
    await expect(exportSnapshot({ dataDirectory: taken, height: 11n, output: `${honest}2` })).rejects.toMatchObject({
      code: "snapshot_unavailable",
    });
    expect(existsSync(`${honest}2`)).toBe(false);
  });
});
