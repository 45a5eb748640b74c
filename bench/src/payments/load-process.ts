/** Sends a pre-signed load to a node and measures: a process of its own, `load-process.js` with a {@link LoadTask} by message. */
import { setTimeout } from "node:timers/promises";
import {
  BATCH_MEDIA_TYPE,
  BATCH_RESULTS_MEDIA_TYPE,
  type BatchResult,
  decodeBatchResults,
  encodeBatch,
  hexToBytes,
  MAX_EXPIRY_AHEAD_MS,
  ROUTES,
  TRANSACTION_MEDIA_TYPE,
} from "@sycee/protocol";
import { Client } from "@sycee/sdk";
import { KeptConnections } from "./kept-connections.ts";
import { latencyOf } from "./latency.ts";
import type { LoadReport, LoadResult, LoadTask } from "./load-task.ts";
import { type Load, makeLoad } from "./make-load.ts";
import { sendAtPace } from "./send-at-pace.ts";

/** More cannot be signed and sent before it expires. */
const MAX_TRANSACTIONS = 480_000;
const MAX_OPEN_SOCKETS = 512;
const TOO_MANY_REQUESTS = 429;
const MAX_TRIES = 20;
const WARM_UP_PACE = { kind: "closed", inFlight: 32 } as const;

process.once("message", (task: LoadTask) => {
  void run(task).then(
    (result) => report({ kind: "result", result }),
    (error: unknown) => report({ kind: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
});

async function run(task: LoadTask): Promise<LoadResult> {
  const client = new Client(task.url);
  const status = await client.status();
  const chainId = hexToBytes(status.chainId);
  if (chainId === undefined) throw new Error("the node's chain id is not hexadecimal");
  if (task.warmUp + task.measured > MAX_TRANSACTIONS)
    throw new Error(`more than ${MAX_TRANSACTIONS} transactions expire before they are sent`);
  // A little less than the most that is allowed; what is signed has to be sent within it.
  const load = await makeLoad(task, { chainId, expiryMs: BigInt(status.timeMs) + MAX_EXPIRY_AHEAD_MS - 2_000n });
  const bodies = bodiesOf(load.transactions, task.batch);
  for (const transaction of load.setup) await sender({ ...task, batch: 1 }, load)(transaction, -1);
  const send = sender(task, load);
  const warmUpBodies = Math.floor(task.warmUp / task.batch);
  // Until everything runs at its pace, the warm-up goes as fast as it can, whatever the pace that is measured.
  const warmUpPace = task.pace.kind === "closed" ? task.pace : WARM_UP_PACE;
  await sendAtPace(bodies.slice(0, warmUpBodies), task.batch, warmUpPace, send);
  const startedMs = performance.now();
  const timesMs = await sendAtPace(bodies.slice(warmUpBodies), task.batch, task.pace, (body, index) => send(body, warmUpBodies + index));
  const seconds = (performance.now() - startedMs) / 1000;
  return {
    seconds,
    perSecond: task.measured / seconds,
    measured: task.measured,
    executed: load.setup.length + load.transactions.length - load.aborting.size,
    aborted: load.aborting.size,
    latency: latencyOf(timesMs),
    transactionBytes: load.transactions[0]?.length ?? 0,
    issuedMinor: load.issuedMinor.toString(),
  };
}

function bodiesOf(transactions: readonly Uint8Array[], batch: number): readonly Uint8Array[] {
  if (batch === 1) return transactions;
  const bodies: Uint8Array[] = [];
  for (let start = 0; start < transactions.length; start += batch) bodies.push(encodeBatch(transactions.slice(start, start + batch)));
  return bodies;
}

// Every single answer is read: a transaction that did not end as it was meant to spoils the measurement.
function sender(task: LoadTask, load: Load): (body: Uint8Array, index: number) => Promise<void> {
  const url = new URL(ROUTES.submitTransactions.path, task.url);
  const single = task.batch === 1;
  const { checkAnswer } = load;
  // Whoever looks into receipts asks for them as JSON; the others for what became of their transactions.
  const headers = {
    "content-type": single ? TRANSACTION_MEDIA_TYPE : BATCH_MEDIA_TYPE,
    accept: checkAnswer === undefined ? BATCH_RESULTS_MEDIA_TYPE : "application/json",
  };
  const connections = new KeptConnections(url, headers, task.pace.kind === "closed" ? task.pace.inFlight : MAX_OPEN_SOCKETS);
  return async (body, index) => {
    let answer = await connections.post(body);
    // A node that has enough to do says when to come again; the time until then counts.
    for (let tries = 1; answer.status === TOO_MANY_REQUESTS && tries < MAX_TRIES; tries++) {
      await setTimeout(answer.retryAfterMs);
      answer = await connections.post(body);
    }
    if (answer.status !== 200)
      throw new Error(`the node answered ${answer.status}: ${Buffer.from(answer.body).toString("utf8").slice(0, 400)}`);
    if (checkAnswer !== undefined) {
      checkAnswer(answer.body);
      return;
    }
    for (const [offset, result] of decodeBatchResults(answer.body).entries()) {
      if (result.kind === (load.aborting.has(index * task.batch + offset) ? "refused" : "executed")) continue;
      const reason = result.kind === "rejected" ? `${result.code}: ${result.detail}` : describeRefusal(result);
      throw new Error(`transaction ${offset} of request ${index} did not end as it was meant to: ${reason}`);
    }
  };
}

function describeRefusal(result: BatchResult): string {
  if (result.kind !== "refused") return result.kind;
  return JSON.stringify(result.receipt.outcome, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
}

function report(message: LoadReport): void {
  process.send?.(message, () => process.disconnect());
}
