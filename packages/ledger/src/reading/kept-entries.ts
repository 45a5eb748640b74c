import type { StateWrite } from "@sycee/move-vm";
import type { LedgerStore } from "../ledger-store.ts";

/** Addresses and handles of tables stand behind the kind of a key. */
const PLACE_BYTES = 33;

/** Entries of the state in memory, found by their place at once. */
export interface KeptEntries extends LedgerStore {
  /** Takes writes; a value that is undefined removes its entry. */
  put(writes: readonly StateWrite[]): void;
}

/** A store for the few entries of a state that somebody goes on reading. */
export function keptEntries(): KeptEntries {
  const places = new Map<string, Map<string, Uint8Array>>();
  return {
    get(key) {
      const text = textOf(key);
      return places.get(text.slice(0, PLACE_BYTES))?.get(text);
    },
    put(writes) {
      for (const { key, value } of writes) {
        const text = textOf(key);
        const name = text.slice(0, PLACE_BYTES);
        const place = places.get(name) ?? new Map<string, Uint8Array>();
        if (value === undefined) place.delete(text);
        else place.set(text, Uint8Array.from(value));
        if (place.size > 0) places.set(name, place);
        else places.delete(name);
      }
    },
    *scan(prefix) {
      const start = textOf(prefix);
      const found = start.length < PLACE_BYTES ? [...places.values()] : [places.get(start.slice(0, PLACE_BYTES))];
      const keys = found.flatMap((place) => [...(place?.keys() ?? [])].filter((key) => key.startsWith(start))).sort();
      for (const key of keys) {
        const value = places.get(key.slice(0, PLACE_BYTES))?.get(key);
        if (value !== undefined) yield { key: Buffer.from(key, "latin1"), value };
      }
    },
  };
}

// One character a byte: the order of such strings is that of the bytes.
function textOf(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString("latin1");
}
