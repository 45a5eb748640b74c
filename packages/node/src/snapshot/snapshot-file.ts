import fs from "node:fs";
import { blake2b, chunkHash, decodeManifest, SnapshotError, type SnapshotManifest, SNAPSHOT_VERSION, versionError } from "@sycee/ledger";
import { compareBytes } from "@sycee/protocol/core";
import { decodeFooter, FOOTER_BYTES, HEADER_BYTES, versionOf } from "./snapshot-layout.ts";

const MAX_MANIFEST_BYTES = 64 * 1024 * 1024;

/** A snapshot's file, opened: every chunk is held to the manifest as it is read, and the manifest to its checksum. */
export class SnapshotFile {
  readonly manifest: SnapshotManifest;
  readonly #path: string;
  readonly #descriptor: number;
  readonly #offsets: readonly number[];

  /** Throws {@link SnapshotError} when the file is not a whole snapshot. */
  constructor(path: string) {
    this.#path = path;
    this.#descriptor = openFile(path);
    try {
      this.manifest = this.#readManifest();
      const offsets: number[] = [];
      let offset = HEADER_BYTES;
      for (const { bytes } of this.manifest.chunks) {
        offsets.push(offset);
        offset += bytes;
      }
      this.#offsets = offsets;
    } catch (error) {
      fs.closeSync(this.#descriptor);
      throw error;
    }
  }

  /** The bytes of chunk `index`. Throws {@link SnapshotError} when they are not what the manifest says. */
  read(index: number): Buffer {
    const chunk = this.manifest.chunks[index];
    if (chunk === undefined) throw new RangeError(`there is no chunk ${index}`);
    const offset = this.#offsets[index] ?? 0;
    const payload = this.#bytesAt(offset, chunk.bytes);
    if (compareBytes(chunkHash(chunk.kind, index, payload), chunk.hash) !== 0) {
      throw new SnapshotError("snapshot_damaged", `${this.#path} at byte ${offset}: chunk ${index} does not match its checksum.`);
    }
    return payload;
  }

  close(): void {
    fs.closeSync(this.#descriptor);
  }

  #readManifest(): SnapshotManifest {
    const size = fs.fstatSync(this.#descriptor).size;
    const version = size < HEADER_BYTES ? undefined : versionOf(this.#bytesAt(0, HEADER_BYTES));
    if (version === undefined) throw new SnapshotError("snapshot_unreadable", `${this.#path} is not a snapshot.`);
    if (version !== SNAPSHOT_VERSION) throw versionError(version);
    const footer = size < HEADER_BYTES + FOOTER_BYTES ? undefined : decodeFooter(this.#bytesAt(size - FOOTER_BYTES, FOOTER_BYTES));
    const room = size - HEADER_BYTES - FOOTER_BYTES;
    if (footer === undefined || footer.manifestBytes > Math.min(room, MAX_MANIFEST_BYTES)) {
      throw new SnapshotError("snapshot_truncated", `${this.#path} does not end as a snapshot does: it was cut off or added to.`);
    }
    const bytes = this.#bytesAt(size - FOOTER_BYTES - footer.manifestBytes, footer.manifestBytes);
    if (compareBytes(blake2b(bytes), footer.manifestHash) !== 0) {
      throw new SnapshotError("snapshot_damaged", `The manifest of ${this.#path} does not match its checksum.`);
    }
    const manifest = decodeManifest(bytes);
    const chunkBytes = manifest.chunks.reduce((sum, chunk) => sum + chunk.bytes, 0);
    if (chunkBytes !== room - footer.manifestBytes) {
      throw new SnapshotError("snapshot_truncated", `${this.#path} has not the length that its manifest speaks of.`);
    }
    return manifest;
  }

  #bytesAt(offset: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafeSlow(length);
    let done = 0;
    while (done < length) {
      const count = fs.readSync(this.#descriptor, bytes, done, length - done, offset + done);
      if (count === 0) throw new SnapshotError("snapshot_truncated", `${this.#path} ends at byte ${offset + done}.`);
      done += count;
    }
    return bytes;
  }
}

function openFile(path: string): number {
  try {
    return fs.openSync(path, "r");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SnapshotError("snapshot_unreadable", `${path} cannot be read: ${reason}.`, { cause: error });
  }
}
