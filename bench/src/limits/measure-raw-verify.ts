import { Worker } from "node:worker_threads";
import type { VerifyTask } from "./verify-worker.ts";

/** Signature verifications a second that libsodium reaches on `threads` threads together, over messages of `messageBytes`. */
export async function measureRawVerify(threads: number, task: VerifyTask): Promise<number> {
  const workers = Array.from({ length: threads }, () => new Worker(new URL("./verify-worker.js", import.meta.url), { workerData: task }));
  await Promise.all(workers.map(nextMessage));
  const counts = workers.map(nextMessage);
  for (const worker of workers) worker.postMessage("go");
  const results: { readonly perSecond: number }[] = await Promise.all(counts);
  await Promise.all(workers.map((worker) => worker.terminate()));
  return results.reduce((sum, { perSecond }) => sum + perSecond, 0);
}

function nextMessage(worker: Worker): Promise<{ readonly perSecond: number }> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
