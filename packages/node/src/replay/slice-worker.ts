import { join } from "node:path";
import { workerData } from "node:worker_threads";
import { decodeRecordEntries } from "@sycee/ledger";
import { openLogView, StorageError } from "@sycee/storage";
import { SignatureBoard, SLICES } from "./signature-board.ts";
import { verifySlice } from "./verify-slice.ts";

/** What a thread that verifies signatures ahead of a replay is started with. */
export interface SliceWorkerData {
  readonly dataDirectory: string;
  readonly board: SharedArrayBuffer;
  /** Height of the board's block 0. */
  readonly firstHeight: number;
}

const { dataDirectory, board: memory, firstHeight } = workerData as SliceWorkerData;
const board = new SignatureBoard(memory);
const log = openLogView(join(dataDirectory, "log"));
for (let number = 0; board.waitFor(number); number += 1) {
  number = Math.max(number, board.current);
  const entries = entriesOf(firstHeight + number);
  if (entries === undefined) break;
  for (let slice = 0; slice < SLICES && number >= board.current; slice += 1) {
    if (board.take(number, slice)) board.answer(number, slice, verifySlice(entries, slice));
  }
}

// The executing thread meets the same end, or the same damage, and says what it is.
function entriesOf(height: number): readonly Uint8Array[] | undefined {
  try {
    const record = log.read(height);
    return record === undefined ? undefined : decodeRecordEntries(record).entries;
  } catch (error) {
    if (error instanceof StorageError) return undefined;
    throw error;
  }
}
