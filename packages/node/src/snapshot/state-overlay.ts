import { type BlockRecord, expandWrites, type LedgerStore, type StateEntry } from "@sycee/ledger";
import { compareBytes } from "@sycee/protocol/core";

/** First bytes of the keys of state. */
const FIRST_STATE_KIND = 0x01;
const LAST_STATE_KIND = 0x0f;

type Write = BlockRecord["writes"][number];

/** Writes in memory above a store that is only read. */
export class StateOverlay implements LedgerStore {
  readonly #below: LedgerStore;
  #writes = new Map<string, Uint8Array | undefined>();

  constructor(below: LedgerStore) {
    this.#below = below;
  }

  get size(): number {
    return this.#writes.size;
  }

  get(key: Uint8Array): Uint8Array | undefined {
    const text = textOf(key);
    const written = this.#writes.get(text);
    return written !== undefined || this.#writes.has(text) ? written : this.#below.get(key);
  }

  /** Takes a block's writes, as its record or its execution gives them. */
  apply(writes: readonly Write[]): void {
    for (const { key, value } of expandWrites(this, writes)) this.#writes.set(textOf(key), value);
  }

  /** What was written, ascending by key; forgotten here. */
  take(): Write[] {
    const writes = this.#sorted("");
    this.#writes = new Map();
    return writes;
  }

  *scan(prefix: Uint8Array): Generator<StateEntry> {
    const writes = this.#sorted(textOf(prefix));
    let next = 0;
    for (const entry of this.#below.scan(prefix)) {
      let write = writes[next];
      while (write !== undefined && compareBytes(write.key, entry.key) < 0) {
        if (write.value !== undefined) yield { key: write.key, value: write.value };
        next += 1;
        write = writes[next];
      }
      if (write === undefined || compareBytes(write.key, entry.key) !== 0) yield entry;
    }
    for (const { key, value } of writes.slice(next)) if (value !== undefined) yield { key, value };
  }

  /** All entries of state, the commitment's nodes left out, ascending by key. */
  *entries(): Generator<StateEntry> {
    for (let kind = FIRST_STATE_KIND; kind <= LAST_STATE_KIND; kind += 1) yield* this.scan(Uint8Array.of(kind));
  }

  #sorted(prefix: string): Write[] {
    const keys = [...this.#writes.keys()].filter((key) => key.startsWith(prefix)).sort();
    return keys.map((text) => ({ key: Buffer.from(text, "latin1"), value: this.#writes.get(text) }));
  }
}

// One character a byte: the order of such strings is that of the bytes.
function textOf(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString("latin1");
}
