import { parentPort, workerData } from "node:worker_threads";
import { BEHIND_THE_EXECUTOR, yieldToOtherThreads } from "@sycee/storage/thread-priority";
import { createLedgerClock } from "../clock/ledger-clock.ts";
import { monotonicSeconds } from "../clock/monotonic-seconds.ts";
import { StageBoard } from "../pipeline/stage-board.ts";
import { type ChunkFindings, checkChunk, type GroupChunk } from "./check-group.ts";

/** What a signature worker is started with. */
export interface SignatureWorkerData {
  readonly chainId: Uint8Array;
  readonly clockOffsetMs: number;
  /** Memory of the board on which stages are counted. */
  readonly board: SharedArrayBuffer;
}

/** A chunk that waits for a worker since `sinceSeconds` of the steady clock. */
export interface WaitingChunk extends GroupChunk {
  readonly sinceSeconds: number;
}

/** A chunk that a worker has done. */
export interface DoneChunk extends ChunkFindings {
  /** How long it waited and was checked, and how long its signatures took. */
  readonly checkSeconds: number;
  readonly verifySeconds: number;
}

const { chainId, clockOffsetMs, board: memory } = workerData as SignatureWorkerData;
const clock = createLedgerClock(clockOffsetMs);
const board = new StageBoard(memory);
const port = parentPort;
if (port === null) throw new Error("the signature worker was not started as a worker");

// There are as many workers as processors, and the executor besides: with equal shares the workers are done before the executor is, which then
// works alone while they wait for what its answers bring. So it comes first, and they have what it leaves: still three times what the process of
// the read models gets.
yieldToOtherThreads(BEHIND_THE_EXECUTOR);
port.on("message", (chunk: WaitingChunk) => {
  const count = chunk.to - chunk.from;
  const checked = checkChunk(chunk, chainId, clock.nowMs());
  const checkedAt = monotonicSeconds();
  board.move("check", "verify", count);
  const findings = checked.verify();
  board.move("verify", "order", count);
  const done: DoneChunk = { ...findings, checkSeconds: checkedAt - chunk.sinceSeconds, verifySeconds: monotonicSeconds() - checkedAt };
  port.postMessage(done);
});
