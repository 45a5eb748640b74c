import { MAX_KEY_BYTES, type StateCheckpoint } from "./checkpoint/state-checkpoint.ts";
import { asBuffer, keyText } from "./checkpoint/key-text.ts";
import { StateLayer } from "./checkpoint/state-layer.ts";
import type { DirectoryLock } from "./directory-lock.ts";
import type { BlockLog } from "./log/block-log.ts";
import type { StateWrites, Storage, TransactionEntry, TransactionPlace } from "./storage.ts";
import { StorageError } from "./storage-error.ts";

/**
 * After a checkpoint that took a second the next begins four seconds later: what changes again meanwhile is written once.
 * It begins earlier when this many times its entries, or the bytes that it is opened with, wait in memory.
 */
const REST = 4;
const CROWDED_ENTRIES = 4;
/** When twice that waits and a checkpoint is still being written, syncs wait for it too. */
const BACKLOG = 2;
/** Blocks of 64 KiB that are kept for the next layer. */
const SPARE_BLOCKS = 512;

interface StorageParts {
  readonly log: BlockLog;
  readonly checkpoint: StateCheckpoint;
  readonly lock: DirectoryLock;
  readonly checkpointEntries: number;
  readonly checkpointBytes: number;
  readonly notices: readonly string[];
}

/** The log, the checkpoint, and between them two layers of state: one that grows, one that is being written. */
export class LedgerStorage implements Storage {
  readonly notices: readonly string[];
  readonly #log: BlockLog;
  readonly #checkpoint: StateCheckpoint;
  readonly #lock: DirectoryLock;
  readonly #checkpointEntries: number;
  readonly #checkpointBytes: number;
  #growing: StateLayer;
  #leaving: StateLayer | undefined;
  /**
   * Memory of the last layer that has left, for the next one: each would take some megabytes outside the engine's heap, which then
   * collects all of it once enough of them have come and gone.
   */
  #spare: readonly ArrayBuffer[] = [];
  #checkpointing: Promise<void> | undefined;
  /** In the milliseconds of `performance.now()`. */
  #restUntil = 0;
  #failure: StorageError | undefined;
  #closed: Promise<void> | undefined;

  constructor({ log, checkpoint, lock, checkpointEntries, checkpointBytes, notices }: StorageParts) {
    this.notices = notices;
    this.#log = log;
    this.#checkpoint = checkpoint;
    this.#lock = lock;
    this.#checkpointEntries = checkpointEntries;
    this.#checkpointBytes = checkpointBytes;
    this.#growing = new StateLayer(checkpoint.mark?.height ?? (log.firstHeight ?? 0) - 1);
  }

  get lastHeight(): bigint | undefined {
    const height = this.#log.lastHeight;
    return height === undefined ? undefined : BigInt(height);
  }

  get checkpointHeight(): bigint | undefined {
    const height = this.#checkpoint.mark?.height;
    return height === undefined ? undefined : BigInt(height);
  }

