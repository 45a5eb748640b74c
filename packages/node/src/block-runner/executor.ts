import { setFlagsFromString } from "node:v8";
import { type ResourceLimits, Worker } from "node:worker_threads";
import { CodedError } from "@sycee/protocol/core";
import type { CheckedGroup } from "../signatures/transaction-group.ts";
import { monotonicSeconds } from "../clock/monotonic-seconds.ts";
import type {
  AnsweredGroup,
  AnswerForm,
  BlockNotice,
  ExecutorCommand,
  ExecutorData,
  ExecutorReport,
  GroupAnswer,
  JsonAnswer,
  ReadRequest,
} from "./executor-messages.ts";
import { NodeStartError } from "./node-start-error.ts";

/** Stack of the executor's thread: far above what the machine's own limits on call depth can reach. */
export const EXECUTOR_STACK_MB = 64;
/**
 * Limits of the executor's thread. What a block needs lives until the block is kept: a young generation that holds several
 * blocks is mostly dead when it is collected, where a small one is copied again and again.
 */
export const EXECUTOR_LIMITS: ResourceLimits = {
  stackSizeMb: EXECUTOR_STACK_MB,
  maxOldGenerationSizeMb: 4_096,
  maxYoungGenerationSizeMb: 256,
};
/**
 * Below this the engine does not collect the executor's whole heap for its size alone. Its own estimate leaves little room above what lived last
 * time beside so large a young generation: it would collect every few seconds, and while it marks, blocks wait for a processor.
 */
const UNHURRIED_HEAP_MB = 512;
const MAX_READS = 1_000;

/** The thread that owns ledger and storage, as the main thread sees it. */
export interface Executor {
  readonly chainId: Uint8Array;
  readonly clockOffsetMs: number;
  /** Whether the chain takes modules: a matter of its genesis. */
  readonly takesModules: boolean;
  /** The last block on disk. */
  readonly head: BlockNotice;
  /** Executes a group; `answered` is called once, after the sync of its last block. */
  submit(group: CheckedGroup, form: AnswerForm, answered: (answer: GroupAnswer) => void): void;
  /** Answers as of a durable head. Rejects with `CodedError` `overloaded` or `stopping`. */
  read(request: ReadRequest): Promise<JsonAnswer>;
  /** Finishes what was submitted, writes the checkpoint, ends the thread. */
  close(): Promise<void>;
}

type ReadyReport = Extract<ExecutorReport, { readonly kind: "ready" }>;

/** What the executor tells its owner. */
export interface ExecutorEvents {
  block(notice: BlockNotice): void;
  /** What a start is doing that takes more than a second, in words; at most once a second. */
  starting(text: string): void;
  /** Something that whoever runs the node should know, in a sentence. */
  notice(text: string): void;
  /** Answers were given; they had been final since `sinceSeconds` of the steady clock. */
  answered(answers: readonly AnsweredGroup[], sinceSeconds: number): void;
  /** Storage or an invariant failed: nothing more is executed; groups without an answer never get one. */
  failed(message: string): void;
}

/** Starts the thread and recovers the chain. Rejects with {@link NodeStartError}. */
export async function startExecutor(data: ExecutorData, events: ExecutorEvents): Promise<Executor> {
  // There is no such option of one thread: it is read when the thread's heap is made.
  setFlagsFromString(`--initial-old-space-size=${UNHURRIED_HEAP_MB}`);
  const worker = new Worker(new URL("./executor-worker.js", import.meta.url), {
    workerData: data,
    name: "executor",
    resourceLimits: EXECUTOR_LIMITS,
  });
  const ready = await new Promise<ReadyReport>((resolve, reject) => {
    worker.once("online", () => setFlagsFromString("--initial-old-space-size=0"));
    worker.on("message", (reports: readonly ExecutorReport[]) => {
      for (const report of reports) {
        if (report.kind === "starting") events.starting(report.text);
        else if (report.kind === "ready") resolve(report);
        else reject(new NodeStartError(report.kind === "failed" ? report.message : "the executor did not start"));
      }
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new NodeStartError("the executor ended while starting")));
  });
  worker.removeAllListeners("message");
  return new WorkerExecutor(worker, ready, events);
}

