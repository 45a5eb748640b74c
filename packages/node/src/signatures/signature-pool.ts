import { Worker } from "node:worker_threads";
import { monotonicSeconds } from "../clock/monotonic-seconds.ts";
import type { DoneChunk, SignatureWorkerData, WaitingChunk } from "./signature-worker.ts";
import type { CheckedGroup, TransactionGroup } from "./transaction-group.ts";

/** Transactions that a worker is given at a time: large groups are split over the workers. */
export const CHUNK_TRANSACTIONS = 125;
/** Chunks that a worker has at hand: one in work and one to go on with. */
const CHUNKS_AT_HAND = 2;
/** The workers' live objects are few, and what they allocate dies young. */
const YOUNG_GENERATION_MB = 16;

/** Threads that check transactions and verify their signatures. Its queue is bounded by admission. */
export interface SignaturePool {
  /** Whether every worker has something at hand: what comes now only waits. */
  readonly busy: boolean;
  check(group: TransactionGroup): void;
  close(): Promise<void>;
}

/** What the pool tells its owner. */
export interface SignaturePoolEvents {
  /** A chunk of a group is done. */
  timed(chunk: DoneChunk): void;
  checked(group: CheckedGroup): void;
  /** A worker has nothing at hand. */
  ready(): void;
  /** A worker died: a fault of ours, the node must stop. */
  failed(error: Error): void;
}

interface Lane {
  readonly worker: Worker;
  atHand: number;
}

interface OpenGroup {
  readonly group: TransactionGroup;
  readonly details: Map<number, string>;
  missing: number;
}

/** Starts `workers` threads. */
export function startSignaturePool(workers: number, data: SignatureWorkerData, events: SignaturePoolEvents): SignaturePool {
  return new WorkerPool(workers, data, events);
}

class WorkerPool implements SignaturePool {
  private readonly events: SignaturePoolEvents;
  private readonly lanes: readonly Lane[];
  private readonly open = new Map<number, OpenGroup>();
  private waiting: WaitingChunk[] = [];
  private closing = false;

  constructor(workers: number, data: SignatureWorkerData, events: SignaturePoolEvents) {
    this.events = events;
    this.lanes = Array.from({ length: workers }, () => this.startLane(data));
  }

  get busy(): boolean {
    return this.lanes.every((lane) => lane.atHand > 0);
  }

  check(group: TransactionGroup): void {
    this.open.set(group.group, { group, details: new Map(), missing: group.count });
    const sinceSeconds = monotonicSeconds();
    for (let from = 0; from < group.count; from += CHUNK_TRANSACTIONS) {
      this.waiting.push({ ...group, from, to: Math.min(group.count, from + CHUNK_TRANSACTIONS), sinceSeconds });
    }
    this.dispatch();
  }

  async close(): Promise<void> {
    this.closing = true;
    await Promise.all(this.lanes.map((lane) => lane.worker.terminate()));
  }

  private startLane(data: SignatureWorkerData): Lane {
    const worker = new Worker(new URL("./signature-worker.js", import.meta.url), {
      workerData: data,
      name: "signatures",
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    });
    const lane: Lane = { worker, atHand: 0 };
    worker.on("message", (chunk: DoneChunk) => this.done(lane, chunk));
    worker.on("error", (error: Error) => this.events.failed(error));
    worker.on("exit", () => {
      if (!this.closing) this.events.failed(new Error("a signature worker ended"));
    });
    return lane;
  }

  private done(lane: Lane, chunk: DoneChunk): void {
    lane.atHand -= 1;
    this.dispatch();
    this.events.timed(chunk);
    const open = this.open.get(chunk.group);
    if (open === undefined) throw new Error("a worker answered a group that is not open");
    for (const [index, detail] of chunk.details) open.details.set(index, detail);
    open.missing -= chunk.to - chunk.from;
    if (open.missing === 0) {
      this.open.delete(chunk.group);
      this.events.checked({ ...open.group, details: open.details });
    }
    if (!this.busy) this.events.ready();
  }

  private dispatch(): void {
    let given = 0;
    for (const chunk of this.waiting) {
      const lane = this.lanes.reduce((least, other) => (other.atHand < least.atHand ? other : least));
      if (lane.atHand >= CHUNKS_AT_HAND) break;
      lane.atHand += 1;
      lane.worker.postMessage(chunk);
      given += 1;
    }
    if (given > 0) this.waiting = this.waiting.slice(given);
  }
}
