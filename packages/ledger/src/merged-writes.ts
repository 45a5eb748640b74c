import type { StateStore, StateWrite } from "@sycee/move-vm";
import { compareBytes } from "@sycee/protocol/core";
import { asBuffer } from "./hash.ts";
import { expandWrites } from "./recorded-writes.ts";

/** The writes of several blocks, one after another, as those of one: of each key the last. */
export class MergedWrites implements StateStore {
  readonly #store: StateStore;
  readonly #writes = new Map<string, StateWrite>();

  /** Above a store as of the block before the first. */
  constructor(store: StateStore) {
    this.#store = store;
  }

  get(key: Uint8Array): Uint8Array | undefined {
    const write = this.#writes.get(textOf(key));
    return write === undefined ? this.#store.get(key) : write.value;
  }

  /** Takes the next block's writes, as its record has them. */
  add(writes: readonly StateWrite[]): void {
    for (const { key, value } of expandWrites(this, writes)) this.#writes.set(textOf(key), { key, value });
  }

  /** All of them, sorted by key. */
  sorted(): StateWrite[] {
    return [...this.#writes.values()].sort((left, right) => compareBytes(left.key, right.key));
  }
}

function textOf(key: Uint8Array): string {
  return asBuffer(key).toString("latin1");
}