class WorkerExecutor implements Executor {
  readonly chainId: Uint8Array;
  readonly clockOffsetMs: number;
  readonly takesModules: boolean;
  private readonly worker: Worker;
  private readonly events: ExecutorEvents;
  private readonly groups = new Map<number, (answer: GroupAnswer) => void>();
  private readonly reads = new Map<number, { resolve(answer: JsonAnswer): void; reject(error: Error): void }>();
  private lastDurable: BlockNotice;
  private nextTicket = 0;
  private ended = false;
  /** Whether the thread is gone, or as good as that. */
  private isGone = false;
  private closed: (() => void) | undefined;

  constructor(worker: Worker, ready: ReadyReport, events: ExecutorEvents) {
    this.chainId = ready.chainId;
    this.clockOffsetMs = ready.clockOffsetMs;
    this.takesModules = ready.takesModules;
    this.lastDurable = ready.head;
    this.worker = worker;
    this.events = events;
    worker.removeAllListeners("error");
    worker.removeAllListeners("exit");
    worker.on("message", (reports: readonly ExecutorReport[]) => {
      for (const report of reports) this.receive(report);
    });
    worker.on("error", (error: Error) => this.gone(`the executor failed: ${error.message}`));
    worker.on("exit", (code) => this.gone(`the executor ended with code ${code}`));
  }

  get head(): BlockNotice {
    return this.lastDurable;
  }

  submit(group: CheckedGroup, form: AnswerForm, answered: (answer: GroupAnswer) => void): void {
    this.groups.set(group.group, answered);
    this.send({ kind: "submit", group, form, sinceSeconds: monotonicSeconds() });
  }

  read(request: ReadRequest): Promise<JsonAnswer> {
    if (this.ended) return Promise.reject(new CodedError("stopping"));
    if (this.reads.size >= MAX_READS) return Promise.reject(new CodedError("overloaded"));
    const ticket = this.nextTicket++;
    return new Promise((resolve, reject) => {
      this.reads.set(ticket, { resolve, reject });
      this.send({ kind: "read", ticket, request });
    });
  }

  async close(): Promise<void> {
    if (!this.isGone) {
      await new Promise<void>((resolve) => {
        this.closed = resolve;
        // Also one that failed is not ended before a checkpoint on its way is.
        this.send({ kind: this.ended ? "abandon" : "close" });
      });
    }
    await this.worker.terminate();
  }

  private receive(report: ExecutorReport): void {
    if (report.kind === "answers") {
      for (const { group, answer } of report.answers) {
        const answered = this.groups.get(group);
        this.groups.delete(group);
        answered?.(answer);
      }
      this.events.answered(report.answers, report.sinceSeconds);
    } else if (report.kind === "read") {
      this.reads.get(report.ticket)?.resolve(report.answer);
      this.reads.delete(report.ticket);
    } else if (report.kind === "block") {
      this.lastDurable = report.notice;
      this.events.block(report.notice);
    } else if (report.kind === "notice") {
      this.events.notice(report.text);
    } else if (report.kind === "failed") {
      this.end(report.message);
      if (this.closed !== undefined) this.send({ kind: "abandon" });
    } else if (report.kind === "closed") {
      this.gone(undefined);
    }
  }

  private gone(message: string | undefined): void {
    this.isGone = true;
    this.end(message);
    this.closed?.();
  }

  private end(message: string | undefined): void {
    if (this.ended) return;
    this.ended = true;
    for (const { reject } of this.reads.values()) reject(new CodedError("stopping"));
    this.reads.clear();
    if (message !== undefined) this.events.failed(message);
  }

  private send(command: ExecutorCommand): void {
    this.worker.postMessage(command);
  }
}
