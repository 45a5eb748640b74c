import { type BlockHeader, blockHash, checkProof, CodedError, ProofError } from "@sycee/protocol/core";
import { describe, expect, test } from "vitest";
import { blake2b } from "../hash.ts";
import { createMemoryStore, type MemoryStore } from "../memory-store.ts";
import { BlockHistory } from "./block-history.ts";

const BLOCKS = 70;

/** Headers of a chain of empty blocks; a ledger is opened anew before each block whose height `reopens`. */
function chainOf(store: MemoryStore, reopens: (height: number) => boolean): BlockHeader[] {
  const headers: BlockHeader[] = [];
  let history = new BlockHistory(store, undefined);
  for (let height = 0; height < BLOCKS; height += 1) {
    if (reopens(height)) history = new BlockHistory(store, headers.at(-1));
    const zero = new Uint8Array(32);
    const header: BlockHeader = {
      chainId: zero,
      height: BigInt(height),
      timeMs: BigInt(height),
      parentHash: zero,
      transactionsRoot: zero,
      receiptsRoot: zero,
      stateRoot: zero,
      historyPeaks: history.peaks,
      transactionCount: 0,
    };
    expect(history.precedes(header)).toBe(true);
    const extension = history.extend(blockHash(header, blake2b));
    store.apply(extension.writes);
    extension.commit();
    headers.push(header);
  }
  return headers;
}

describe("the history of blocks", () => {
  const store = createMemoryStore();
  const headers = chainOf(store, () => false);

  test("proves each earlier block by each later header, and no other", () => {
    for (const header of headers) {
      const count = Number(header.height);
      const history = new BlockHistory(store, header);
      for (let height = 0; height < count; height += 1) {
        const [earlier, other] = [headers[height], headers[(height + 1) % count]];
        if (earlier === undefined || other === undefined) throw new Error("a block has a header");
        const { siblings } = history.path(height, count);
        const { block } = checkProof({ header, past: { header: earlier, siblings }, claims: [] }, header);
        expect(block.header).toBe(earlier);
        if (count > 1) expect(() => checkProof({ header, past: { header: other, siblings }, claims: [] }, header)).toThrow(ProofError);
      }
    }
  });

  test("goes on from the last header alone", () => {
    const again = chainOf(createMemoryStore(), (height) => height % 3 === 1);
    expect(again.map((header) => blockHash(header, blake2b))).toEqual(headers.map((header) => blockHash(header, blake2b)));
  });

  test("says so where the nodes of old blocks are not kept", () => {
    const history = new BlockHistory(createMemoryStore(), headers.at(-1));
    expect(() => history.path(3, BLOCKS - 1)).toThrow(CodedError);
    expect(() => history.path(3, BLOCKS - 1)).toThrow("block 3");
  });

  test("refuses a header that speaks of other blocks", () => {
    const [first, second] = headers;
    if (first === undefined || second === undefined) throw new Error("two blocks");
    expect(new BlockHistory(store, second).precedes(second)).toBe(false);
    expect(new BlockHistory(store, first).precedes({ ...second, historyPeaks: [new Uint8Array(32)] })).toBe(false);
    expect(new BlockHistory(store, first).precedes(second)).toBe(true);
  });

  test("only the next block extends it", () => {
    const history = new BlockHistory(createMemoryStore(), undefined);
    const extension = history.extend(new Uint8Array(32));
    extension.commit();
    expect(() => extension.commit()).toThrow("only the block after the last");
  });
});
