import { ACCEPTED_A_BATCH } from "../payments/batch-lane-load.ts";
import type { Latency, LoadResult, Pace } from "../payments/load-task.ts";
import type { NodeUnderTest } from "../payments/node-under-test.ts";
import type { BenchRun } from "../run/bench-run.ts";
import { populateDirectory } from "../run/populate-directory.ts";
import type { Contender } from "./contender.ts";
import { spreadOf } from "./spread.ts";

/** With fewer the executor waits for the disk and the answers between two blocks; each block costs less the more batches it has. */
const IN_FLIGHT = 12;
/** Batches by which a second of load is sized at first. */
const EXPECTED_BATCHES_PER_SECOND = 40;

/** An institution's batches between its customers' accounts, on a node of its own: transfers a second that succeed. */
export class BatchLaneContender implements Contender {
  readonly name = "batchLane";
  /** Of each round. */
  readonly results: LoadResult[] = [];
  /** Known when it is finished, as is its node's memory. */
  halfLoad: Latency | undefined;
  anonymousMib: number | undefined;
  readonly #run: BenchRun;
  readonly customers: number;
  #node: NodeUnderTest | undefined;

  constructor(run: BenchRun, customers: number) {
    this.#run = run;
    this.customers = customers;
  }

  async prepare(): Promise<void> {
    const { directory } = await populateDirectory(this.#run, { accounts: 0, keyed: 0, customers: this.customers });
    this.#node = await this.#run.startNode({ directory });
  }

  async measure(): Promise<number> {
    const perSecond = this.results.at(-1)?.perSecond ?? EXPECTED_BATCHES_PER_SECOND;
    const result = await this.#send({ kind: "closed", inFlight: IN_FLIGHT }, perSecond);
    this.results.push(result);
    return result.perSecond * ACCEPTED_A_BATCH;
  }

  async finish(): Promise<void> {
    const half = spreadOf(this.results.map(({ perSecond }) => perSecond)).median / 2;
    this.#run.say("answer times of batches at half load");
    this.halfLoad = (await this.#send({ kind: "open", transactionsPerSecond: half }, half)).latency;
    this.anonymousMib = this.#started().anonymousMib();
    await this.#started().checkLaws();
  }

  async end(): Promise<void> {
    await this.#node?.end();
  }

  // As many as take about the run's seconds, if the node takes so many a second.
  async #send(pace: Pace, batchesPerSecond: number): Promise<LoadResult> {
    const { seconds } = this.#run;
    return await this.#started().run({
      kind: "batchLane",
      batch: 1,
      keyed: 0,
      accounts: this.customers,
      pace,
      warmUp: Math.ceil(batchesPerSecond * Math.min(seconds, this.results.length === 0 ? 1.5 : 0.3)),
      measured: Math.max(IN_FLIGHT, Math.round(batchesPerSecond * seconds)),
    });
  }

  #started(): NodeUnderTest {
    if (this.#node === undefined) throw new Error("the batch lane was not prepared");
    return this.#node;
  }
}
