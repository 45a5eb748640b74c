import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { crc32 } from "node:zlib";
import type { FileLayer, OpenFile } from "../files/file-layer.ts";
import { StorageError } from "../storage-error.ts";
import { CHECKSUM_BYTES } from "./frame.ts";
import type { IdTable } from "./id-table.ts";
import { writeAll } from "./log-directory.ts";

/*
 * What a sealed segment holds, beside it, so that opening need not read the segment. Derived: it can always be made again.
 *
 *   header   magic 8 | version u32 | blocks u32 | ids u32 | segment length u64 | salt 16 | last checksum 16 | digest of offsets 16 | crc32
 *   offsets  u48 a block
 *   ids      pages of up to 128 entries in order (prefix 16 | height u64 | index u32), each page with its crc32
 */
const MAGIC = Buffer.from("SYCEEIDX", "latin1");
const VERSION = 1;
const HEADER_BYTES = 80;
const OFFSET_BYTES = 6;
const PREFIX_BYTES = 16;
const ENTRY_BYTES = 28;
const PAGE_ENTRIES = 128;
const PAGE_BYTES = PAGE_ENTRIES * ENTRY_BYTES + 4;

/** A sealed segment, in so far as it is known without its ids. */
export interface SealedIndex {
  readonly offsets: number[];
  readonly end: number;
  readonly lastChecksum: Buffer;
  readonly idCount: number;
}

/** Writes the sidecar of a sealed segment, durable under its name. */
export async function writeSidecar(
  files: FileLayer,
  directory: string,
  path: string,
  segment: {
    readonly salt: Buffer;
    readonly offsets: readonly number[];
    readonly end: number;
    readonly lastChecksum: Buffer;
    readonly ids: IdTable;
  },
): Promise<void> {
  const { offsets, ids } = segment;
  const idsStart = HEADER_BYTES + offsets.length * OFFSET_BYTES;
  const pages = Math.ceil(ids.size / PAGE_ENTRIES);
  const bytes = Buffer.alloc(idsStart + ids.size * ENTRY_BYTES + pages * 4);
  offsets.forEach((offset, block) => bytes.writeUIntLE(offset, HEADER_BYTES + block * OFFSET_BYTES, OFFSET_BYTES));
  await writeIdPages(bytes, idsStart, ids);
  bytes.set(MAGIC, 0);
  bytes.writeUInt32LE(VERSION, 8);
  bytes.writeUInt32LE(offsets.length, 12);
  bytes.writeUInt32LE(ids.size, 16);
  bytes.writeUIntLE(segment.end, 20, OFFSET_BYTES);
  bytes.set(segment.salt, 28);
  bytes.set(segment.lastChecksum, 44);
  bytes.set(digestOf(bytes.subarray(HEADER_BYTES, idsStart)), 60);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 76)), 76);
  const temporary = `${path}.tmp`;
  await files.remove(temporary);
  const file = files.open(temporary, "create");
  try {
    await writeAll(file, bytes, 0);
    await file.dataSync();
  } finally {
    file.close();
  }
  await files.rename(temporary, path);
  await files.syncDirectory(directory);
}

// A segment may hold a million ids: others get their turn between pieces.
async function writeIdPages(bytes: Buffer, start: number, ids: IdTable): Promise<void> {
  let position = start;
  let pageStart = start;
  for (const piece of ids.sorted()) {
    for (const entry of piece) {
      ids.writeEntry(entry, bytes, position);
      position += ENTRY_BYTES;
      if (position - pageStart < PAGE_ENTRIES * ENTRY_BYTES) continue;
      bytes.writeUInt32LE(crc32(bytes.subarray(pageStart, position)), position);
      position += 4;
      pageStart = position;
    }
    await nextTurn();
  }
  if (position > pageStart) bytes.writeUInt32LE(crc32(bytes.subarray(pageStart, position)), position);
}

