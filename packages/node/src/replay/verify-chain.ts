import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { EXECUTOR_STACK_MB } from "../block-runner/executor.ts";
import { NodeStartError } from "../block-runner/node-start-error.ts";
import type { ReplayData, ReplayMessage } from "./replay-worker.ts";
import type { VerifyProgress, VerifyReport } from "./verify-report.ts";

/**
 * Replays the chain in a directory from its first block and compares every root, result and write with the log; no node
 * may be running there. Rejects with {@link NodeStartError} when there is no chain or its log cannot be read.
 */
export async function verifyChain(dataDirectory: string, onProgress: (progress: VerifyProgress) => void = () => {}): Promise<VerifyReport> {
  if (!existsSync(dataDirectory)) throw new NodeStartError(`There is no directory ${dataDirectory}.`);
  // Opening a store would begin one: nothing is to be left where there was no chain.
  if (!existsSync(join(dataDirectory, "log"))) throw new NodeStartError(`There is no chain in ${dataDirectory}.`);
  const data: ReplayData = { dataDirectory };
  const worker = new Worker(new URL("./replay-worker.js", import.meta.url), {
    workerData: data,
    name: "replay",
    resourceLimits: { stackSizeMb: EXECUTOR_STACK_MB, maxOldGenerationSizeMb: 4_096 },
  });
  return await new Promise<VerifyReport>((resolve, reject) => {
    let report: VerifyReport | undefined;
    worker.on("message", (message: ReplayMessage) => {
      if (message.kind === "progress") onProgress(message.progress);
      else if (message.kind === "report") report = message.report;
      else reject(new NodeStartError(message.message));
    });
    worker.once("error", reject);
    // Settled when the thread has let the directory go.
    worker.once("exit", () => (report === undefined ? reject(new NodeStartError("The replay ended without a report.")) : resolve(report)));
  });
}
