import { asBuffer } from "../checkpoint/key-text.ts";
import type { FileLayer } from "../files/file-layer.ts";
import { StorageError } from "../storage-error.ts";
import type { TransactionEntry } from "../storage.ts";
import { FrameMemory } from "./frame-memory.ts";
import { NO_LINK, type PendingBlock, pendingBlock, recordOf, sealFrame } from "./frame.ts";
import { IdTable } from "./id-table.ts";
import { createSegment, SEGMENT_HEADER_BYTES, segmentPath, sidecarPath, writeAll } from "./log-directory.ts";
import { openSealed, openSegments } from "./open-log.ts";
import { PassingIds } from "./passing-ids.ts";
import {
  type ActiveSegment,
  checksumFromSegment,
  holds,
  readFromSegment,
  type SealedSegment,
  type SegmentSpan,
  withFile,
} from "./segment.ts";
import { findInSidecar, writeSidecar } from "./sidecar.ts";

/** Blocks wait in memory at most up to this many bytes before they are written without being asked for. */
const BUFFER_BYTES = 8 * 1024 * 1024;

/** Options of {@link openBlockLog}. */
export interface BlockLogOptions {
  readonly files: FileLayer;
  readonly directory: string;
  /** A segment that has reached this length takes no more blocks. */
  readonly segmentBytes: number;
  /** Blocks up to this height are known to have been durable; -1 for none. Asked only where the end of the log is torn. */
  durableThrough(): Promise<number>;
}

interface Waiter {
  readonly height: number;
  readonly resolve: () => void;
  readonly reject: (error: StorageError) => void;
}

export async function openBlockLog(options: BlockLogOptions): Promise<BlockLog> {
  const { sealed, active } = await openSegments(options.files, options.directory, () => options.durableThrough());
  return new BlockLog(options, sealed, active);
}

/** The append-only log of block records. Appending buffers; one write and one sync at a time make what is buffered durable. */
export class BlockLog {
  readonly #files: FileLayer;
  readonly #directory: string;
  readonly #segmentBytes: number;
  readonly #sealed: SealedSegment[];
  #active: ActiveSegment | undefined;
  /** Full segments whose sidecars are being written. */
  readonly #sealing = new Set<ActiveSegment>();
  #sidecars: Promise<void> = Promise.resolve();
  /** Blocks not durable yet, by height and by id. */
  readonly #pending = new Map<number, PendingBlock>();
  readonly #frames = new FrameMemory();
  readonly #passing = new PassingIds();
  #queue: PendingBlock[] = [];
  #queueBytes = 0;
  #waiters: Waiter[] = [];
  #writing: Promise<void> | undefined;
  #lastHeight: number | undefined;
  #durableHeight: number;
  #failure: StorageError | undefined;

  constructor(options: BlockLogOptions, sealed: SealedSegment[], active: ActiveSegment | undefined) {
    this.#files = options.files;
    this.#directory = options.directory;
    this.#segmentBytes = options.segmentBytes;
    this.#sealed = sealed;
    this.#active = active;
    const newest = active !== undefined && active.offsets.length > 0 ? active : sealed.at(-1);
    this.#lastHeight = newest === undefined ? undefined : newest.firstHeight + newest.offsets.length - 1;
    this.#durableHeight = this.#lastHeight ?? -1;
  }

  /** Height of the last block, durable or not. */
  get lastHeight(): number | undefined {
    return this.#lastHeight;
  }

  /** Height of the last durable block; -1 when there is none. */
  get durableHeight(): number {
    return this.#durableHeight;
  }

  get firstHeight(): number | undefined {
    return this.#sealed[0]?.firstHeight ?? this.#active?.firstHeight ?? this.#queue[0]?.height;
  }

