import type { Database, Transaction } from "lmdb";
import { StorageError } from "../storage-error.ts";
import type { StateWrites } from "../storage.ts";
import { openCheckpointDatabase } from "./checkpoint-database.ts";
import { readSeal, removeSeal, writeSeal } from "./checkpoint-seal.ts";
import { CheckpointWriter } from "./checkpoint-writer.ts";
import { completeDataFile } from "./complete-data-file.ts";
import { verifiedValue, withChecksum } from "./entry-checksum.ts";
import { asBuffer } from "./key-text.ts";
import type { StateLayer } from "./state-layer.ts";

/** The block a checkpoint is as of, and the checksum of its frame in the log. */
export interface CheckpointMark {
  readonly height: number;
  readonly checksum: Buffer;
}

/** Longest key of state, in bytes. */
export const MAX_KEY_BYTES = 450;
const MARK_KEY = Buffer.from([0]);
const MARK_BYTES = 24;

/** State as of one block, in LMDB. Each value carries the crc32 of its key and itself, for LMDB has no checksums of its own. */
export class StateCheckpoint {
  readonly #database: Database<Buffer, Buffer>;
  readonly #path: string;
  readonly #writer: CheckpointWriter;
  #mark: CheckpointMark | undefined;
  #written = false;
  #frozen: { readonly transaction: Transaction } | undefined;

  /** With `readOnly` nothing is written, and another process may have the same directory open. */
  constructor(path: string, options: { readonly readOnly?: boolean } = {}) {
    this.#path = path;
    this.#writer = new CheckpointWriter(path);
    const readOnly = options.readOnly ?? false;
    try {
      if (!readOnly) completeDataFile(path);
      this.#database = openCheckpointDatabase(path, readOnly);
    } catch (error) {
      throw this.#damaged(messageOf(error));
    }
  }

  /** As of the last `load` or `write`; `undefined` before the first checkpoint. */
  get mark(): CheckpointMark | undefined {
    return this.#mark;
  }

  /** Reads the mark. */
  load(): CheckpointMark | undefined {
    const mark = this.get(MARK_KEY);
    if (mark !== undefined && mark.length !== MARK_BYTES) throw this.#damaged("its mark has a wrong length");
    if (mark === undefined) for (const _ of this.range(Buffer.alloc(0))) throw this.#damaged("its mark is missing");
    this.#mark = mark === undefined ? undefined : { height: Number(mark.readBigUInt64LE(0)), checksum: mark.subarray(8) };
    return this.#mark;
  }

  get(key: Buffer): Buffer | undefined {
    let stored: Buffer | undefined;
    try {
      // In memory that the next read uses again. The binding's own copies have memory of the engine's each, which takes it longer to make than all else of a read.
      stored = this.#frozen === undefined ? this.#database.getBinaryFast(key) : this.#database.get(key, this.#frozen);
    } catch (error) {
      throw this.#damaged(messageOf(error));
    }
    // The binding sets a buffer's `length` to the value's; what it reads into is longer.
    return stored === undefined ? undefined : Buffer.from(this.#checked(key, stored.subarray(0, stored.length)));
  }

  /** Entries whose key begins with `prefix` and is not below `from`, in byte order, as of the first step. */
  *range(prefix: Buffer, from: Buffer = prefix): Generator<{ readonly key: Buffer; readonly value: Buffer }> {
    const end = successor(prefix);
    try {
      for (const { key, value } of this.#database.getRange({ start: from, ...(end === undefined ? {} : { end }), ...this.#frozen })) {
        if (!key.equals(MARK_KEY)) yield { key, value: this.#checked(key, value) };
      }
    } catch (error) {
      throw error instanceof StorageError ? error : this.#damaged(messageOf(error));
    }
  }

  /** Writes a layer and its mark in one transaction; resolves when it is durable. The layer must not change meanwhile. */
  async write(layer: StateLayer, mark: CheckpointMark): Promise<void> {
    const markValue = Buffer.alloc(MARK_BYTES);
    markValue.writeBigUInt64LE(BigInt(mark.height), 0);
    markValue.set(mark.checksum, 8);
    this.#unseal();
    try {
      await this.#writer.write(layer.entries(), MARK_KEY, markValue);
    } catch (error) {
      throw new StorageError(`writing the state in ${this.#path} failed: ${messageOf(error)}. Stop the node and start it again`, {
        cause: error,
      });
    }
    this.#database.resetReadTxn();
    this.#mark = mark;
  }

  /** Puts entries in one transaction, without a mark. Returns when it is durable. */
  fill(writes: StateWrites): void {
    this.#unseal();
    this.#database.transactionSync(() => {
      for (const { key, value } of writes) {
        const stored = asBuffer(key);
        if (value === undefined) this.#database.removeSync(stored);
        else this.#database.putSync(stored, withChecksum(stored, value));
      }
    });
  }

  /** From now on everything is read as of this moment, whatever is written. */
  freeze(): void {
    this.#frozen ??= { transaction: this.#database.useReadTransaction() };
  }

  /** With `seal`, everything that was written stands, and the next start need not look through it. */
  async close(options: { readonly seal: boolean } = { seal: false }): Promise<void> {
    this.#frozen?.transaction.done();
    this.#frozen = undefined;
    await this.#writer.close();
    await this.#database.close();
    // One that was killed and has been looked through since is as good as written.
    if (!options.seal || (!this.#written && readSeal(this.#path) !== undefined)) return;
    // As the next opening makes it, so that a start without a block leaves it as it was sealed.
    completeDataFile(this.#path);
    await writeSeal(this.#path);
  }

  #unseal(): void {
    if (this.#written) return;
    this.#written = true;
    removeSeal(this.#path);
  }

  #checked(key: Buffer, stored: Buffer): Buffer {
    const value = verifiedValue(key, stored);
    if (value === undefined) throw this.#damaged("an entry does not match its checksum");
    return value;
  }

  #damaged(problem: string): StorageError {
    return new StorageError(
      `the state in ${this.#path} is damaged (${problem}). Start the node again: it looks through that directory and, where it is damaged, rebuilds it from the log`,
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

// The first key after all that begin with `prefix`; `undefined` when there is none.
function successor(prefix: Buffer): Buffer | undefined {
  for (let length = prefix.length; length > 0; length -= 1) {
    const byte = prefix[length - 1] ?? 0xff;
    if (byte < 0xff) {
      const next = Buffer.from(prefix.subarray(0, length));
      next[length - 1] = byte + 1;
      return next;
    }
  }
  return undefined;
}
