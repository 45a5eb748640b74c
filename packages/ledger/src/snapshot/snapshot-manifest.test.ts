import type { BlockHeader } from "@sycee/protocol/core";
import { describe, expect, test } from "vitest";
import { decodeManifest, encodeManifest, type SnapshotChunk, type SnapshotManifest } from "./snapshot-manifest.ts";

const hash = new Uint8Array(32);
const header: BlockHeader = {
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
const chunk = (kind: SnapshotChunk["kind"], bytes = 10, count = 1): SnapshotChunk => ({ kind, bytes, count, hash });
const sound: SnapshotManifest = {
  header,
  boundary: undefined,
  entryCount: 5,
  chunks: [chunk("genesis"), chunk("block"), chunk("entries", 10, 2), chunk("entries", 10, 3)],
};

describe("a snapshot's manifest", () => {
  test("is read as it was written", () => {
    expect(decodeManifest(encodeManifest(sound))).toEqual(sound);
  });

  const wrong: readonly (readonly [name: string, change: Partial<SnapshotManifest>])[] = [
    ["a chunk that memory may not hold", { chunks: [...sound.chunks, chunk("entries", 2 ** 30 + 1, 0)] }],
    ["another number of entries than its chunks have", { entryCount: 4 }],
    ["blocks after entries", { chunks: [...sound.chunks, chunk("block")] }],
    ["no block", { chunks: [chunk("genesis")], entryCount: 0 }],
  ];
  for (const [name, change] of wrong) {
    test(`is refused with ${name}`, () => {
      expect(() => decodeManifest(encodeManifest({ ...sound, ...change }))).toThrow(expect.objectContaining({ code: "snapshot_damaged" }));
    });
  }
});
