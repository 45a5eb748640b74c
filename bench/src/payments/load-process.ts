/** Sends pre-signed payments to a node and measures: a process of its own, `load-process.js` with a {@link LoadTask} by message. */
import {
  BATCH_MEDIA_TYPE,
  BATCH_RESULTS_MEDIA_TYPE,
  decodeBatchResults,
  encodeBatch,
  hexToBytes,
  MAX_EXPIRY_AHEAD_MS,
  ROUTES,
  TRANSACTION_MEDIA_TYPE,
} from "@sycee/protocol";
import { Client } from "@sycee/sdk";
import { benchAccounts } from "./bench-economy.ts";
import { KeptConnections } from "./kept-connections.ts";
import type { LoadReport, LoadResult, LoadTask } from "./load-task.ts";
import { signPayments } from "./sign-payments.ts";

const SIGNED_A_SECOND = 8_000;

process.once("message", (task: LoadTask) => {
  void run(task).then(
    (result) => report({ kind: "result", result }),
    (error: unknown) => report({ kind: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
});

async function run(task: LoadTask): Promise<LoadResult> {
  const client = new Client(task.url);
  const accounts = benchAccounts(task.accounts);
  const total = task.warmUp + task.payments;
  const bodies: Uint8Array[] = [];
  const status = await client.status();
  const chainId = hexToBytes(status.chainId);
  if (chainId === undefined) throw new Error("the node's chain id is not hexadecimal");
  // A little less than the most that is allowed; what is signed has to be sent within it.
  const expiryMs = BigInt(status.timeMs) + MAX_EXPIRY_AHEAD_MS - 2_000n;
  if (total > SIGNED_A_SECOND * 60) throw new Error(`${total} payments cannot be signed and sent before they expire`);
  const transactions = signPayments({ accounts, chainId, expiryMs, count: total, firstNonce: task.firstNonce });
  for (let start = 0; start < total; start += task.batch) {
    const group = transactions.slice(start, start + task.batch);
    bodies.push(task.batch === 1 ? (group[0] ?? new Uint8Array()) : encodeBatch(group));
  }
  const warmUpBodies = Math.floor(task.warmUp / task.batch);
  const send = sender(task);
  await sendAll(bodies.slice(0, warmUpBodies), task.inFlight, send);
  const measured = bodies.slice(warmUpBodies);
  const startedMs = performance.now();
  const latenciesMs = await sendAll(measured, task.inFlight, send);
  const seconds = (performance.now() - startedMs) / 1000;
  latenciesMs.sort((left, right) => left - right);
  return {
    payments: task.payments,
    seconds,
    perSecond: task.payments / seconds,
    p50Ms: quantile(latenciesMs, 0.5),
    p99Ms: quantile(latenciesMs, 0.99),
    transactionBytes: transactions[0]?.length ?? 0,
  };
}

// Every single answer is read: a payment that was not executed spoils the measurement.
function sender(task: LoadTask): (body: Uint8Array) => Promise<void> {
  const url = new URL(ROUTES.submitTransactions.path, task.url);
  const single = task.batch === 1;
  const headers = single
    ? { "content-type": TRANSACTION_MEDIA_TYPE, accept: "application/json" }
    : { "content-type": BATCH_MEDIA_TYPE, accept: BATCH_RESULTS_MEDIA_TYPE };
  const connections = new KeptConnections(url, headers, task.inFlight);
  return async (body) => {
    const answer = await connections.post(body);
    if (answer.status !== 200)
      throw new Error(`the node answered ${answer.status}: ${Buffer.from(answer.body).toString("utf8").slice(0, 400)}`);
    if (single) return;
    const bad = decodeBatchResults(answer.body).find(({ kind }) => kind !== "executed");
    if (bad !== undefined)
      throw new Error(`a payment was not executed: ${bad.kind === "rejected" ? `${bad.code}: ${bad.detail}` : bad.kind}`);
  };
}

async function sendAll(bodies: readonly Uint8Array[], inFlight: number, send: (body: Uint8Array) => Promise<void>): Promise<number[]> {
  const latenciesMs: number[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      const startedMs = performance.now();
      await send(body);
      latenciesMs.push(performance.now() - startedMs);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return latenciesMs;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function report(message: LoadReport): void {
  process.send?.(message, () => process.disconnect());
}
