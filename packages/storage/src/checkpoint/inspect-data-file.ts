import fs from "node:fs";
import { join } from "node:path";
import { DamageFound, type DataFileDamage } from "./damage-found.ts";
import { verifiedEntry } from "./entry-checksum.ts";
import { META_BYTES, type MetaRecord, readMeta } from "./page-format.ts";
import { PageTreeWalk, type TreeEntry } from "./page-tree-walk.ts";

/**
 * Reads every page that LMDB would use and every entry: page numbers, bounds, order and counts, that no page is used
 * twice or free and used, and each entry's checksum. LMDB itself checks nothing of this: a damaged page can hide entries
 * or end the process. Returns what is wrong first, `undefined` when all is sound. About a second for a million entries.
 */
export function inspectDataFile(directory: string): DataFileDamage | undefined {
  const path = join(directory, "data.mdb");
  const descriptor = fs.openSync(path, "r");
  try {
    inspect(descriptor, fs.fstatSync(descriptor).size);
    return undefined;
  } catch (error) {
    if (error instanceof DamageFound) return error.damage;
    throw error;
  } finally {
    fs.closeSync(descriptor);
  }
}

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

function inspect(descriptor: number, size: number): void {
  const meta = latestMeta(descriptor);
  if (meta === undefined) throw new DamageFound("its meta pages are not LMDB's", 0);
  if (meta.mainTree.flags !== 0) throw new DamageFound("its tree has flags that this store never sets", 0);
  const walk = new PageTreeWalk(descriptor, meta, size);
  walk.run(meta.mainTree, checkEntry);
  const free: TreeEntry[] = [];
  walk.run(meta.freeTree, (entry) => free.push({ ...entry, key: Buffer.from(entry.key), value: Buffer.from(entry.value) }));
  for (const entry of free) markFree(walk, entry);
}

function checkEntry({ key, value, offset }: TreeEntry): void {
  if (!verifiedEntry(key, value)) throw new DamageFound("an entry does not match its checksum", offset);
}

// Numbers u64: how many follow; then pages, 0 for none, or a negative count and the first of so many pages in a row.
function markFree(walk: PageTreeWalk, { value, offset }: TreeEntry): void {
  const numbers = value.length / 8;
  const count = value.length < 8 ? -1 : Number(value.readBigInt64LE(0));
  if (!Number.isInteger(numbers) || count < 0 || count >= numbers) throw new DamageFound("a list of free pages has a wrong length", offset);
  for (let place = 1; place <= count; place += 1) {
    const number = Number(value.readBigInt64LE(place * 8));
    if (number === 0) continue;
    if (number > 0) walk.take(number, 1, offset);
    else if (place === count) throw new DamageFound("a list of free pages ends amid a block", offset);
    else {
      place += 1;
      walk.take(Number(value.readBigInt64LE(place * 8)), -number, offset);
    }
  }
}
