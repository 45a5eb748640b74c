// node [flags] replay.mjs LOG OPTIONS: executes a log's blocks again and prints what came out, as one line of JSON.
// OPTIONS is JSON: {"cacheSize": entries, "maxTypes": types, "restartEvery": blocks, "rounds": times, "limits": resource limits of a worker}.
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { fileURLToPath } from "node:url";
import { createHash } from "node:crypto";
import { createMemoryStore, decodeRecordEntries, decodeRecordHeader, openLedger, openStateCommitment } from "@sycee/ledger";
import { openLogView } from "@sycee/storage";

if (isMainThread) {
  const [log, text] = process.argv.slice(2);
  const options = JSON.parse(text);
  const worker = new Worker(fileURLToPath(import.meta.url), {
    workerData: { log, options },
    resourceLimits: { stackSizeMb: 64, ...options.limits },
  });
  worker.on("message", (line) => process.stdout.write(`${line}\n`));
  worker.on("error", (error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  });
} else {
  const { log, options } = workerData;
  const view = openLogView(log);
  let outcome = "";
  for (let round = 0; round < (options.rounds ?? 1); round += 1) {
    const again = replay(view, options);
    if (outcome !== "" && again !== outcome) throw new Error(`round ${round} came to ${again}, the one before to ${outcome}`);
    outcome = again;
  }
  parentPort.postMessage(outcome);
}

function replay(view, { cacheSize, maxTypes, restartEvery }) {
  const store = createMemoryStore();
  const genesis = decodeRecordEntries(view.read(0)).entries[0];
  const open = (head, recentRecords) =>
    openLedger({
      store,
      commitment: openStateCommitment(store),
      genesis,
      head,
      recentRecords,
      ...(cacheSize === undefined ? {} : { objectCacheSize: cacheSize }),
      ...(maxTypes === undefined ? {} : { maxTypes }),
    });
  let ledger = open(undefined, []);
  const records = createHash("sha256");
  const kept = [];
  let gas = 0n;
  let events = 0;
  for (let height = 0; height <= view.lastHeight; height += 1) {
    const { header, entries } = decodeRecordEntries(view.read(height));
    const block =
      height === 0 ? ledger.executeGenesis() : ledger.executeBlock(header.height, header.timeMs, entries.map((bytes) => ({ bytes, signaturesVerified: false })));
    const encoded = block.encodeRecord();
    records.update(encoded);
    for (const { kind, receipt } of block.record.results) {
      if (kind !== "receipt") continue;
      gas += receipt.gasUsed;
      events += receipt.events.length;
    }
    store.apply(block.writes);
    block.commit();
    kept.push(encoded);
    if (restartEvery === undefined || (height + 1) % restartEvery !== 0) continue;
    // As a node that starts again: nothing is left but the store and the log.
    const recent = kept.filter((bytes) => decodeRecordHeader(bytes).timeMs + 121_000n >= header.timeMs);
    ledger = open(ledger.head, recent);
  }
  return JSON.stringify({
    root: Buffer.from(ledger.head.stateRoot).toString("hex"),
    head: Buffer.from(ledger.headHash).toString("hex"),
    records: records.digest("hex"),
    gas: gas.toString(),
    events,
  });
}
