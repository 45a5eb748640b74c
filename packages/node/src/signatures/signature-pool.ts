import { Worker } from "node:worker_threads";
import type { SignatureWorkerData } from "./signature-worker.ts";
import { type CheckedGroup, groupLength, type TransactionGroup } from "./transaction-group.ts";

/** Threads that check transactions' form and signatures. Its queue is bounded by what ordering has reserved. */
export interface SignaturePool {
  /** Transactions given and not answered yet. */
  readonly pending: number;
  check(group: TransactionGroup): void;
  close(): Promise<void>;
}

/** What the pool tells its owner. */
export interface SignaturePoolEvents {
  checked(group: CheckedGroup): void;
  /** A worker died: a fault of ours, the node must stop. */
  failed(error: Error): void;
}

interface Lane {
  readonly worker: Worker;
  pending: number;
}

/** Starts `workers` threads. */
export function startSignaturePool(workers: number, data: SignatureWorkerData, events: SignaturePoolEvents): SignaturePool {
  let closing = false;
  const lanes: Lane[] = [];
  for (let index = 0; index < workers; index++) {
    const worker = new Worker(new URL("./signature-worker.js", import.meta.url), { workerData: data, name: "signatures" });
    const lane: Lane = { worker, pending: 0 };
    worker.on("message", (group: CheckedGroup) => {
      lane.pending -= groupLength(group);
      events.checked(group);
    });
    worker.on("error", events.failed);
    worker.on("exit", () => {
      if (!closing) events.failed(new Error("a signature worker ended"));
    });
    lanes.push(lane);
  }
  return {
    get pending() {
      return lanes.reduce((total, lane) => total + lane.pending, 0);
    },
    check(group) {
      const lane = lanes.reduce((least, other) => (other.pending < least.pending ? other : least));
      lane.pending += groupLength(group);
      lane.worker.postMessage(group, [group.bytes.buffer, group.offsets.buffer]);
    },
    async close() {
      closing = true;
      await Promise.all(lanes.map((lane) => lane.worker.terminate()));
    },
  };
}
