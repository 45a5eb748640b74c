import { randomUUID } from "node:crypto";
import fs from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { blake2b, type ChunkKind, chunkHash, encodeManifest, SnapshotError, type SnapshotManifest } from "@sycee/ledger";
import { encodeFooter, fileHeader } from "./snapshot-layout.ts";

const fsync = promisify(fs.fsync);

/** Writes a snapshot's file: chunks as they come, then the manifest. It has its name only when it is whole and durable. */
export class SnapshotWriter {
  readonly #path: string;
  readonly #temporary: string;
  readonly #descriptor: number;
  readonly #chunks: SnapshotManifest["chunks"][number][] = [];
  #entryCount = 0;

  /** Throws {@link SnapshotError} when the file is there already. */
  constructor(path: string) {
    if (fs.existsSync(path)) throw new SnapshotError("snapshot_target", `${path} is there already.`);
    this.#path = path;
    this.#temporary = `${path}.${randomUUID()}.partial`;
    this.#descriptor = fs.openSync(this.#temporary, "wx");
    this.#append(fileHeader());
  }

  add(kind: ChunkKind, payload: Uint8Array, count = 1): void {
    this.#append(payload);
    this.#chunks.push({ kind, bytes: payload.length, count, hash: chunkHash(kind, this.#chunks.length, payload) });
    if (kind === "entries") this.#entryCount += count;
  }

  /** Ends the file. Returns its manifest. */
  async finish(about: Pick<SnapshotManifest, "header" | "boundary">): Promise<SnapshotManifest> {
    const manifest: SnapshotManifest = { ...about, entryCount: this.#entryCount, chunks: this.#chunks };
    const bytes = encodeManifest(manifest);
    this.#append(bytes);
    this.#append(encodeFooter({ manifestBytes: bytes.length, manifestHash: blake2b(bytes) }));
    await fsync(this.#descriptor);
    fs.closeSync(this.#descriptor);
    fs.renameSync(this.#temporary, this.#path);
    await syncDirectory(dirname(this.#path));
    return manifest;
  }

  /** Leaves nothing behind. */
  abandon(): void {
    fs.closeSync(this.#descriptor);
    fs.rmSync(this.#temporary, { force: true });
  }

  #append(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) done += fs.writeSync(this.#descriptor, bytes, done, bytes.length - done);
  }
}

/** Makes the names in a directory durable. */
export async function syncDirectory(path: string): Promise<void> {
  const descriptor = fs.openSync(path, "r");
  try {
    await fsync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
