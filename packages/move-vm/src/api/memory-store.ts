import type { VmStore } from "./vm.ts";

/** A store that lives in memory. */
export function createMemoryStore(): VmStore {
  const entries = new Map<string, Uint8Array>();
  return {
    get: (key) => entries.get(textOf(key)),
    set: (key, value) => {
      entries.set(textOf(key), value);
    },
    delete: (key) => {
      entries.delete(textOf(key));
    },
  };
}

function textOf(key: Uint8Array): string {
  let text = "";
  for (const byte of key) text += String.fromCharCode(byte);
  return text;
}
