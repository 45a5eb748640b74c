import { existsSync } from "node:fs";
import { join } from "node:path";
import { StateCheckpoint } from "./state-checkpoint.ts";
import { asBuffer } from "./key-text.ts";

/** A checkpoint as of one moment, read beside whoever writes it. */
export interface CheckpointView {
  /** Height of the block whose state this is. */
  readonly height: number;
  /** Entries whose key begins with `prefix`, in byte order. */
  scan(prefix: Uint8Array): Iterable<{ readonly key: Uint8Array; readonly value: Uint8Array }>;
  get(key: Uint8Array): Uint8Array | undefined;
  close(): Promise<void>;
}

/** Opens the checkpoint in a directory for reading; `undefined` when there is none yet. Throws `StorageError` when it is damaged. */
export async function viewCheckpoint(path: string): Promise<CheckpointView | undefined> {
  if (!existsSync(join(path, "data.mdb"))) return undefined;
  const checkpoint = new StateCheckpoint(path, { readOnly: true });
  try {
    // One read transaction for everything, so that a checkpoint written meanwhile is not mixed in.
    checkpoint.freeze();
    const mark = checkpoint.load();
    if (mark !== undefined) {
      return {
        height: mark.height,
        scan: (prefix) => checkpoint.range(asBuffer(prefix)),
        get: (key) => checkpoint.get(asBuffer(key)),
        close: () => checkpoint.close(),
      };
    }
  } catch (error) {
    await checkpoint.close();
    throw error;
  }
  await checkpoint.close();
  return undefined;
}
