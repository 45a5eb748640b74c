import type { StateWrite } from "@sycee/move-vm";
import type { LedgerStore } from "./ledger-store.ts";

/** A store in memory: for replays that verify a chain, and for tests. */
export interface MemoryStore extends LedgerStore {
  /** Takes writes as an executed block gives them. */
  apply(writes: readonly StateWrite[]): void;
}

export function createMemoryStore(): MemoryStore {
  const entries = new Map<string, Uint8Array>();
  return {
    get: (key) => entries.get(keyText(key)),
    apply(writes) {
      for (const { key, value } of writes) {
        if (value === undefined) entries.delete(keyText(key));
        else entries.set(keyText(key), ownBytes(value));
      }
    },
    *scan(prefix) {
      const start = keyText(prefix);
      const keys = [...entries.keys()].filter((key) => key.startsWith(start)).sort();
      for (const key of keys) {
        const value = entries.get(key);
        if (value !== undefined) yield { key: Buffer.from(key, "latin1"), value };
      }
    },
  };
}

// A block's values share memory: one that outlives the others would keep theirs too.
function ownBytes(value: Uint8Array): Uint8Array {
  return value.length === value.buffer.byteLength ? value : Uint8Array.from(value);
}

// One character a byte: UTF-16 order of such strings is byte order.
function keyText(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString("latin1");
}
