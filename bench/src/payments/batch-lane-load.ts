import type { ReceiptJson } from "@sycee/protocol";
import { TRANSFERS_GAS_LIMIT, transferBatch, transfersOf } from "@sycee/sdk";
import { benchActor } from "./bench-economy.ts";
import type { Load, LoadChain } from "./make-load.ts";
import { CUSTOMER_MINOR } from "./populate.ts";
import { signBenchTransaction } from "./sign-transaction.ts";
import { spread } from "./spread.ts";

/** Transfers that one transaction carries. */
export const TRANSFERS_A_BATCH = 10_000;
/** One in so many is of more than the payer has: it fails by itself. */
const FAILS_EVERY = 100;
/** Of the transfers of a batch, those that succeed. */
export const ACCEPTED_A_BATCH = TRANSFERS_A_BATCH - TRANSFERS_A_BATCH / FAILS_EVERY;

/** An institution's batches: each one transaction of one signature, with transfers between accounts that are spread over all its customers'. */
export function batchLaneLoad(
  chain: LoadChain,
  { customers, count, firstNonce }: { readonly customers: number; readonly count: number; readonly firstNonce: number },
): Load {
  const operator = benchActor("operator");
  const transactions: Uint8Array[] = [];
  for (let batch = 0; batch < count; batch++) {
    const nonce = firstNonce + batch;
    const calls = [transferBatch(transfersBetween(customers, nonce * TRANSFERS_A_BATCH))];
    transactions.push(signBenchTransaction(operator, { ...chain, nonce, gasLimit: TRANSFERS_GAS_LIMIT, calls }));
  }
  return { setup: [], transactions, aborting: new Set(), issuedMinor: 0n, checkAnswer };
}

function transfersBetween(customers: number, first: number) {
  const payers = new Uint32Array(TRANSFERS_A_BATCH);
  const payees = new Uint32Array(TRANSFERS_A_BATCH);
  const amountsMinor: bigint[] = [];
  for (let index = 0; index < TRANSFERS_A_BATCH; index++) {
    const payer = spread(2 * (first + index), customers);
    const payee = spread(2 * (first + index) + 1, customers);
    payers[index] = payer;
    payees[index] = payee === payer ? (payer + 1) % customers : payee;
    amountsMinor.push(index % FAILS_EVERY === 0 ? 1_000_000n * CUSTOMER_MINOR : 1n);
  }
  return { payers, payees, amountsMinor };
}

// The statuses are the answer that the institution waits for: each is read.
function checkAnswer(body: Uint8Array): void {
  const receipt = JSON.parse(Buffer.from(body).toString("utf8")) as ReceiptJson;
  const statuses = transfersOf(receipt)[0]?.statuses ?? [];
  const wrong = statuses.findIndex((status, index) => status !== (index % FAILS_EVERY === 0 ? "insufficient_balance" : "accepted"));
  if (statuses.length !== TRANSFERS_A_BATCH)
    throw new Error(`a batch of ${TRANSFERS_A_BATCH} transfers was answered with ${statuses.length} statuses`);
  if (wrong >= 0) throw new Error(`transfer ${wrong} of a batch is ${statuses[wrong]}`);
}
