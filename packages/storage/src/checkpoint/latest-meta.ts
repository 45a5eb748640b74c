import fs from "node:fs";
import { META_BYTES, type MetaRecord, readMeta } from "./page-format.ts";

/** The meta page that LMDB goes by, the one of the later transaction; `undefined` when the file has none. */
export function latestMeta(descriptor: number): MetaRecord | undefined {
  const bytes = Buffer.alloc(META_BYTES);
  fs.readSync(descriptor, bytes, 0, META_BYTES, 0);
  const first = readMeta(bytes);
  if (first === undefined) return undefined;
  fs.readSync(descriptor, bytes, 0, META_BYTES, first.pageBytes);
  const second = readMeta(bytes);
  return second === undefined ? undefined : second.transaction > first.transaction ? second : first;
}
