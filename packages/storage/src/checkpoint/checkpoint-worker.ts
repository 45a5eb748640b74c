import { parentPort, workerData } from "node:worker_threads";
import { BEHIND_THE_EXECUTOR, yieldToOtherThreads } from "../thread-priority.ts";
import { openCheckpointDatabase } from "./checkpoint-database.ts";
import type { CheckpointCommand, CheckpointReport } from "./checkpoint-writer.ts";
import { withChecksum } from "./entry-checksum.ts";
import { inKeyOrder } from "./in-key-order.ts";
import { decodeWriteBatch, type WrittenEntry } from "./write-batch.ts";

/**
 * Entries that are put in one nested transaction. LMDB lists the pages that a transaction has changed by their numbers, and moves what stands behind each one
 * that is added: where free pages are used again, which it takes from the highest down, that is all of them, and time grows with the square of the pages. A nested
 * transaction has a short list of its own, which is merged into the other at once.
 */
const NESTED_ENTRIES = 2_000;
/**
 * Entries that are put in nested transactions at all. A transaction lists 131,071 pages at most, then writes some of them out early; a nested one can write out its own alone. What
 * comes after these goes into the outer transaction, which can always go on.
 */
const MOST_NESTED_ENTRIES = 80_000;

const port = parentPort;
if (port === null) throw new Error("the checkpoint's writer was not started as a worker");
const database = openCheckpointDatabase(String(workerData));
const report = (message: CheckpointReport) => port.postMessage(message);
let batches: ArrayBuffer[] = [];

// A checkpoint takes a processor for a tenth of a second or longer, now and then, and nobody waits for it: at usual niceness it would stand before
// the signature workers, and every answer of that time would come late.
yieldToOtherThreads(BEHIND_THE_EXECUTOR);
port.on("message", (command: CheckpointCommand) => {
  if (command.kind === "entries") batches.push(command.batch);
  else if (command.kind === "commit") commit(Buffer.from(command.markKey), Buffer.from(command.mark));
  else void close();
});

// One transaction with all that is nested in it; it is on the disk when the call returns, for commits neither overlap nor skip their sync.
function commit(markKey: Buffer, mark: Buffer): void {
  const taken = batches;
  batches = [];
  try {
    const entries = inKeyOrder(taken.flatMap((batch) => [...decodeWriteBatch(batch)]));
    database.transactionSync(() => {
      const nested = entries.slice(0, MOST_NESTED_ENTRIES);
      for (let from = 0; from < nested.length; from += NESTED_ENTRIES) {
        database.transactionSync(() => put(nested.slice(from, from + NESTED_ENTRIES)));
      }
      put(entries.slice(MOST_NESTED_ENTRIES));
      database.putSync(markKey, withChecksum(markKey, mark));
    });
    report({ kind: "committed" });
  } catch (error) {
    report({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
}

function put(entries: readonly WrittenEntry[]): void {
  for (const { key, value } of entries) {
    if (value === undefined) database.removeSync(key);
    else database.putSync(key, withChecksum(key, value));
  }
}

async function close(): Promise<void> {
  await database.close();
  port?.close();
}
