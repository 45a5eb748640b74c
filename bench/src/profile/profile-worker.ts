/** The thread that is profiled, `profile-worker.js` with a {@link ProfileTask} as its data: a ledger's executor without a node around it. */
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { type BlockEntry, createMemoryStore, type ExecutedBlock, openLedger, openStateCommitment } from "@sycee/ledger";
import { loadBuiltModules } from "@sycee/move-build";
import { bytesToHex, MAX_EXPIRY_AHEAD_MS } from "@sycee/protocol";
import { openStorage } from "@sycee/storage";
import { benchAccounts, benchGenesis } from "../payments/bench-economy.ts";
import { signPayments } from "../payments/sign-payments.ts";
import type { ProfileReport, ProfileResult, ProfileTask } from "./profile-task.ts";
import { sampleStages } from "./sample-stages.ts";
import { processorTime } from "./thread-time.ts";

const BUILD_DIRECTORY = fileURLToPath(new URL("../../../move/build", import.meta.url));

/** Time of the first block: the same in every run, so that equal tasks end in equal roots. */
const BEGIN_MS = 1_800_000_000_000n;

/** Blocks that may wait for the disk, as in a node. */
const MAX_UNSYNCED = 2;

/** Where blocks go. */
interface Keeper {
  readonly store: Parameters<typeof openLedger>[0]["store"];
  keep(block: ExecutedBlock): Promise<void>;
  close(): Promise<void>;
}

void run(workerData as ProfileTask).then(
  (result) => report({ kind: "result", result }),
  (error: unknown) => report({ kind: "failed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
);

async function run(task: ProfileTask): Promise<ProfileResult> {
  const accounts = benchAccounts(task.accounts);
  const genesis = benchGenesis(
    accounts,
    loadBuiltModules(BUILD_DIRECTORY).map(({ bytes }) => bytes),
    { timeMs: BEGIN_MS },
  );
  const keeper = task.directory === undefined ? keepInMemory() : await keepOnDisk(task.directory);
  const ledger = openLedger({
    store: keeper.store,
    commitment: openStateCommitment(keeper.store),
    genesis,
    head: undefined,
    recentRecords: [],
  });
  await keeper.keep(ledger.executeGenesis());
  const begunMs = ledger.head?.timeMs ?? 0n;
  const transactions = signPayments({
    accounts,
    chainId: ledger.chainId,
    expiryMs: begunMs + MAX_EXPIRY_AHEAD_MS - 10_000n,
    // Measured once without samples, once with.
    count: task.warmUp + 2 * task.payments,
    firstNonce: 1,
    oneMerchant: task.oneMerchant,
  });
  // As a node's signature workers hand them over: with the identity, which they took for the signature's sake.
  const entries = transactions.map((bytes): BlockEntry => ({ bytes, signaturesVerified: true, id: ledger.check(bytes, begunMs).id }));
  let stateRoot = "";
  const runBlocks = async (from: number, to: number): Promise<void> => {
    for (let start = from; start < to; start += task.block) {
      const height = (ledger.head?.height ?? 0n) + 1n;
      const block = ledger.executeBlock(height, begunMs + height, entries.slice(start, Math.min(to, start + task.block)));
      const bad = block.record.results.find((result) => result.kind !== "receipt" || result.receipt.outcome.kind !== "executed");
      if (bad !== undefined) throw new Error(`a payment was not executed: ${bad.kind}`);
      stateRoot = bytesToHex(block.record.header.stateRoot);
      await keeper.keep(block);
    }
  };
  await runBlocks(0, task.warmUp);
  const before = processorTime();
  await runBlocks(task.warmUp, task.warmUp + task.payments);
  const after = processorTime();
  const time = { thread: after.thread - before.thread, process: after.process - before.process };
  const shares = await sampleStages(() => runBlocks(task.warmUp + task.payments, entries.length), task.save);
  await keeper.close();
  return { payments: task.payments, blocks: Math.ceil(task.payments / task.block), time, shares, stateRoot };
}

function keepInMemory(): Keeper {
  const store = createMemoryStore();
  return {
    store,
    async keep(block) {
      block.encodeRecord();
      store.apply(block.writes);
      block.commit();
    },
    async close() {},
  };
}

async function keepOnDisk(directory: string): Promise<Keeper> {
  const storage = await openStorage({ directory });
  const unsynced: Promise<void>[] = [];
  return {
    store: storage,
    async keep(block) {
      const { header, results } = block.record;
      const ids = results.flatMap((result, index) => (result.kind === "receipt" ? [{ id: result.receipt.id, index }] : []));
      storage.append(header.height, block.viewRecord(), ids, block.writes);
      block.commit();
      unsynced.push(storage.sync());
      if (unsynced.length >= MAX_UNSYNCED) await unsynced.shift();
    },
    async close() {
      await Promise.all(unsynced);
      await storage.close();
    },
  };
}

function report(message: ProfileReport): void {
  parentPort?.postMessage(message);
}
