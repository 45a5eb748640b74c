import fs from "node:fs";
import { join } from "node:path";

const META_BYTES = 176;
const MAGIC = 0xbeefc0de;

/**
 * Gives LMDB's data file the length its own meta pages speak of, with zeros. LMDB maps the file: a page beyond its end
 * would end the process with a bus error, where one of zeros is refused as corrupt. A file that lacks only free pages
 * is sound, and stays so. Throws when the first page is unreadable, on which LMDB may end the process too.
 */
export function completeDataFile(directory: string): void {
  const path = join(directory, "data.mdb");
  if (!fs.existsSync(path)) return;
  const descriptor = fs.openSync(path, "r+");
  try {
    const size = fs.fstatSync(descriptor).size;
    if (size === 0) return;
    const first = readMeta(descriptor, 0);
    if (first === undefined) throw new Error("its first page is not LMDB's");
    const second = readMeta(descriptor, first.pageBytes);
    const pages = Math.max(first.pages, second?.pages ?? 0);
    if (size < pages * first.pageBytes) fs.ftruncateSync(descriptor, pages * first.pageBytes);
  } finally {
    fs.closeSync(descriptor);
  }
}

// Of LMDB's data version 2, 64-bit little-endian: page header of 24 bytes, then magic u32, version u32, address u64,
// map size u64, two trees of 48 bytes (the first begins with the page size, u32), number of the last page u64.
function readMeta(descriptor: number, offset: number): { readonly pageBytes: number; readonly pages: number } | undefined {
  const bytes = Buffer.alloc(META_BYTES);
  if (fs.readSync(descriptor, bytes, 0, META_BYTES, offset) < META_BYTES) return undefined;
  if (bytes.readUInt32LE(24) !== MAGIC || bytes.readUInt32LE(28) !== 2) return undefined;
  const pageBytes = bytes.readUInt32LE(48);
  const lastPage = Number(bytes.readBigUInt64LE(144));
  // Anything else is damage for LMDB to refuse.
  return pageBytes >= 256 && pageBytes <= 65_536 && lastPage < 2 ** 30 ? { pageBytes, pages: lastPage + 1 } : undefined;
}
