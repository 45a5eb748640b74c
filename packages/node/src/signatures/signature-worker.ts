import { parentPort, workerData } from "node:worker_threads";
import { createLedgerClock } from "../clock/ledger-clock.ts";
import { checkGroup } from "./check-group.ts";
import type { TransactionGroup } from "./transaction-group.ts";

/** What a signature worker is started with. */
export interface SignatureWorkerData {
  readonly chainId: Uint8Array;
  readonly clockOffsetMs: number;
}

const { chainId, clockOffsetMs } = workerData as SignatureWorkerData;
const clock = createLedgerClock(clockOffsetMs);
const port = parentPort;
if (port === null) throw new Error("the signature worker was not started as a worker");

port.on("message", (group: TransactionGroup) => {
  const checked = checkGroup(group, chainId, clock.nowMs());
  port.postMessage(checked, [checked.bytes.buffer, checked.offsets.buffer, checked.verdicts.buffer, checked.ids.buffer]);
});
