import { parentPort, workerData } from "node:worker_threads";
import { openStorage } from "@sycee/storage";
import { replayChain } from "./replay-chain.ts";
import { ReplayStore } from "./replay-store.ts";
import { SignatureBoard } from "./signature-board.ts";
import type { VerifyProgress, VerifyReport } from "./verify-report.ts";

const PROGRESS_INTERVAL_MS = 100;

/** What the replay's thread is started with. */
export interface ReplayData {
  readonly dataDirectory: string;
  readonly snapshot: string | undefined;
  readonly firstHeight: bigint;
  readonly board: SharedArrayBuffer;
}

/** What the replay's thread tells. */
export type ReplayMessage =
  /** The directory is this replay's alone. */
  | { readonly kind: "opened" }
  | { readonly kind: "progress"; readonly progress: VerifyProgress }
  | { readonly kind: "report"; readonly report: VerifyReport }
  | { readonly kind: "failed"; readonly message: string };

const port = parentPort;
if (port === null) throw new Error("the replay was not started as a worker");
const { dataDirectory, snapshot, firstHeight, board: memory } = workerData as ReplayData;
const tell = (message: ReplayMessage) => port.postMessage(message);
const board = new SignatureBoard(memory);

try {
  const storage = await openStorage({ directory: dataDirectory });
  const store = await ReplayStore.open();
  try {
    tell({ kind: "opened" });
    let told = 0;
    const onProgress = (progress: VerifyProgress): void => {
      const now = performance.now();
      if (now - told < PROGRESS_INTERVAL_MS && progress.height !== progress.lastHeight) return;
      told = now;
      tell({ kind: "progress", progress });
    };
    tell({ kind: "report", report: replayChain({ dataDirectory, storage, store, snapshot, firstHeight, board, onProgress }) });
  } finally {
    await store.close();
    await storage.close();
  }
} catch (error) {
  tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
} finally {
  board.stop();
}
