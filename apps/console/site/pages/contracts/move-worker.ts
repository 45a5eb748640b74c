import type { WorkerAnswer, WorkerQuestion } from "./worker-messages.ts";

let worker: Worker | undefined;
let earlier: Promise<unknown> = Promise.resolve();

/**
 * Has the worker do one thing after the other. It is started, and the compiler loaded, at the first. Rejects if the worker fails;
 * it is then started anew for the next.
 */
export async function askWorker(question: WorkerQuestion): Promise<WorkerAnswer> {
  const answered = earlier.then(async () => await ask(question));
  // The next waits for the end of this one, however it ended; whoever asked hears of a failure.
  earlier = answered.catch(() => undefined);
  return await answered;
}

async function ask(question: WorkerQuestion): Promise<WorkerAnswer> {
  const asked = (worker ??= new Worker(new URL("./contracts-worker.ts", import.meta.url), { type: "module" }));
  return await new Promise((resolve, reject) => {
    asked.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => resolve(data);
    asked.onerror = (event) => {
      event.preventDefault();
      asked.terminate();
      worker = undefined;
      reject(new Error(event.message === "" || event.message === undefined ? "The compiler could not be started." : event.message));
    };
    asked.postMessage(question);
  });
}