/** Reads a sidecar's header and offsets; `undefined` when they are damaged or not of this segment. */
export function readSidecar(file: OpenFile, segment: { readonly salt: Buffer; readonly size: number }): SealedIndex | undefined {
  const header = Buffer.alloc(HEADER_BYTES);
  if (file.readAt(header, 0) < HEADER_BYTES || !header.subarray(0, 8).equals(MAGIC)) return undefined;
  if (crc32(header.subarray(0, 76)) !== header.readUInt32LE(76) || header.readUInt32LE(8) !== VERSION) return undefined;
  const end = header.readUIntLE(20, OFFSET_BYTES);
  if (!header.subarray(28, 44).equals(segment.salt) || end !== segment.size) return undefined;
  const bytes = Buffer.alloc(header.readUInt32LE(12) * OFFSET_BYTES);
  if (file.readAt(bytes, HEADER_BYTES) < bytes.length || !digestOf(bytes).equals(header.subarray(60, 76))) return undefined;
  const offsets: number[] = [];
  for (let position = 0; position < bytes.length; position += OFFSET_BYTES) offsets.push(bytes.readUIntLE(position, OFFSET_BYTES));
  return { offsets, end, lastChecksum: header.subarray(44, 60), idCount: header.readUInt32LE(16) };
}

/** Finds an id in a sidecar. Ids are hashes, so the guess by interpolation is right or near. Throws {@link StorageError} on a damaged page. */
export function findInSidecar(file: OpenFile, path: string, index: SealedIndex, id: Buffer): { height: number; index: number } | undefined {
  const idsStart = HEADER_BYTES + index.offsets.length * OFFSET_BYTES;
  const pages = Math.ceil(index.idCount / PAGE_ENTRIES);
  const wanted = id.subarray(0, PREFIX_BYTES);
  let low = 0;
  let high = pages - 1;
  let guess = Math.floor((id.readUInt32BE(0) / 2 ** 32) * pages);
  for (let probes = 0; low <= high; probes += 1) {
    const entries = Math.min(PAGE_ENTRIES, index.idCount - guess * PAGE_ENTRIES);
    const page = readPage(file, path, idsStart + guess * PAGE_BYTES, entries);
    if (wanted.compare(page, 0, PREFIX_BYTES) < 0) high = guess - 1;
    else if (wanted.compare(page, (entries - 1) * ENTRY_BYTES, (entries - 1) * ENTRY_BYTES + PREFIX_BYTES) > 0) low = guess + 1;
    else return findInPage(page, entries, wanted);
    const nearby = high < guess ? guess - 1 : guess + 1;
    guess = probes < 6 ? nearby : (low + high) >> 1;
  }
  return undefined;
}

function readPage(file: OpenFile, path: string, offset: number, entries: number): Buffer {
  const page = Buffer.allocUnsafe(entries * ENTRY_BYTES + 4);
  const end = entries * ENTRY_BYTES;
  if (file.readAt(page, offset) < page.length || crc32(page.subarray(0, end)) !== page.readUInt32LE(end)) {
    throw new StorageError(
      `${path}, an index of transactions, is damaged: stop the node and delete this file, it is made again from the log`,
    );
  }
  return page;
}

function findInPage(page: Buffer, entries: number, wanted: Buffer): { height: number; index: number } | undefined {
  let low = 0;
  let high = entries - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const start = middle * ENTRY_BYTES;
    const order = wanted.compare(page, start, start + PREFIX_BYTES);
    if (order === 0) return { height: page.readUIntLE(start + PREFIX_BYTES, 6), index: page.readUInt32LE(start + PREFIX_BYTES + 8) };
    if (order < 0) high = middle - 1;
    else low = middle + 1;
  }
  return undefined;
}

function digestOf(bytes: Buffer): Buffer {
  return createHash("blake2b512").update(bytes).digest().subarray(0, CHECKSUM_BYTES);
}
