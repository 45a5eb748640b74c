import { parentPort, workerData } from "node:worker_threads";
import { openCheckpointDatabase } from "./checkpoint-database.ts";
import type { CheckpointCommand, CheckpointReport } from "./checkpoint-writer.ts";
import { withChecksum } from "./entry-checksum.ts";
import { decodeWriteBatch } from "./write-batch.ts";

const port = parentPort;
if (port === null) throw new Error("the checkpoint's writer was not started as a worker");
const database = openCheckpointDatabase(String(workerData));
const report = (message: CheckpointReport) => port.postMessage(message);
let batches: ArrayBuffer[] = [];

port.on("message", (command: CheckpointCommand) => {
  if (command.kind === "entries") batches.push(command.batch);
  else if (command.kind === "commit") commit(Buffer.from(command.markKey), Buffer.from(command.mark));
  else void close();
});

// One transaction; it is on the disk when the call returns, for commits neither overlap nor skip their sync.
function commit(markKey: Buffer, mark: Buffer): void {
  const taken = batches;
  batches = [];
  try {
    database.transactionSync(() => {
      for (const batch of taken) {
        for (const { key, value } of decodeWriteBatch(batch)) {
          if (value === undefined) database.removeSync(key);
          else database.putSync(key, withChecksum(key, value));
        }
      }
      database.putSync(markKey, withChecksum(markKey, mark));
    });
    report({ kind: "committed" });
  } catch (error) {
    report({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
}

async function close(): Promise<void> {
  await database.close();
  port?.close();
}
