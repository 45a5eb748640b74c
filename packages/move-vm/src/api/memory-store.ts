import { latin1Text } from "../format/latin1-text.ts";
import type { VmStore } from "./vm.ts";

/** A store that lives in memory. */
export function createMemoryStore(): VmStore {
  const entries = new Map<string, Uint8Array>();
  return {
    get: (key) => entries.get(latin1Text(key)),
    set: (key, value) => {
      entries.set(latin1Text(key), value);
    },
    delete: (key) => {
      entries.delete(latin1Text(key));
    },
  };
}
