import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { BlockNotice } from "../block-runner/executor-messages.ts";

/** A node's measurements, in a registry of its own. */
export interface NodeMetrics {
  readonly registry: Registry;
  block(notice: BlockNotice): void;
  /** Lengths are read when the metrics are asked for. */
  watchQueues(lengths: Readonly<Record<string, () => number>>): void;
}

const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2];

export function createNodeMetrics(): NodeMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const height = new Gauge({ name: "sycee_height", help: "Height of the last durable block", registers });
  const blocks = new Counter({ name: "sycee_blocks_total", help: "Blocks made durable", registers });
  const transactions = new Counter({
    name: "sycee_transactions_total",
    help: "Entries of blocks by outcome",
    labelNames: ["outcome"],
    registers,
  });
  const execution = new Histogram({ name: "sycee_block_execution_seconds", help: "Executing a block", buckets: SECONDS, registers });
  const sync = new Histogram({
    name: "sycee_block_sync_seconds",
    help: "From the end of execution to the disk",
    buckets: SECONDS,
    registers,
  });
  return {
    registry,
    block(notice) {
      height.set(Number(notice.height));
      blocks.inc();
      for (const [outcome, count] of Object.entries(notice.outcomes)) if (count > 0) transactions.inc({ outcome }, count);
      execution.observe(notice.executionSeconds);
      sync.observe(notice.syncSeconds);
    },
    watchQueues(lengths) {
      new Gauge({
        name: "sycee_queue_transactions",
        help: "Transactions waiting, by queue",
        labelNames: ["queue"],
        registers,
        collect() {
          for (const [queue, length] of Object.entries(lengths)) this.set({ queue }, length());
        },
      });
    },
  };
}
