import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { openLogView } from "@sycee/storage";
import { EXECUTOR_LIMITS } from "../block-runner/executor.ts";
import { NodeStartError } from "../block-runner/node-start-error.ts";
import { retainedSnapshots } from "../snapshot/retained-snapshots.ts";
import { SnapshotFile } from "../snapshot/snapshot-file.ts";
import type { ReplayData, ReplayMessage } from "./replay-worker.ts";
import { SignatureBoard } from "./signature-board.ts";
import type { SliceWorkerData } from "./slice-worker.ts";
import type { VerifyProgress, VerifyReport } from "./verify-report.ts";

/** How a chain is verified. */
export interface VerifyOptions {
  /** Snapshot to begin after. If not given, genesis; where the log does not begin there, the oldest snapshot beside it. */
  readonly snapshot?: string | undefined;
  /** Threads that verify signatures beside the one that executes, default one less than there are cores; 0 is allowed. */
  readonly threads?: number | undefined;
  readonly onProgress?: ((progress: VerifyProgress) => void) | undefined;
}

/**
 * Replays the chain in a directory and compares every root, result and write with the log; no node may be running there.
 * Signatures are verified by other threads ahead of the execution, which takes them on too when it would have to wait.
 * Rejects with {@link NodeStartError} when there is no chain or its log cannot be read, `SnapshotError` for the snapshot.
 */
export async function verifyChain(dataDirectory: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  if (!existsSync(dataDirectory)) throw new NodeStartError(`There is no directory ${dataDirectory}.`);
  // Opening a store would begin one: nothing is to be left where there was no chain.
  if (!existsSync(join(dataDirectory, "log"))) throw new NodeStartError(`There is no chain in ${dataDirectory}.`);
  const snapshot = options.snapshot ?? snapshotForPrunedLog(dataDirectory);
  const firstHeight = snapshot === undefined ? 0n : heightOf(snapshot) + 1n;
  const board = new SignatureBoard();
  const data: ReplayData = { dataDirectory, snapshot, firstHeight, board: board.memory };
  const worker = new Worker(new URL("./replay-worker.js", import.meta.url), {
    workerData: data,
    name: "replay",
    resourceLimits: EXECUTOR_LIMITS,
  });
  const threads = options.threads ?? availableParallelism() - 1;
  const helpers: Promise<void>[] = [];
  return await new Promise<VerifyReport>((resolve, reject) => {
    let report: VerifyReport | undefined;
    const fail = (error: unknown): void => {
      board.stop();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    worker.on("message", (message: ReplayMessage) => {
      if (message.kind === "opened") for (let index = 0; index < threads; index += 1) helpers.push(startHelper(data, fail));
      else if (message.kind === "progress") options.onProgress?.(message.progress);
      else if (message.kind === "report") report = message.report;
      else reject(new NodeStartError(message.message));
    });
    worker.once("error", fail);
    // Settled when the threads have let the directory go.
    worker.once("exit", () => {
      board.stop();
      void Promise.all(helpers).then(() =>
        report === undefined ? reject(new NodeStartError("The replay ended without a report.")) : resolve(report),
      );
    });
  });
}

function startHelper({ dataDirectory, firstHeight, board }: ReplayData, fail: (error: unknown) => void): Promise<void> {
  const workerData: SliceWorkerData = { dataDirectory, board, firstHeight: Number(firstHeight) };
  const helper = new Worker(new URL("./slice-worker.js", import.meta.url), { workerData, name: "replay-signatures" });
  helper.once("error", fail);
  return new Promise((resolve) => helper.once("exit", () => resolve()));
}

function snapshotForPrunedLog(dataDirectory: string): string | undefined {
  const first = openLogView(join(dataDirectory, "log")).firstHeight;
  // An imported chain's log has the blocks of its snapshot without their writes: these cannot be executed.
  const [oldest] = retainedSnapshots(dataDirectory);
  return first === 0 && !existsSync(join(dataDirectory, "genesis.bcs")) ? undefined : oldest?.path;
}

function heightOf(snapshot: string): bigint {
  const file = new SnapshotFile(snapshot);
  file.close();
  return file.manifest.header.height;
}
