import { readFileSync, writeFileSync } from "node:fs";
import { BcsReader, BcsWriter } from "@sycee/bcs";
import { blake2b, type ChunkKind, chunkHash, decodeManifest, encodeManifest, type SnapshotManifest, type StateEntry } from "@sycee/ledger";

const HEADER_BYTES = 16;
const FOOTER_BYTES = 48;

/** A snapshot taken apart. */
export interface SnapshotParts {
  about: Pick<SnapshotManifest, "header" | "boundary">;
  chunks: { kind: ChunkKind; payload: Uint8Array; count: number }[];
}

/** Takes a snapshot's file apart. */
export function takeApart(path: string): SnapshotParts {
  const file = readFileSync(path);
  const manifestBytes = Number(file.readBigUInt64LE(file.length - FOOTER_BYTES));
  const manifestEnd = file.length - FOOTER_BYTES;
  const manifest = decodeManifest(file.subarray(manifestEnd - manifestBytes, manifestEnd));
  let offset = HEADER_BYTES;
  const chunks = manifest.chunks.map(({ kind, bytes, count }) => {
    const payload = file.subarray(offset, offset + bytes);
    offset += bytes;
    return { kind, payload, count };
  });
  return { about: { header: manifest.header, boundary: manifest.boundary }, chunks };
}

/** Puts a snapshot together as an attacker would: every length and checksum is right. */
export function forge(path: string, { about, chunks }: SnapshotParts): void {
  const manifest = encodeManifest({
    ...about,
    entryCount: chunks.reduce((sum, { kind, count }) => sum + (kind === "entries" ? count : 0), 0),
    chunks: chunks.map(({ kind, payload, count }, index) => ({
      kind,
      bytes: payload.length,
      count,
      hash: chunkHash(kind, index, payload),
    })),
  });
  const header = Buffer.alloc(HEADER_BYTES);
  header.write("SYCEESNP", "latin1");
  header.writeUInt32LE(1, 8);
  const footer = Buffer.alloc(FOOTER_BYTES);
  footer.writeBigUInt64LE(BigInt(manifest.length));
  footer.set(blake2b(manifest), 8);
  footer.write("SYCEEEND", 40, "latin1");
  writeFileSync(path, Buffer.concat([header, ...chunks.map(({ payload }) => payload), manifest, footer]));
}

/** The entries of all chunks. */
export function entriesOf({ chunks }: SnapshotParts): StateEntry[] {
  return chunks.flatMap(({ kind, payload, count }) => {
    if (kind !== "entries") return [];
    const reader = new BcsReader(payload);
    return Array.from({ length: count }, () => ({ key: reader.byteVector(), value: reader.byteVector() }));
  });
}

/** The same snapshot with other entries, in chunks of `size` of them. */
export function withEntries(parts: SnapshotParts, entries: readonly StateEntry[], size = 40): SnapshotParts {
  const chunks = parts.chunks.filter(({ kind }) => kind !== "entries");
  for (let from = 0; from < entries.length; from += size) {
    const writer = new BcsWriter();
    const some = entries.slice(from, from + size);
    for (const { key, value } of some) writer.byteVector(key).byteVector(value);
    chunks.push({ kind: "entries", payload: writer.toBytes(), count: some.length });
  }
  return { ...parts, chunks };
}
