import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { BlockHeader } from "@sycee/protocol/core";
import { REPLAY_WINDOW_MS } from "@sycee/ledger";
import type { Storage } from "@sycee/storage";
import type { PruneData, PruneReport } from "./prune-worker.ts";

/** How long receipts are kept, at least: both, where both are given. Whole segments of the log go at a time. */
export interface RetentionPolicy {
  /** The last so many blocks. */
  readonly blocks?: number | undefined;
  /** Of so many milliseconds of the ledger's time. */
  readonly ms?: number | undefined;
}

/** What retention works on. */
export interface RetentionPorts {
  readonly dataDirectory: string;
  readonly storage: Storage;
  head(): BlockHeader | undefined;
  header(height: bigint): BlockHeader;
  /** Pruning failed, in a sentence: nothing is lost but the space, and it is tried again. */
  notice(text: string): void;
  failed(error: unknown): void;
}

const INTERVAL_MS = 5_000;

/** Drops receipts that need no longer be kept, a segment at a time, in a thread of its own. */
export class Retention {
  readonly #policy: RetentionPolicy;
  readonly #ports: RetentionPorts;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(policy: RetentionPolicy, ports: RetentionPorts) {
    this.#policy = policy;
    this.#ports = ports;
    this.#timer = setInterval(() => this.#look(), INTERVAL_MS);
    this.#timer.unref();
  }

  /** Waits for what is being pruned. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  #look(): void {
    if (this.#running !== undefined || this.#closed) return;
    const firstHeight = this.#next();
    if (firstHeight === undefined) return;
    this.#running = this.#prune(firstHeight)
      .catch((error: unknown) => this.#ports.failed(error))
      .finally(() => {
        this.#running = undefined;
      });
  }

  /** First height of the oldest segment that may go. What replay protection rests on stays, whatever the policy says. */
  #next(): bigint | undefined {
    const { storage } = this.#ports;
    const head = this.#ports.head();
    if (head === undefined) return undefined;
    const [oldest] = storage.prunable(head.height - BigInt(this.#policy.blocks ?? 1));
    if (oldest === undefined) return undefined;
    const ageMs = head.timeMs - this.#ports.header(oldest.lastHeight).timeMs;
    const keepMs = BigInt(this.#policy.ms ?? 0);
    return ageMs > (keepMs > REPLAY_WINDOW_MS ? keepMs : REPLAY_WINDOW_MS) ? oldest.firstHeight : undefined;
  }

  async #prune(firstHeight: bigint): Promise<void> {
    const data: PruneData = { logDirectory: join(this.#ports.dataDirectory, "log"), firstHeight };
    const problem = await new Promise<string | undefined>((resolve) => {
      const worker = new Worker(new URL("./prune-worker.js", import.meta.url), { workerData: data, name: "prune" });
      let report: PruneReport | undefined;
      worker.on("message", (message: PruneReport) => {
        report = message;
      });
      worker.once("error", (error) => resolve(error instanceof Error ? error.message : String(error)));
      worker.once("exit", () => resolve(report === undefined ? "its thread ended" : report.problem));
    });
    if (problem === undefined) await this.#ports.storage.adoptPruned(firstHeight);
    else this.#ports.notice(`Old receipts could not be dropped: ${problem}`);
  }
}