  get(key: Uint8Array): Uint8Array | undefined {
    const text = keyText(key);
    if (this.#growing.has(text)) return this.#growing.get(text);
    if (this.#leaving?.has(text) === true) return this.#leaving.get(text);
    return this.#checkpoint.get(asBuffer(key));
  }

  scan(prefix: Uint8Array): Iterable<{ readonly key: Uint8Array; readonly value: Uint8Array }> {
    return this.scanFrom(prefix, prefix);
  }

  *scanFrom(prefix: Uint8Array, from: Uint8Array): Generator<{ readonly key: Uint8Array; readonly value: Uint8Array }> {
    const layers = this.#leaving === undefined ? [this.#growing] : [this.#leaving, this.#growing];
    const start = keyText(prefix);
    const pending = new Map<string, Uint8Array | undefined>();
    const first = keyText(from);
    for (const layer of layers) for (const key of layer.keysWith(start)) if (key >= first) pending.set(key, layer.get(key));
    const keys = [...pending.keys()].sort();
    let next = 0;
    for (const stored of this.#checkpoint.range(asBuffer(prefix), asBuffer(from))) {
      const text = keyText(stored.key);
      for (let key = keys[next]; key !== undefined && key < text; key = keys[next]) {
        const value = pending.get(key);
        if (value !== undefined) yield { key: Buffer.from(key, "latin1"), value };
        next += 1;
      }
      if (!pending.has(text)) yield stored;
    }
    for (const key of keys.slice(next)) {
      const value = pending.get(key);
      if (value !== undefined) yield { key: Buffer.from(key, "latin1"), value };
    }
  }

  append(height: bigint, record: Uint8Array, ids: readonly TransactionEntry[], writes: StateWrites): void {
    this.#throwIfFailed();
    const number = heightNumber(height);
    const last = this.#log.lastHeight;
    if (last !== undefined && this.#growing.through !== last) {
      throw new StorageError(
        `block ${height} cannot be appended: the writes of blocks ${this.#growing.through + 1} to ${last} must be restaged first`,
      );
    }
    const keys = this.#keyTexts(writes);
    this.#log.append(number, record, ids);
    this.#stage(number, keys, writes);
  }

  restage(height: bigint, writes: StateWrites, firstHeight: bigint = height): void {
    this.#throwIfFailed();
    const number = heightNumber(height);
    const first = heightNumber(firstHeight);
    const last = this.#log.lastHeight;
    if (last === undefined || number > last || number < first || first !== this.#growing.through + 1) {
      throw new StorageError(
        `block ${height} cannot be restaged: the state is as of block ${this.#growing.through}, the log ends at ${last ?? "its beginning"}`,
      );
    }
    this.#stage(number, this.#keyTexts(writes), writes);
  }

  async sync(): Promise<void> {
    this.#throwIfFailed();
    await this.#log.sync();
    if (this.#isCrowded(BACKLOG)) await this.#checkpointing;
    this.#throwIfFailed();
  }

  readRecord(height: bigint): Uint8Array | undefined {
    return this.#log.read(Number(height));
  }

  *records(from: bigint): Generator<{ readonly height: bigint; readonly record: Uint8Array }> {
    for (let height = Math.max(Number(from), this.#log.firstHeight ?? 0); height <= (this.#log.lastHeight ?? -1); height += 1) {
      const record = this.#log.read(height);
      if (record === undefined) throw new Error(`the log has lost sight of block ${height}`);
      yield { height: BigInt(height), record };
    }
  }

  findTransaction(id: Uint8Array): TransactionPlace | undefined {
    const place = this.#log.find(id);
    return place === undefined ? undefined : { height: BigInt(place.height), index: place.index };
  }

  prunable(through: bigint): { readonly firstHeight: bigint; readonly lastHeight: bigint }[] {
    const limit = Math.min(Number(through), this.#checkpoint.mark?.height ?? -1);
    // The checkpoint's own block stays as it is: its checksum ties the two together.
    return this.#log
      .prunable(limit - 1)
      .map(({ firstHeight, lastHeight }) => ({ firstHeight: BigInt(firstHeight), lastHeight: BigInt(lastHeight) }));
  }

  adoptPruned(firstHeight: bigint): Promise<void> {
    this.#throwIfFailed();
    return this.#log.adoptPruned(Number(firstHeight));
  }

  close(): Promise<void> {
    this.#closed ??= this.#closeAll();
    return this.#closed;
  }

  abandon(): Promise<void> {
    this.#failure ??= new StorageError("the store was abandoned");
    return this.close().catch((error: unknown) => {
      if (error !== this.#failure) throw error;
    });
  }

  async #closeAll(): Promise<void> {
    let whole = false;
    try {
      await this.#checkpointsDone();
      if (this.#growing.size > 0 && this.#failure === undefined) this.#startCheckpoint();
      await this.#checkpointsDone();
      this.#throwIfFailed();
      whole = true;
    } finally {
      this.#failure ??= new StorageError("the store is closed");
      try {
        await this.#log.close();
      } finally {
        await this.#checkpoint.close({ seal: whole });
        this.#lock.release();
      }
    }
  }

  /** The keys of writes as texts, `undefined` for those that the growing layer knows by their memos. Throws when one is not a key of state. */
  #keyTexts(writes: StateWrites): (string | undefined)[] {
    const layer = this.#growing;
    const texts: (string | undefined)[] = [];
    // What a layer keeps was looked at when it came: text and key lie far away in memory.
    for (const write of writes) texts.push(write.memo?.keeper === layer ? undefined : checkedText(write));
    return texts;
  }

  #stage(height: number, keys: readonly (string | undefined)[], writes: StateWrites): void {
    const layer = this.#growing;
    let place = 0;
    for (const { value, memo } of writes) {
      const key = keys[place];
      place += 1;
      if (key !== undefined) layer.set(key, value, memo);
      else if (memo === undefined) throw new Error("a write has lost its key");
      else layer.renew(memo, value);
    }
    this.#growing.through = height;
    if (this.#checkpointing === undefined && this.#isCheckpointDue()) this.#startCheckpoint();
  }

  #isCheckpointDue(): boolean {
    if (this.#growing.size < this.#checkpointEntries) return false;
    return performance.now() >= this.#restUntil || this.#isCrowded(1);
  }

  #isCrowded(times: number): boolean {
    const { size, bytes } = this.#growing;
    return size >= times * CROWDED_ENTRIES * this.#checkpointEntries || bytes >= times * this.#checkpointBytes;
  }

  #startCheckpoint(): void {
    const layer = this.#growing;
    const started = performance.now();
    this.#leaving = layer;
    this.#growing = new StateLayer(layer.through, this.#spare);
    this.#spare = [];
    this.#checkpointing = this.#writeCheckpoint(layer).then(
      () => this.#checkpointDone(performance.now() - started),
      (error: unknown) => this.#fail(error),
    );
  }

  #checkpointDone(tookMs: number): void {
    this.#spare = (this.#leaving?.release() ?? []).slice(0, SPARE_BLOCKS);
    this.#leaving = undefined;
    this.#checkpointing = undefined;
    this.#restUntil = performance.now() + REST * tookMs;
    if (this.#failure === undefined && this.#isCheckpointDue()) this.#startCheckpoint();
  }

  // One that ends may begin the next.
  async #checkpointsDone(): Promise<void> {
    while (this.#checkpointing !== undefined) await this.#checkpointing;
  }

  // The log first: the checkpoint may never know of a block that the log can still lose.
  async #writeCheckpoint(layer: StateLayer): Promise<void> {
    await this.#log.sync();
    const checksum = this.#log.checksum(layer.through);
    if (checksum === undefined) throw new Error(`block ${layer.through} is not in the log`);
    await this.#checkpoint.write(layer, { height: layer.through, checksum });
  }

  #fail(error: unknown): void {
    this.#checkpointing = undefined;
    const reason = error instanceof Error ? error.message : String(error);
    this.#failure ??=
      error instanceof StorageError
        ? error
        : new StorageError(`writing the checkpoint failed: ${reason}. Stop the node and start it again`, { cause: error });
  }

  #throwIfFailed(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }
}

function heightNumber(height: bigint): number {
  const number = Number(height);
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`${height} is not a height`);
  return number;
}

/** The text of a write's key, remembered where the write has a memo. Throws when it is not a key of state. */
function checkedText(write: StateWrites[number]): string {
  const { memo } = write;
  const text = memo?.text ?? keyText(write.key);
  if (text.length === 0 || text.length > MAX_KEY_BYTES || text.charCodeAt(0) === 0) {
    throw new RangeError(`a key of state has 1 to ${MAX_KEY_BYTES} bytes and does not begin with 0`);
  }
  if (memo !== undefined && memo.text === undefined) memo.text = text;
  return text;
}
