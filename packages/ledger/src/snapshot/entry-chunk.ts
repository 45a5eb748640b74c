import { BcsError, BcsReader, BcsWriter } from "@sycee/bcs";
import { compareBytes } from "@sycee/protocol/core";
import { COLLECTION_BYTES, PAGE_KEY_BYTES } from "../commitment/page-tree-format.ts";
import { SnapshotError } from "./snapshot-error.ts";

/** An entry of state. */
export interface StateEntry {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

/** Kinds of keys that are state, by their first byte. */
const FIRST_STATE_KIND = 0x01;
const LAST_STATE_KIND = 0x0f;
const PAGE_KIND = 0x06;
/** Longest key of state. */
const MAX_KEY_BYTES = 450;

/** Gathers entries into chunks of about `bytes`. */
export class EntryChunkWriter {
  readonly #bytes: number;
  #writer: BcsWriter;
  #size = 0;
  #count = 0;

  constructor(bytes: number) {
    this.#bytes = bytes;
    this.#writer = new BcsWriter(bytes + 4096);
  }

  /** Takes an entry; returns a chunk when one is full. */
  add({ key, value }: StateEntry): { readonly payload: Uint8Array; readonly count: number } | undefined {
    this.#writer.byteVector(key).byteVector(value);
    this.#size += key.length + value.length;
    this.#count += 1;
    return this.#size >= this.#bytes ? this.take() : undefined;
  }

  /** What has been gathered; `undefined` when that is nothing. */
  take(): { readonly payload: Uint8Array; readonly count: number } | undefined {
    if (this.#count === 0) return undefined;
    const chunk = { payload: this.#writer.toBytes(), count: this.#count };
    this.#writer.clear();
    this.#size = 0;
    this.#count = 0;
    return chunk;
  }
}

/** Reads chunks of entries, one after another, and holds them to ascending keys of state. */
export class EntryChunkReader {
  #last: Uint8Array = new Uint8Array(0);

  /** Throws {@link SnapshotError}. The entries are views of `payload`. */
  read(index: number, payload: Uint8Array, count: number): StateEntry[] {
    const entries: StateEntry[] = [];
    try {
      const reader = new BcsReader(payload);
      for (let entry = 0; entry < count; entry += 1) {
        const key = reader.byteVector(MAX_KEY_BYTES);
        if (!isKeyOfState(key)) throw damaged(index, "has a key that is not one of state");
        if (compareBytes(this.#last, key) >= 0) throw damaged(index, "has keys that do not ascend");
        this.#last = key;
        entries.push({ key, value: reader.byteVector() });
      }
      reader.finish();
    } catch (error) {
      if (!(error instanceof BcsError)) throw error;
      throw damaged(index, `does not decode: ${error.message}`);
    }
    return entries;
  }
}

// That of a page ends with a number within 53 bits.
function isKeyOfState(key: Uint8Array): boolean {
  const [kind = 0] = key;
  if (kind === PAGE_KIND) return key.length === PAGE_KEY_BYTES && key[COLLECTION_BYTES] === 0 && (key[COLLECTION_BYTES + 1] ?? 0) < 0x20;
  return kind >= FIRST_STATE_KIND && kind <= LAST_STATE_KIND;
}

function damaged(index: number, what: string): SnapshotError {
  return new SnapshotError("snapshot_damaged", `Chunk ${index} of the snapshot ${what}.`);
}
