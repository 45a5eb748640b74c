import { Worker } from "node:worker_threads";
import { CodedError } from "@sycee/protocol";
import type { CheckedGroup } from "../signatures/transaction-group.ts";
import type {
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
const MAX_READS = 1_000;

/** The thread that owns ledger and storage, as the main thread sees it. */
export interface Executor {
  readonly chainId: Uint8Array;
  readonly clockOffsetMs: number;
  /** The last block on disk. */
  readonly head: BlockNotice;
  /** Executes a group; `answered` is called once, after the sync of its last block. */
  submit(group: CheckedGroup, form: AnswerForm, answered: (answer: GroupAnswer) => void): void;
  /** Answers as of a durable head. Rejects with `CodedError` `overloaded` or `stopping`. */
  read(request: ReadRequest): Promise<JsonAnswer>;
  /** Finishes what was submitted, writes the checkpoint, ends the thread. */
  close(): Promise<void>;
}

/** What the executor tells its owner. */
export interface ExecutorEvents {
  block(notice: BlockNotice): void;
  /** Storage or an invariant failed: nothing more is executed; groups without an answer never get one. */
  failed(message: string): void;
}

/** Starts the thread and recovers the chain. Rejects with {@link NodeStartError}. */
export async function startExecutor(data: ExecutorData, events: ExecutorEvents): Promise<Executor> {
  const worker = new Worker(new URL("./executor-worker.js", import.meta.url), {
    workerData: data,
    name: "executor",
    resourceLimits: { stackSizeMb: EXECUTOR_STACK_MB, maxOldGenerationSizeMb: 4_096 },
  });
  const ready = await new Promise<Extract<ExecutorReport, { kind: "ready" }>>((resolve, reject) => {
    worker.once("message", (report: ExecutorReport) => {
      if (report.kind === "ready") resolve(report);
      else reject(new NodeStartError(report.kind === "failed" ? report.message : "the executor did not start"));
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new NodeStartError("the executor ended while starting")));
  });
  return attach(worker, ready, events);
}

function attach(worker: Worker, ready: Extract<ExecutorReport, { kind: "ready" }>, events: ExecutorEvents): Executor {
  const groups = new Map<number, (answer: GroupAnswer) => void>();
  const reads = new Map<number, { resolve(answer: JsonAnswer): void; reject(error: Error): void }>();
  let head = ready.head;
  let nextTicket = 0;
  let ended = false;
  let closed: (() => void) | undefined;

  function end(message: string | undefined): void {
    if (ended) return;
    ended = true;
    for (const { reject } of reads.values()) reject(new CodedError("stopping"));
    reads.clear();
    if (message !== undefined) events.failed(message);
    closed?.();
  }
  worker.on("message", (report: ExecutorReport) => {
    if (report.kind === "answers") {
      const answered = groups.get(report.group);
      groups.delete(report.group);
      answered?.(report.answer);
    } else if (report.kind === "read") {
      reads.get(report.ticket)?.resolve(report.answer);
      reads.delete(report.ticket);
    } else if (report.kind === "block") {
      head = report.notice;
      events.block(report.notice);
    } else if (report.kind === "failed") {
      end(report.message);
    } else if (report.kind === "closed") {
      end(undefined);
    }
  });
  worker.removeAllListeners("error");
  worker.on("error", (error: Error) => end(`the executor failed: ${error.message}`));
  worker.removeAllListeners("exit");
  worker.on("exit", (code) => end(`the executor ended with code ${code}`));
  const send = (command: ExecutorCommand, transfer: ArrayBuffer[] = []) => worker.postMessage(command, transfer);

  return {
    chainId: ready.chainId,
    clockOffsetMs: ready.clockOffsetMs,
    get head() {
      return head;
    },
    submit(group, form, answered) {
      groups.set(group.group, answered);
      send({ kind: "submit", group, form }, [group.bytes.buffer, group.offsets.buffer, group.verdicts.buffer, group.ids.buffer]);
    },
    read(request) {
      if (ended) return Promise.reject(new CodedError("stopping"));
      if (reads.size >= MAX_READS) return Promise.reject(new CodedError("overloaded"));
      const ticket = nextTicket++;
      return new Promise((resolve, reject) => {
        reads.set(ticket, { resolve, reject });
        send({ kind: "read", ticket, request });
      });
    },
    async close() {
      if (!ended) {
        await new Promise<void>((resolve) => {
          closed = resolve;
          send({ kind: "close" });
        });
      }
      await worker.terminate();
    },
  };
}
