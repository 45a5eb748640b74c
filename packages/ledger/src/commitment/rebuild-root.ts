import { RootBuilder } from "./root-builder.ts";

/** The root over a whole state, from nothing but its entries: none twice, pages as {@link RootBuilder} wants them (byte order of keys is right). */
export function rebuildRoot(entries: Iterable<{ readonly key: Uint8Array; readonly value: Uint8Array }>): Uint8Array {
  const builder = new RootBuilder();
  for (const { key, value } of entries) builder.add(key, value);
  return builder.finish();
}
