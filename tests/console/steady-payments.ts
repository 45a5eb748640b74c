import { Agent, request } from "node:http";
import { BATCH_MEDIA_TYPE, BATCH_RESULTS_MEDIA_TYPE, decodeBatchResults, encodeBatch } from "@sycee/protocol";
import type { Payer } from "../load/payments.ts";

/** Batches are small, so that many blocks are made: a page hears of each. */
const BATCH = 20;
const BATCHES_A_SECOND = 50;
/** Payments a second. */
export const PAYMENTS_A_SECOND = BATCH * BATCHES_A_SECOND;
const IN_FLIGHT = 16;

/** Payments that go on at a pace. */
export interface SteadyPayments {
  /** Ends them; gives how many were executed in how many seconds. */
  stop(): Promise<{ readonly payments: number; readonly seconds: number }>;
}

/** Signs so many seconds' worth of payments beforehand: while they are sent, nothing but sending is done here. */
export function signSeconds(payer: Payer, seconds: number, expiryMs: bigint): Uint8Array[] {
  return Array.from({ length: seconds * BATCHES_A_SECOND }, () => encodeBatch(Array.from({ length: BATCH }, () => payer.next(expiryMs))));
}

/** Sends batches at {@link PAYMENTS_A_SECOND} until it is stopped or has none left. Each payment must be executed. */
export function paySteadily(url: string, batches: readonly Uint8Array[]): SteadyPayments {
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  const beganMs = performance.now();
  let payments = 0;
  let next = 0;
  let isStopping = false;
  const lane = async (): Promise<void> => {
    for (let body = batches[next]; body !== undefined && !isStopping; body = batches[next]) {
      const dueMs = beganMs + (next * 1_000) / BATCHES_A_SECOND;
      next += 1;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueMs - performance.now())));
      const results = decodeBatchResults(await post(agent, url, body));
      const refused = results.find(({ kind }) => kind !== "executed");
      if (refused !== undefined)
        throw new Error(`a payment was not executed: ${JSON.stringify(refused, (_, value: unknown) => String(value))}`);
      payments += results.length;
    }
  };
  const lanes = Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  // Whoever stops it is told.
  lanes.catch(() => undefined);
  return {
    async stop() {
      isStopping = true;
      const seconds = (performance.now() - beganMs) / 1_000;
      await lanes;
      agent.destroy();
      return { payments, seconds };
    },
  };
}

function post(agent: Agent, url: string, body: Uint8Array): Promise<Buffer> {
  const headers = { "content-type": BATCH_MEDIA_TYPE, accept: BATCH_RESULTS_MEDIA_TYPE, "content-length": body.length };
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}/v1/transactions`, { agent, method: "POST", headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const answer = Buffer.concat(chunks);
        if (response.statusCode === 200) resolve(answer);
        else reject(new Error(`a batch was answered ${response.statusCode}: ${answer.toString()}`));
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
