import type { StateStore, StateWrite } from "@sycee/move-vm";
import { addToRange, type BlockHeader, blockHash, CodedError, compareBytes, peakLevels } from "@sycee/protocol/core";
import { blake2b } from "../hash.ts";

const STORE_KEY = 0x13;

/** What proves a block under the peaks of a later header. */
export interface HistoryPath {
  /** Hashes beside its way up to its mountain's peak, lowest first. */
  readonly siblings: readonly Uint8Array[];
}

/**
 * The hashes of all blocks as a mountain range. A header has its peaks, so that nothing else is needed to go on after it;
 * the nodes below, by which old blocks are proved, are stored under 0x13, their level and their number (u64), and never change.
 */
export class BlockHistory {
  readonly #store: StateStore;
  #count = 0;
  #peaks: readonly Uint8Array[] = [];

  /** Over all blocks up to `head`. */
  constructor(store: StateStore, head: BlockHeader | undefined) {
    this.#store = store;
    if (head === undefined) return;
    this.#count = Number(head.height) + 1;
    this.#peaks = addToRange(head.historyPeaks, this.#count - 1, blockHash(head, blake2b), blake2b);
  }

  /** What the next header says of all blocks before it. */
  get peaks(): readonly Uint8Array[] {
    return this.#peaks;
  }

  /** Whether a header says that of the blocks before it. */
  precedes({ historyPeaks }: BlockHeader): boolean {
    if (historyPeaks.length !== this.#peaks.length) return false;
    return this.#peaks.every((peak, index) => compareBytes(peak, historyPeaks[index] ?? peak.subarray(1)) === 0);
  }

  /** The history with one more block: nodes to be stored, and what makes it so. */
  extend(hash: Uint8Array): { readonly writes: readonly StateWrite[]; commit(): void } {
    const writes: StateWrite[] = [];
    const count = this.#count;
    const peaks = addToRange(this.#peaks, count, hash, blake2b, (level, number, node) => {
      writes.push({ key: nodeKey(level, number), value: node });
    });
    return {
      writes,
      commit: () => {
        if (this.#count !== count) throw new Error("only the block after the last extends the history");
        this.#count += 1;
        this.#peaks = peaks;
      },
    };
  }

  /** Proves block `height` under the header of block `count`. Throws `CodedError` `pruned` when the store does not reach back that far. */
  path(height: number, count: number): HistoryPath {
    return {
      siblings: Array.from({ length: mountainLevel(height, count) }, (_, level) => {
        const number = Math.floor(height / 2 ** level);
        const sibling = number % 2 === 0 ? number + 1 : number - 1;
        const node = this.#store.get(nodeKey(level, sibling));
        if (node === undefined) throw new CodedError("pruned", `The hashes that prove block ${height} are not kept here.`);
        return node;
      }),
    };
  }
}

/**
 * Nodes that a store needs which begins at `head`, without the blocks before it: the peaks in its header and what its own
 * hash adds to them. With these, every later block can be proved, and `head`.
 */
export function historyBeginning(head: BlockHeader): { readonly key: Uint8Array; readonly value: Uint8Array }[] {
  const nodes: { key: Uint8Array; value: Uint8Array }[] = [];
  let before = 0;
  for (const [index, level] of peakLevels(Number(head.height)).entries()) {
    const value = head.historyPeaks[index];
    if (value === undefined) throw new Error("a header has the peaks of its height");
    nodes.push({ key: nodeKey(level, before / 2 ** level), value });
    before += 2 ** level;
  }
  addToRange(head.historyPeaks, before, blockHash(head, blake2b), blake2b, (level, number, value) => {
    nodes.push({ key: nodeKey(level, number), value });
  });
  return nodes;
}

/** Level of the mountain that block `height` is in among `count`. */
function mountainLevel(height: number, count: number): number {
  let end = 0;
  for (const level of peakLevels(count)) {
    end += 2 ** level;
    if (height < end) return level;
  }
  throw new RangeError(`block ${height} is not among the first ${count}`);
}

function nodeKey(level: number, number: number): Uint8Array {
  const key = Buffer.alloc(10);
  key[0] = STORE_KEY;
  key[1] = level;
  key.writeBigUInt64BE(BigInt(number), 2);
  return key;
}
