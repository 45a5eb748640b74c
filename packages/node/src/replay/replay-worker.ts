import { parentPort, workerData } from "node:worker_threads";
import { openStorage } from "@sycee/storage";
import { replayChain } from "./replay-chain.ts";
import type { VerifyProgress, VerifyReport } from "./verify-report.ts";

const PROGRESS_INTERVAL_MS = 100;

/** What the replay's thread is started with. */
export interface ReplayData {
  readonly dataDirectory: string;
}

/** What the replay's thread tells. */
export type ReplayMessage =
  | { readonly kind: "progress"; readonly progress: VerifyProgress }
  | { readonly kind: "report"; readonly report: VerifyReport }
  | { readonly kind: "failed"; readonly message: string };

const port = parentPort;
if (port === null) throw new Error("the replay was not started as a worker");
const { dataDirectory } = workerData as ReplayData;
const tell = (message: ReplayMessage) => port.postMessage(message);

try {
  const storage = await openStorage({ directory: dataDirectory });
  try {
    let told = 0;
    const report = replayChain(storage, (progress) => {
      const now = performance.now();
      if (now - told < PROGRESS_INTERVAL_MS && progress.height !== progress.lastHeight) return;
      told = now;
      tell({ kind: "progress", progress });
    });
    tell({ kind: "report", report });
  } finally {
    await storage.close();
  }
} catch (error) {
  tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
}
