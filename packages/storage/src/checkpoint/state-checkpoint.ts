import { type Database, open } from "lmdb";
import { setImmediate as nextTurn } from "node:timers/promises";
import { crc32 } from "node:zlib";
import { StorageError } from "../storage-error.ts";
import { completeDataFile } from "./complete-data-file.ts";
import type { StateLayer } from "./state-layer.ts";

/** The block a checkpoint is as of, and the checksum of its frame in the log. */
export interface CheckpointMark {
  readonly height: number;
  readonly checksum: Buffer;
}

/** Longest key of state, in bytes. */
export const MAX_KEY_BYTES = 450;
const CRC_BYTES = 4;
const MARK_KEY = Buffer.from([0]);
const MARK_BYTES = 24;
const MAP_BYTES = 64 * 2 ** 30;
const CHUNK_ENTRIES = 2_000;

/** State as of one block, in LMDB. Each value carries the crc32 of its key and itself, for LMDB has no checksums of its own. */
export class StateCheckpoint {
  readonly #database: Database<Buffer, Buffer>;
  readonly #path: string;
  #mark: CheckpointMark | undefined;

  constructor(path: string) {
    this.#path = path;
    try {
      completeDataFile(path);
      this.#database = open<Buffer, Buffer>({
        path,
        keyEncoding: "binary",
        encoding: "binary",
        // A failed commit must stay failed, also after a kill.
        overlappingSync: false,
        // Writes come in explicit batches only; batching by turn would add a promise that nobody can catch.
        eventTurnBatching: false,
        mapSize: MAP_BYTES,
        maxDbs: 1,
        noMemInit: true,
      });
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
      stored = this.#database.getBinary(key);
    } catch (error) {
      throw this.#damaged(messageOf(error));
    }
    return stored === undefined ? undefined : this.#checked(key, stored);
  }

  /** Entries whose key begins with `prefix`, in byte order, as of the first step. */
  *range(prefix: Buffer): Generator<{ readonly key: Buffer; readonly value: Buffer }> {
    const end = successor(prefix);
    try {
      for (const { key, value } of this.#database.getRange({ start: prefix, ...(end === undefined ? {} : { end }) })) {
        if (!key.equals(MARK_KEY)) yield { key, value: this.#checked(key, value) };
      }
    } catch (error) {
      throw error instanceof StorageError ? error : this.#damaged(messageOf(error));
    }
  }

  /** Writes a layer and its mark in one transaction; resolves when it is durable. The layer must not change meanwhile. */
  async write(layer: StateLayer, mark: CheckpointMark): Promise<void> {
    const keys: Buffer[] = [];
    const values: (Buffer | undefined)[] = [];
    for (const [text, value] of layer.entries()) {
      const key = Buffer.from(text, "latin1");
      keys.push(key);
      values.push(value === undefined ? undefined : withCrc(key, value));
      if (keys.length % CHUNK_ENTRIES === 0) await nextTurn();
    }
    const markValue = Buffer.alloc(MARK_BYTES);
    markValue.writeBigUInt64LE(BigInt(mark.height), 0);
    markValue.set(mark.checksum, 8);
    const database = this.#database;
    // LMDB gives a failed transaction's puts promises of their own, each of which would otherwise end the process.
    const outcomes = new Set<Promise<boolean>>();
    const batch = database.batch(() => {
      keys.forEach((key, place) => {
        const value = values[place];
        outcomes.add(value === undefined ? database.remove(key) : database.put(key, value));
      });
      outcomes.add(database.put(MARK_KEY, withCrc(MARK_KEY, markValue)));
    });
    try {
      await Promise.all([batch, ...outcomes]);
    } catch (error) {
      throw new StorageError(`writing the state in ${this.#path} failed: ${await commitFailure(error)}. Stop the node and start it again`, {
        cause: error,
      });
    }
    await database.flushed;
    database.resetReadTxn();
    this.#mark = mark;
  }

  async close(): Promise<void> {
    await this.#database.close();
  }

  #checked(key: Buffer, stored: Buffer): Buffer {
    const end = stored.length - CRC_BYTES;
    if (end < 0) throw this.#damaged("an entry is too short");
    const value = stored.subarray(0, end);
    if (crcOf(key, value) !== stored.readUInt32LE(end)) throw this.#damaged("an entry does not match its checksum");
    return value;
  }

  #damaged(problem: string): StorageError {
    return new StorageError(
      `the state in ${this.#path} is damaged (${problem}). Stop the node and delete that directory: it is rebuilt from the log at the next start`,
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

// LMDB tells the system's own reason in a second promise, rejected in the same turn.
async function commitFailure(error: unknown): Promise<string> {
  const reason = error instanceof Error && "commitError" in error ? error.commitError : undefined;
  if (!(reason instanceof Promise)) return messageOf(error);
  const told = reason.then(
    () => messageOf(error),
    (inner: unknown) => messageOf(inner),
  );
  return Promise.race([told, nextTurn(messageOf(error))]);
}

function withCrc(key: Buffer, value: Uint8Array): Buffer {
  const stored = Buffer.allocUnsafe(value.length + CRC_BYTES);
  stored.set(value);
  stored.writeUInt32LE(crcOf(key, value), value.length);
  return stored;
}

function crcOf(key: Uint8Array, value: Uint8Array): number {
  return crc32(value, crc32(key));
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
