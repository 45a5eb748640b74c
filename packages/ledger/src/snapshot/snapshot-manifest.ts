import { BcsError, BcsReader, BcsWriter } from "@sycee/bcs";
import { type BlockHeader, decodeBlockHeader, encodeBlockHeader } from "@sycee/protocol/core";
import { SnapshotError } from "./snapshot-error.ts";

/** Version of the format of snapshots. */
export const SNAPSHOT_VERSION = 1;

const KINDS = ["genesis", "block", "entries"] as const;
const CHUNK_BYTES = 1 + 4 + 4 + 32;
/** As much as the log takes of one block; entries come in pieces of a mebibyte. */
const MAX_CHUNK_BYTES = 2 ** 30;

/** What a chunk holds: the genesis document, the record of one block without its writes, or entries of state. */
export type ChunkKind = (typeof KINDS)[number];

/** One piece of a snapshot, in the order of the file. */
export interface SnapshotChunk {
  readonly kind: ChunkKind;
  readonly bytes: number;
  /** Entries in it; 1 for the other kinds. */
  readonly count: number;
  /** See `chunkHash`. */
  readonly hash: Uint8Array;
}

/** What a snapshot says of itself. */
export interface SnapshotManifest {
  /** Header of the block whose state this is. */
  readonly header: BlockHeader;
  /** Header before the first block that the snapshot carries: the proof that no block of the replay window is missing. Absent where that is block 0. */
  readonly boundary: BlockHeader | undefined;
  readonly entryCount: number;
  /** The genesis document, then blocks ascending up to the header's, then entries ascending by key. */
  readonly chunks: readonly SnapshotChunk[];
}

export function encodeManifest(manifest: SnapshotManifest): Uint8Array {
  const writer = new BcsWriter(4096).u8(SNAPSHOT_VERSION).byteVector(encodeBlockHeader(manifest.header));
  writer.option(manifest.boundary, (inner, header) => inner.byteVector(encodeBlockHeader(header)));
  writer.u64(manifest.entryCount);
  writer.vector(manifest.chunks, (inner, { kind, bytes, count, hash }) =>
    inner.u8(KINDS.indexOf(kind)).u32(bytes).u32(count).fixedBytes(hash),
  );
  return writer.toBytes();
}

/** Throws {@link SnapshotError}. */
export function decodeManifest(bytes: Uint8Array): SnapshotManifest {
  try {
    const reader = new BcsReader(bytes);
    const version = reader.u8();
    if (version !== SNAPSHOT_VERSION) throw versionError(version);
    const manifest: SnapshotManifest = {
      header: decodeBlockHeader(reader.byteVector()),
      boundary: reader.option((inner) => decodeBlockHeader(inner.byteVector())),
      entryCount: Number(reader.u64()),
      chunks: reader.vector(readChunk, CHUNK_BYTES),
    };
    reader.finish();
    checkOrder(manifest.chunks);
    checkSizes(manifest);
    return manifest;
  } catch (error) {
    if (!(error instanceof BcsError)) throw error;
    throw new SnapshotError("snapshot_damaged", `The snapshot's manifest is not one: ${error.message}.`);
  }
}

/** The refusal of another version of the format. */
export function versionError(version: number): SnapshotError {
  return new SnapshotError(
    "snapshot_version",
    `The snapshot has version ${version} of the format; this program reads version ${SNAPSHOT_VERSION}.`,
  );
}

function readChunk(reader: BcsReader): SnapshotChunk {
  const kind = KINDS[reader.variant(KINDS.length)];
  if (kind === undefined) throw new Error("a variant within its bound has a name");
  return { kind, bytes: reader.u32(), count: reader.u32(), hash: reader.fixedBytes(32) };
}

// Chunks are read whole: none may be more than memory should hold.
function checkSizes({ chunks, entryCount }: SnapshotManifest): void {
  let entries = 0;
  for (const [index, { kind, bytes, count }] of chunks.entries()) {
    if (bytes > MAX_CHUNK_BYTES) throw new SnapshotError("snapshot_damaged", `Chunk ${index} of the snapshot is too large.`);
    if (kind === "entries") entries += count;
  }
  if (entries !== entryCount) {
    throw new SnapshotError("snapshot_damaged", `The snapshot has ${entries} entries, and ${entryCount} by its manifest.`);
  }
}

function checkOrder(chunks: readonly SnapshotChunk[]): void {
  let stage = 0;
  for (const [index, { kind }] of chunks.entries()) {
    const next = KINDS.indexOf(kind);
    if (next < stage || (kind === "genesis") !== (index === 0)) {
      throw new SnapshotError("snapshot_damaged", `Chunk ${index} of the snapshot, of kind ${kind}, is not in its place.`);
    }
    stage = next;
  }
  if (chunks[1]?.kind !== "block") throw new SnapshotError("snapshot_damaged", "The snapshot lacks its genesis document or its block.");
}
