import {
  type BlockEntry,
  decodeBlockRecord,
  decodeRecordEntries,
  decodeRecordHeader,
  type ExecutedBlock,
  isPruned,
  type Ledger,
  openLedger,
  openStateCommitment,
  REPLAY_WINDOW_MS,
  RootBuilder,
} from "@sycee/ledger";
import { compareBytes } from "@sycee/protocol/core";
import type { Storage } from "@sycee/storage";
import { NodeStartError } from "../block-runner/node-start-error.ts";
import { readGenesis } from "../block-runner/stored-genesis.ts";
import { StateOverlay } from "../snapshot/state-overlay.ts";
import { firstMismatch, textOfHash } from "./first-mismatch.ts";
import type { ReplayStore } from "./replay-store.ts";
import { type SignatureBoard, SLICES, sliceStart } from "./signature-board.ts";
import { beginFromSnapshot } from "./snapshot-start.ts";
import type { VerifyMismatch, VerifyProgress, VerifyReport } from "./verify-report.ts";
import { verifySlice } from "./verify-slice.ts";

/** What a replay works on. */
export interface Replay {
  readonly dataDirectory: string;
  readonly storage: Storage;
  /** Empty; takes the replayed state. */
  readonly store: ReplayStore;
  /** Snapshot to begin after, instead of at genesis. */
  readonly snapshot: string | undefined;
  /** Height of the board's block 0: the first that is executed. */
  readonly firstHeight: bigint;
  readonly board: SignatureBoard;
  onProgress(progress: VerifyProgress): void;
}

/**
 * Executes every block of a log again, from genesis or a snapshot, in a store of its own, signatures included, and compares
 * each with the log's record byte by byte; and the checkpoint's entries with the state root of its block; then recounts the
 * laws. Stops at the first difference.
 */
export function replayChain(replay: Replay): VerifyReport {
  const { storage, store, board } = replay;
  const { lastHeight } = storage;
  if (lastHeight === undefined) throw new NodeStartError("There is no chain to verify.");
  const ledger = openAtStart(replay);
  let transactions = 0;
  let blocks = 0n;
  let notExecuted = 0n;
  let executableAfterMs = -1n;
  let mismatch = checkpointBefore(storage, replay.firstHeight);
  for (const { height, record } of storage.records(replay.firstHeight)) {
    if (mismatch !== undefined) break;
    const { header, entries } = decodeRecordEntries(record);
    // What was pruned can be followed from state to state, and cannot be executed; nor can blocks in which something may be
    // a duplicate of it.
    if (isPruned({ header, entries })) executableAfterMs = header.timeMs + REPLAY_WINDOW_MS;
    const applied = header.height > 0n && header.timeMs <= executableAfterMs;
    const checked = checkedEntries(board, entries);
    const replayed = applied ? ledger.applyRecord(decodeBlockRecord(record)) : execute(ledger, header, checked);
    if (applied) notExecuted += 1n;
    if (compareBytes(replayed.encodeRecord(), record) !== 0) {
      mismatch = firstMismatch(replay.dataDirectory, height, record, replayed);
      break;
    }
    store.apply(replayed.writes);
    replayed.commit();
    board.advance();
    blocks += 1n;
    transactions += header.transactionCount;
    if (height === storage.checkpointHeight) mismatch = checkpointMismatch(storage, height, header.stateRoot);
    replay.onProgress({ height, lastHeight, transactions });
  }
  const { head } = ledger;
  const laws = head === undefined ? [] : ledger.recountLaws();
  return {
    holds: mismatch === undefined && laws.every((law) => law.holds),
    chainId: textOfHash(ledger.chainId),
    firstHeight: replay.firstHeight,
    blocks,
    notExecuted,
    transactions,
    height: head?.height ?? 0n,
    headHash: textOfHash(ledger.headHash),
    stateRoot: textOfHash(head?.stateRoot ?? new Uint8Array(32)),
    mismatch,
    laws,
    notices: storage.notices,
  };
}

function openAtStart({ dataDirectory, storage, store, snapshot, firstHeight }: Replay): Ledger {
  if (snapshot !== undefined) return beginFromSnapshot(snapshot, storage, store);
  if (firstHeight !== 0n || storage.readRecord(0n) === undefined) throw new NodeStartError("The log does not begin with block 0.");
  const genesis = readGenesis(storage, dataDirectory);
  return openLedger({ store, commitment: openStateCommitment(store), genesis, head: undefined, recentRecords: [] });
}

// What no other thread has taken by now is verified here, from the end, so as to meet the others.
function checkedEntries(board: SignatureBoard, entries: readonly Uint8Array[]): BlockEntry[] {
  const number = board.current;
  for (let slice = SLICES - 1; slice >= 0; slice -= 1) {
    if (board.take(number, slice)) board.answer(number, slice, verifySlice(entries, slice));
  }
  const checked: BlockEntry[] = [];
  for (let slice = 0; slice < SLICES; slice += 1) {
    const signaturesVerified = board.read(number, slice);
    const end = sliceStart(entries.length, slice + 1);
    for (const bytes of entries.slice(sliceStart(entries.length, slice), end)) checked.push({ bytes, signaturesVerified });
  }
  return checked;
}

function execute(ledger: Ledger, { height, timeMs }: { height: bigint; timeMs: bigint }, entries: readonly BlockEntry[]): ExecutedBlock {
  return height === 0n ? ledger.executeGenesis() : ledger.executeBlock(height, timeMs, entries);
}

// The checkpoint of a block that is not executed: where the chain has only just been imported, say.
function checkpointBefore(storage: Storage, firstHeight: bigint): VerifyMismatch | undefined {
  const height = storage.checkpointHeight;
  const record = height === undefined || height >= firstHeight ? undefined : storage.readRecord(height);
  return height === undefined || record === undefined
    ? undefined
    : checkpointMismatch(storage, height, decodeRecordHeader(record).stateRoot);
}

// A damaged page can hide an entry without anything else being wrong: only the root over all of them tells.
function checkpointMismatch(storage: Storage, height: bigint, stateRoot: Uint8Array): VerifyMismatch | undefined {
  const builder = new RootBuilder();
  for (const { key, value } of new StateOverlay(storage).entries()) builder.add(key, value);
  const root = builder.finish();
  if (compareBytes(root, stateRoot) === 0) return undefined;
  return {
    height,
    in: "checkpoint",
    what: "the root of its entries",
    logged: textOfHash(stateRoot),
    replayed: textOfHash(root),
    place: undefined,
    transaction: undefined,
  };
}
