import {
  blake2b,
  type BlockRecord,
  createMemoryStore,
  decodeBlockRecord,
  encodeEntryResult,
  type ExecutedBlock,
  type Ledger,
  openStateCommitment,
  openLedger,
  rebuildRoot,
} from "@sycee/ledger";
import { blockHash, bytesToHex, compareBytes } from "@sycee/protocol";
import type { Storage } from "@sycee/storage";
import { NodeStartError } from "../block-runner/node-start-error.ts";
import type { VerifyMismatch, VerifyProgress, VerifyReport } from "./verify-report.ts";

/** First bytes of the keys of Move state; the commitment's own nodes come after. */
const FIRST_STATE_KIND = 0x01;
const LAST_STATE_KIND = 0x0f;

/**
 * Executes every block of a log again from genesis, in a store of its own, signatures included, and compares headers,
 * results and writes with the log's, and the checkpoint's entries with the state root of its block; then recounts the
 * laws. Stops at the first difference.
 */
export function replayChain(storage: Storage, onProgress: (progress: VerifyProgress) => void): VerifyReport {
  const { lastHeight } = storage;
  const first = storage.readRecord(0n);
  if (lastHeight === undefined || first === undefined) throw new NodeStartError("There is no chain to verify.");
  const [genesis] = decodeBlockRecord(first).entries;
  if (genesis === undefined) throw new NodeStartError("Block 0 of the log has no genesis document.");
  const store = createMemoryStore();
  const ledger = openLedger({ store, commitment: openStateCommitment(store), genesis, head: undefined, recentRecords: [] });
  let transactions = 0;
  let blocks = 0n;
  let mismatch: VerifyMismatch | undefined;
  for (const { height, record } of storage.records(0n)) {
    const logged = decodeBlockRecord(record);
    const replayed = execute(ledger, logged);
    mismatch = firstMismatch(height, logged, replayed);
    if (mismatch !== undefined) break;
    store.apply(replayed.writes);
    replayed.commit();
    if (height === storage.checkpointHeight) mismatch = checkpointMismatch(storage, height, logged.header.stateRoot);
    if (mismatch !== undefined) break;
    blocks += 1n;
    transactions += logged.header.transactionCount;
    onProgress({ height, lastHeight, transactions });
  }
  const { head } = ledger;
  const laws = head === undefined ? [] : ledger.recountLaws();
  return {
    holds: mismatch === undefined && laws.every((law) => law.holds),
    chainId: hex(ledger.chainId),
    blocks,
    transactions,
    height: head?.height ?? 0n,
    headHash: hex(ledger.headHash),
    stateRoot: hex(head?.stateRoot ?? new Uint8Array(32)),
    mismatch,
    laws,
  };
}

function execute(ledger: Ledger, logged: BlockRecord): ExecutedBlock {
  const { height, timeMs } = logged.header;
  if (height === 0n) return ledger.executeGenesis();
  return ledger.executeBlock(
    height,
    timeMs,
    logged.entries.map((bytes) => ({ bytes, signaturesVerified: false })),
  );
}

function firstMismatch(height: bigint, logged: BlockRecord, { record, headerHash }: ExecutedBlock): VerifyMismatch | undefined {
  for (const [index, result] of logged.results.entries()) {
    const mine = record.results[index];
    const same = mine !== undefined && compareBytes(encodeEntryResult(result), encodeEntryResult(mine)) === 0;
    if (!same) return { height, in: "log", what: `result ${index}`, logged: textOf(result), replayed: textOf(mine) };
  }
  for (const name of ["parentHash", "transactionsRoot", "receiptsRoot", "stateRoot"] as const) {
    if (compareBytes(logged.header[name], record.header[name]) !== 0) {
      return { height, in: "log", what: name, logged: hex(logged.header[name]), replayed: hex(record.header[name]) };
    }
  }
  const hash = blockHash(logged.header, blake2b);
  if (compareBytes(hash, headerHash) !== 0) return { height, in: "log", what: "header hash", logged: hex(hash), replayed: hex(headerHash) };
  return writesMismatch(height, logged, record);
}

// A damaged page can hide an entry without anything else being wrong: only the root over all of them tells.
function checkpointMismatch(storage: Storage, height: bigint, stateRoot: Uint8Array): VerifyMismatch | undefined {
  const root = rebuildRoot(stateEntries(storage));
  if (compareBytes(root, stateRoot) === 0) return undefined;
  return { height, in: "checkpoint", what: "the root of its entries", logged: hex(stateRoot), replayed: hex(root) };
}

function* stateEntries(storage: Storage): Generator<{ readonly key: Uint8Array; readonly value: Uint8Array }> {
  for (let kind = FIRST_STATE_KIND; kind <= LAST_STATE_KIND; kind++) yield* storage.scan(Uint8Array.of(kind));
}

function writesMismatch(height: bigint, logged: BlockRecord, replayed: BlockRecord): VerifyMismatch | undefined {
  const count = Math.max(logged.writes.length, replayed.writes.length);
  for (let index = 0; index < count; index++) {
    const theirs = logged.writes[index];
    const mine = replayed.writes[index];
    if (textOfWrite(theirs) !== textOfWrite(mine)) {
      return { height, in: "log", what: `write ${index}`, logged: textOfWrite(theirs), replayed: textOfWrite(mine) };
    }
  }
  return undefined;
}

function textOfWrite(write: BlockRecord["writes"][number] | undefined): string {
  return write === undefined ? "nothing" : `${hex(write.key)} = ${write.value === undefined ? "removed" : hex(write.value)}`;
}

function textOf(value: unknown): string {
  if (value === undefined) return "nothing";
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "bigint" ? `${part}` : part instanceof Uint8Array ? hex(part) : part,
  );
}

function hex(bytes: Uint8Array): string {
  return `0x${bytesToHex(bytes)}`;
}
