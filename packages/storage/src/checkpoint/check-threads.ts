import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type CheckJob, type CheckOutcome, runCheckJob, SHARED_WORD } from "./check-job.ts";

/** More find nothing sooner: what reads the file is then the disk. */
const MOST_THREADS = 8;
/** A file below this is read before a thread has begun. */
const WORTH_THREADS_BYTES = 32 * 1024 * 1024;
const TELL_EVERY_MS = 250;
// Threads run what was built, also when a test runs the sources.
const BUILT = new URL("./check-worker.js", import.meta.url);
const WORKER = import.meta.url.endsWith(".ts") ? new URL("../../dist/checkpoint/check-worker.js", import.meta.url) : BUILT;

/** Told how much of a check is done, from 0 to 1. */
export type TellChecked = (share: number) => void;

/** Runs a job over a file of so many bytes in as many threads as there are cores, or in this one where the file is small. `tell` is called now and then. */
export async function runInThreads(job: CheckJob, fileBytes: number, tell: TellChecked): Promise<CheckOutcome[]> {
  if (fileBytes < WORTH_THREADS_BYTES || job.parts.length < 2) return [runCheckJob(job)];
  const threads = Math.min(availableParallelism(), MOST_THREADS, job.parts.length);
  const timer = setInterval(() => tell((job.shared[SHARED_WORD.done] ?? 0) / job.parts.length), TELL_EVERY_MS);
  try {
    return await Promise.all(Array.from({ length: threads }, () => runInThread(job)));
  } finally {
    clearInterval(timer);
  }
}

function runInThread(job: CheckJob): Promise<CheckOutcome> {
  return new Promise((resolve, reject) => {
    // Without the process's own options: some of them are for its main program alone.
    const worker = new Worker(WORKER, { workerData: job, name: "checkpoint-check", execArgv: [] });
    worker.once("message", (outcome: CheckOutcome) => resolve(outcome));
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a thread that checks the state ended with code ${code}`)));
  });
}
