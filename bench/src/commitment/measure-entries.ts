import { openStateCommitment } from "@sycee/ledger";
import { NodeStore } from "./node-store.ts";
import { median, processorMs } from "./processor-time.ts";

const VALUE_BYTES = 120;
const POPULATE = 50_000;

/** What roots over blocks of payments cost. */
export interface EntriesFigures {
  readonly accounts: number;
  readonly paymentsPerBlock: number;
  readonly medianMicrosecondsPerPayment: number;
  readonly nodesPerPayment: number;
}

/** Blocks of payments, each of which changes two wallets among `accounts`, `blocks` times. */
export function measureEntries(accounts: number, paymentsPerBlock: number, blocks: number): EntriesFigures {
  const store = new NodeStore();
  const commitment = openStateCommitment(store);
  for (let from = 0; from < accounts; from += POPULATE) {
    const wallets = Array.from({ length: Math.min(POPULATE, accounts - from) }, (_, index) => from + index);
    const update = commitment.update(writesOf(wallets, 0));
    store.take(update.nodeWrites);
    update.commit();
  }
  const times: number[] = [];
  let nodes = 0;
  for (let block = 1; block <= blocks; block += 1) {
    const wallets = new Set<number>();
    for (let side = 0; side < 2 * paymentsPerBlock; side += 1) wallets.add(Math.imul(block * 40_503 + side, 2_654_435_761) >>> 0);
    const writes = writesOf([...new Set([...wallets].map((wallet) => wallet % accounts))], block);
    let update: ReturnType<typeof commitment.update> | undefined;
    const updating = processorMs(() => (update = commitment.update(writes)));
    if (update === undefined) throw new Error("the root was made");
    const { nodeWrites, commit } = update;
    store.take(nodeWrites);
    times.push(updating + processorMs(commit));
    nodes += nodeWrites.length;
  }
  const medianMicrosecondsPerPayment = (median(times) * 1000) / paymentsPerBlock;
  return { accounts, paymentsPerBlock, medianMicrosecondsPerPayment, nodesPerPayment: nodes / blocks / paymentsPerBlock };
}

function writesOf(wallets: readonly number[], round: number) {
  return wallets
    .map((wallet) => {
      const key = Buffer.alloc(49);
      key[0] = 1;
      key.writeUInt32BE(Math.imul(wallet, 2_654_435_761) >>> 0, 1);
      key.writeUInt32BE(wallet, 5);
      const value = Buffer.alloc(VALUE_BYTES, round & 255);
      value.writeUInt32BE(wallet, 0);
      return { key, value };
    })
    .sort((left, right) => left.key.compare(right.key));
}
