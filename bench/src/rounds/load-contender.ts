import type { LoadKind, LoadResult } from "../payments/load-task.ts";
import type { BenchRun } from "../run/bench-run.ts";
import type { Contender } from "./contender.ts";

/** How a load on the shared node is measured. */
export interface LoadPlan {
  readonly name: string;
  readonly kind: LoadKind;
  /** Transactions a request. */
  readonly batch: number;
  readonly inFlight: number;
  /** What it may reach, by which so much is signed that it takes about the run's seconds. */
  readonly expectedPerSecond: number;
}

/** A load on the shared node, as fast as answers come back. */
export class LoadContender implements Contender {
  readonly name: string;
  /** Of each round. */
  readonly results: LoadResult[] = [];
  readonly #plan: LoadPlan;
  readonly #run: BenchRun;

  constructor(plan: LoadPlan, run: BenchRun) {
    this.name = plan.name;
    this.#plan = plan;
    this.#run = run;
  }

  async prepare(): Promise<void> {
    await this.#run.node();
  }

  async measure(): Promise<number> {
    const { kind, batch, inFlight, expectedPerSecond } = this.#plan;
    const { accounts, seconds } = this.#run;
    // The first round also warms the node's code; the others only the new connections.
    const warmUpSeconds = this.results.length === 0 ? Math.min(seconds, 1.5) : Math.min(seconds, 0.3);
    const node = await this.#run.node();
    const result = await node.run({
      kind,
      batch,
      keyed: accounts,
      accounts,
      pace: { kind: "closed", inFlight },
      warmUp: wholeBatches(expectedPerSecond * warmUpSeconds, batch),
      measured: wholeBatches(expectedPerSecond * seconds, batch),
    });
    this.results.push(result);
    return result.perSecond;
  }

  async finish(): Promise<void> {}

  async end(): Promise<void> {}
}

/** So many transactions, in whole requests: at least one. */
export function wholeBatches(transactions: number, batch: number): number {
  return Math.max(1, Math.round(transactions / batch)) * batch;
}