  /** Takes the next block. */
  append(height: number, record: Uint8Array, ids: readonly TransactionEntry[]): void {
    this.#throwIfFailed();
    if (this.#lastHeight !== undefined && height !== this.#lastHeight + 1) {
      throw new StorageError(`block ${height} does not follow block ${this.#lastHeight}`);
    }
    const block = pendingBlock(height, ids, record, (bytes) => this.#frames.take(bytes));
    this.#lastHeight = height;
    this.#pending.set(height, block);
    for (const { id, index } of ids) this.#passing.add(asBuffer(id), height, index);
    this.#queue.push(block);
    this.#queueBytes += block.frame.length;
    if (this.#queueBytes >= BUFFER_BYTES) this.#startWriting();
  }

  /** Resolves when all blocks appended so far are durable. */
  sync(): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const height = this.#lastHeight ?? -1;
    if (height <= this.#durableHeight) return Promise.resolve();
    const synced = new Promise<void>((resolve, reject) => this.#waiters.push({ height, resolve, reject }));
    this.#startWriting();
    return synced;
  }

  read(height: number): Uint8Array | undefined {
    const pending = this.#pending.get(height);
    if (pending !== undefined) return Uint8Array.from(recordOf(pending));
    for (const segment of [this.#active, ...this.#sealing]) {
      if (segment !== undefined && holds(segment, height)) return readFromSegment(segment.file, segment, height);
    }
    const segment = this.#sealedHolding(height);
    return segment === undefined ? undefined : withFile(this.#files, segment.path, (file) => readFromSegment(file, segment, height));
  }

  /** Checksum of a durable block's frame: what ties a checkpoint to this log. */
  checksum(height: number): Buffer | undefined {
    for (const segment of [this.#active, ...this.#sealing]) {
      if (segment !== undefined && holds(segment, height)) return checksumFromSegment(segment.file, segment, height);
    }
    const segment = this.#sealedHolding(height);
    return segment === undefined ? undefined : withFile(this.#files, segment.path, (file) => checksumFromSegment(file, segment, height));
  }

  /** Where a transaction is, by the first 16 bytes of its id. */
  find(id: Uint8Array): { readonly height: number; readonly index: number } | undefined {
    const key = asBuffer(id);
    for (const table of [this.#passing, this.#active?.ids, ...[...this.#sealing].map((segment) => segment.ids)]) {
      const place = table?.find(key);
      if (place !== undefined) return place;
    }
    for (const segment of this.#sealed.toReversed()) {
      const place = withFile(this.#files, segment.sidecar, (file) => findInSidecar(file, segment.sidecar, segment, key));
      if (place !== undefined) return place;
    }
    return undefined;
  }

  /** Full segments that were not pruned and lie wholly at or below a height, oldest first. */
  prunable(through: number): SegmentSpan[] {
    return this.#sealed
      .filter(({ pruned, firstHeight, offsets }) => !pruned && firstHeight + offsets.length - 1 <= through)
      .map(({ firstHeight, offsets }) => ({ firstHeight, lastHeight: firstHeight + offsets.length - 1 }));
  }

  /** Reads a segment from now on as {@link pruneSegment} made it, and removes what it was made from. */
  async adoptPruned(firstHeight: number): Promise<void> {
    const place = this.#sealed.findIndex((segment) => segment.firstHeight === firstHeight);
    const old = this.#sealed[place];
    if (old === undefined || old.pruned) throw new Error(`there is no segment of block ${firstHeight} to be pruned`);
    const link = this.#sealed[place - 1]?.lastChecksum ?? NO_LINK;
    const pruned = await openSealed(this.#files, this.#directory, firstHeight, link);
    if (!pruned.pruned || pruned.offsets.length !== old.offsets.length || !pruned.lastChecksum.equals(old.lastChecksum)) {
      throw new StorageError(`${pruned.path} is not what ${old.path} becomes. Remove the former and start the node again`);
    }
    this.#sealed[place] = pruned;
    await this.#files.remove(old.path);
    await this.#files.remove(old.sidecar);
    await this.#files.syncDirectory(this.#directory);
  }

  /** Makes everything durable and lets the files go. */
  async close(): Promise<void> {
    try {
      await this.sync();
      await this.#sidecars;
      this.#throwIfFailed();
    } finally {
      await this.#writing;
      await this.#sidecars;
      this.#failure ??= new StorageError("the store is closed");
      this.#active?.file.close();
      for (const segment of this.#sealing) segment.file.close();
      this.#active = undefined;
      this.#sealing.clear();
    }
  }

  #startWriting(): void {
    if (this.#writing !== undefined || this.#failure !== undefined || this.#queue.length === 0) return;
    this.#writing = this.#writeQueued().finally(() => {
      this.#writing = undefined;
      this.#startWriting();
    });
  }

  async #writeQueued(): Promise<void> {
    try {
      while (this.#queue.length > 0) {
        const blocks = this.#queue;
        this.#queue = [];
        this.#queueBytes = 0;
        this.#passing.leave();
        await this.#writeBlocks(blocks);
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  async #writeBlocks(blocks: readonly PendingBlock[]): Promise<void> {
    const [first] = blocks;
    if (first === undefined) return;
    const segment = await this.#segmentFor(first.height);
    let { end, lastChecksum: link } = segment;
    for (const block of blocks) {
      link = sealFrame(block, { salt: segment.salt, syncedBelow: first.height, link });
      await writeAll(segment.file, block.frame, end);
      end += block.frame.length;
    }
    await segment.file.dataSync();
    segment.lastChecksum = link;
    for (const block of blocks) {
      segment.offsets.push(segment.end);
      segment.end += block.frame.length;
      this.#pending.delete(block.height);
      this.#durableHeight = block.height;
      this.#frames.give(block.frame);
    }
    this.#passing.arrive(segment.ids);
    this.#resolveWaiters();
  }

  // Between two writes, everything before is durable: that is when a full segment can be left.
  async #segmentFor(height: number): Promise<ActiveSegment> {
    const full = this.#active;
    if (full !== undefined && (full.offsets.length === 0 || full.end < this.#segmentBytes)) {
      if (full.firstHeight + full.offsets.length === height) return full;
      throw new StorageError(`block ${height} cannot go into ${full.path}`);
    }
    const { file, header } = await createSegment(this.#files, this.#directory, height);
    const link = full?.lastChecksum ?? this.#sealed.at(-1)?.lastChecksum ?? NO_LINK;
    const path = segmentPath(this.#directory, height);
    const next = { path, ...header, file, offsets: [], end: SEGMENT_HEADER_BYTES, lastChecksum: link, ids: new IdTable() };
    if (full !== undefined) this.#seal(full);
    this.#active = next;
    return next;
  }

  #seal(segment: ActiveSegment): void {
    this.#sealing.add(segment);
    const sidecar = sidecarPath(segment.path);
    this.#sidecars = this.#sidecars.then(() => this.#writeSidecar(segment, sidecar)).catch((error: unknown) => this.#fail(error));
  }

  async #writeSidecar(segment: ActiveSegment, sidecar: string): Promise<void> {
    if (this.#failure !== undefined) return;
    await writeSidecar(this.#files, this.#directory, sidecar, segment);
    const { path, firstHeight, salt, offsets, end, lastChecksum, ids } = segment;
    this.#sealed.push({ path, sidecar, firstHeight, salt, pruned: false, offsets, end, lastChecksum, idCount: ids.size });
    this.#sealing.delete(segment);
    segment.file.close();
  }

  #sealedHolding(height: number): SealedSegment | undefined {
    let low = 0;
    let high = this.#sealed.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const segment = this.#sealed[middle];
      if (segment === undefined) break;
      if (height < segment.firstHeight) high = middle - 1;
      else if (holds(segment, height)) return segment;
      else low = middle + 1;
    }
    return undefined;
  }

  #resolveWaiters(): void {
    const waiting = this.#waiters;
    this.#waiters = waiting.filter(({ height }) => height > this.#durableHeight);
    for (const { height, resolve } of waiting) if (height <= this.#durableHeight) resolve();
  }

  #fail(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    const what = `writing the log failed: ${reason}. Whether the last blocks are kept is unknown; stop the node and start it again`;
    this.#failure ??= new StorageError(what, { cause: error });
    for (const { reject } of this.#waiters.splice(0)) reject(this.#failure);
  }

  #throwIfFailed(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }
}
