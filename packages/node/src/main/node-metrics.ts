import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { BlockNotice } from "../block-runner/executor-messages.ts";
import type { StageCapacities } from "../pipeline/admission.ts";
import { type Stage, type StageBoard, STAGES } from "../pipeline/stage-board.ts";
import { GatheredTimes } from "./gathered-times.ts";

/** A node's measurements, in a registry of its own. */
export interface NodeMetrics {
  readonly registry: Registry;
  /** Where the chain stands when the node starts: nothing was made yet. */
  startsAt(head: BlockNotice): void;
  block(notice: BlockNotice): void;
  /** Depths are read when the metrics are asked for. */
  watchStages(board: StageBoard, capacities: StageCapacities): void;
  /** Work stood in a stage for so long. */
  stageTook(stage: Stage, seconds: number): void;
  /** So much work was refused because of a stage. */
  stageRefused(stage: Stage, count: number): void;
}

const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2];

export function createNodeMetrics(): NodeMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const tellHeights = heightGauges(registers);
  const blocks = new Counter({ name: "sycee_blocks_total", help: "Blocks made durable", registers });
  const transactions = new Counter({
    name: "sycee_transactions_total",
    help: "Entries of blocks by outcome",
    labelNames: ["outcome"],
    registers,
  });
  const execution = blockTimes({ name: "sycee_block_execution_seconds", help: "Executing a block", registers });
  const sync = blockTimes({ name: "sycee_block_sync_seconds", help: "From the end of execution to the disk", registers });
  const took = stageTimes(registers);
  const refused = new Counter({
    name: "sycee_stage_rejected_total",
    help: "Transactions (requests in decode) answered 429 because this stage was the fullest",
    labelNames: ["stage"],
    registers,
  });
  for (const stage of STAGES) refused.inc({ stage }, 0);
  return {
    registry,
    startsAt: tellHeights,
    stageTook: (stage, seconds) => took[stage].add(seconds),
    stageRefused: (stage, count) => refused.inc({ stage }, count),
    block(notice) {
      tellHeights(notice);
      blocks.inc();
      for (const [outcome, count] of Object.entries(notice.outcomes)) if (count > 0) transactions.inc({ outcome }, count);
      execution.add(notice.executionSeconds);
      sync.add(notice.syncSeconds);
      took.execute.add(notice.executionSeconds);
      took.commit.add(notice.syncSeconds);
    },
    watchStages(board, capacities) {
      new Gauge({
        name: "sycee_stage_depth",
        help: "Work in a stage: requests in decode, transactions in the others",
        labelNames: ["stage"],
        registers,
        collect() {
          for (const stage of STAGES) this.set({ stage }, board.depth(stage));
        },
      });
      const capacity = new Gauge({
        name: "sycee_stage_capacity",
        help: "The most work that a stage holds",
        labelNames: ["stage"],
        registers,
      });
      for (const stage of STAGES) capacity.set({ stage }, capacities[stage]);
    },
  };
}

// Read when the metrics are asked for.
function heightGauges(registers: Registry[]): (notice: BlockNotice) => void {
  let height = 0n;
  let checkpoint: bigint | undefined;
  new Gauge({
    name: "sycee_height",
    help: "Height of the last durable block",
    registers,
    collect() {
      this.set(Number(height));
    },
  });
  new Gauge({
    name: "sycee_checkpoint_height",
    help: "Height of the last block whose state is on the disk as well: a start after a kill has the blocks after it to apply",
    registers,
    collect() {
      if (checkpoint !== undefined) this.set(Number(checkpoint));
    },
  });
  return (notice) => {
    height = notice.height;
    checkpoint = notice.checkpointHeight ?? checkpoint;
  };
}

function blockTimes(about: { readonly name: string; readonly help: string; readonly registers: Registry[] }): GatheredTimes {
  const histogram = new Histogram({
    ...about,
    buckets: SECONDS,
    collect: () => times.handOn(),
  });
  const times = new GatheredTimes((seconds) => histogram.observe(seconds));
  return times;
}

/** How long work stays in each stage. */
function stageTimes(registers: Registry[]): Readonly<Record<Stage, GatheredTimes>> {
  const histogram = new Histogram({
    name: "sycee_stage_seconds",
    help: "From entering a stage to leaving it: of a request in decode, of a block in execute and commit, of a group of transactions elsewhere",
    labelNames: ["stage"],
    buckets: SECONDS,
    registers,
    collect() {
      for (const stage of STAGES) times[stage].handOn();
    },
  });
  const timesOf = (stage: Stage): GatheredTimes => {
    const labelled = histogram.labels(stage);
    return new GatheredTimes((seconds) => labelled.observe(seconds));
  };
  const times: Readonly<Record<Stage, GatheredTimes>> = {
    decode: timesOf("decode"),
    check: timesOf("check"),
    verify: timesOf("verify"),
    order: timesOf("order"),
    execute: timesOf("execute"),
    commit: timesOf("commit"),
    answer: timesOf("answer"),
  };
  return times;
}
