import { RootBuilder, type StateEntry } from "@sycee/ledger";

type Writes = readonly { readonly key: Uint8Array; readonly value: Uint8Array | undefined }[];

const BATCH_BYTES = 16 * 1024 * 1024;

/** Puts a whole state, entry by entry in ascending order, into a store that is being built, and the commitment over it. */
export class StateLoader {
  readonly #storage: { put(writes: Writes): void };
  readonly #root: RootBuilder;
  #batch: StateEntry[] = [];
  #batchBytes = 0;
  #count = 0;

  constructor(storage: { put(writes: Writes): void }) {
    this.#storage = storage;
    this.#root = new RootBuilder((key, value) => this.#put({ key, value }));
  }

  /** Entries added so far. */
  get count(): number {
    return this.#count;
  }

  add(entry: StateEntry): void {
    this.#root.add(entry.key, entry.value);
    this.#count += 1;
    this.#put(entry);
  }

  /** Puts the rest; returns the root. */
  finish(): Uint8Array {
    const root = this.#root.finish();
    this.#flush();
    return root;
  }

  #put(entry: StateEntry): void {
    this.#batch.push(entry);
    this.#batchBytes += entry.key.length + entry.value.length;
    if (this.#batchBytes >= BATCH_BYTES) this.#flush();
  }

  #flush(): void {
    this.#storage.put(this.#batch);
    this.#batch = [];
    this.#batchBytes = 0;
  }
}
