import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BlockRecord, LedgerStore, StateEntry } from "@sycee/ledger";
import { buildStorage, type StorageBuilder } from "@sycee/storage";
import { StateOverlay } from "../snapshot/state-overlay.ts";

/** Entries in memory before they go to the disk. */
const MEMORY_ENTRIES = 400_000;

/** The state of a replay, apart from the chain's own: in memory while it is small, then in a temporary directory. */
export class ReplayStore implements LedgerStore {
  readonly #directory: string;
  readonly #disk: StorageBuilder;
  readonly #overlay: StateOverlay;

  private constructor(directory: string, disk: StorageBuilder) {
    this.#directory = directory;
    this.#disk = disk;
    this.#overlay = new StateOverlay(disk);
  }

  static async open(): Promise<ReplayStore> {
    const directory = fs.mkdtempSync(join(tmpdir(), "sycee-replay-"));
    return new ReplayStore(directory, await buildStorage(directory));
  }

  get(key: Uint8Array): Uint8Array | undefined {
    return this.#overlay.get(key);
  }

  scan(prefix: Uint8Array): Iterable<StateEntry> {
    return this.#overlay.scan(prefix);
  }

  /** Takes the writes of an executed block. */
  apply(writes: BlockRecord["writes"]): void {
    this.#overlay.apply(writes);
    if (this.#overlay.size >= MEMORY_ENTRIES) this.#disk.put(this.#overlay.take());
  }

  /** Takes entries of a whole state, in ascending order. */
  put(entries: readonly { readonly key: Uint8Array; readonly value: Uint8Array | undefined }[]): void {
    this.#disk.put(entries);
  }

  async close(): Promise<void> {
    await this.#disk.abandon();
    fs.rmSync(this.#directory, { recursive: true, force: true });
  }
}
