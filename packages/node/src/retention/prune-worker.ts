import { parentPort, workerData } from "node:worker_threads";
import { pruneRecord } from "@sycee/ledger";
import { pruneLogSegment } from "@sycee/storage";

/** What the thread that prunes a segment is started with. */
export interface PruneData {
  readonly logDirectory: string;
  readonly firstHeight: bigint;
}

/** What it tells: `problem` is why it did not. */
export interface PruneReport {
  readonly problem: string | undefined;
}

const port = parentPort;
if (port === null) throw new Error("the pruning was not started as a worker");
const { logDirectory, firstHeight } = workerData as PruneData;
const report = (message: PruneReport) => port.postMessage(message);

try {
  await pruneLogSegment(logDirectory, firstHeight, pruneRecord);
  report({ problem: undefined });
} catch (error) {
  report({ problem: error instanceof Error ? error.message : String(error) });
}
