import {
  blake2b,
  decodeBlockRecord,
  decodeRecordHeader,
  EntryChunkReader,
  type Ledger,
  openLedger,
  openStateCommitment,
  SnapshotError,
  WindowCheck,
} from "@sycee/ledger";
import { blockHash, compareBytes } from "@sycee/protocol/core";
import type { Storage } from "@sycee/storage";
import { SnapshotFile } from "../snapshot/snapshot-file.ts";
import { StateLoader } from "../snapshot/state-loader.ts";
import type { ReplayStore } from "./replay-store.ts";

/** The ledger as of a snapshot of a log's block, its state put into an empty store. Throws {@link SnapshotError} when it is not sound or not of this log. */
export function beginFromSnapshot(path: string, storage: Storage, store: ReplayStore): Ledger {
  const file = new SnapshotFile(path);
  try {
    const { header, boundary, chunks } = file.manifest;
    const logged = storage.readRecord(header.height);
    if (logged === undefined || compareBytes(blockHash(decodeRecordHeader(logged), blake2b), blockHash(header, blake2b)) !== 0) {
      throw new SnapshotError("snapshot_wrong_chain", `${path} is of a block ${header.height} that the log does not have.`);
    }
    const genesis = file.read(0);
    const check = new WindowCheck(genesis, header, boundary);
    const loader = new StateLoader(store);
    const reader = new EntryChunkReader();
    const recentRecords: Uint8Array[] = [];
    for (const [index, { kind, count }] of chunks.entries()) {
      if (kind === "block") {
        const record = file.read(index);
        check.add(decodeBlockRecord(record));
        recentRecords.push(record);
      }
      if (kind === "entries") for (const entry of reader.read(index, file.read(index), count)) loader.add(entry);
    }
    check.finish();
    if (compareBytes(loader.finish(), header.stateRoot) !== 0) {
      throw new SnapshotError("snapshot_wrong_state", `The entries of ${path} do not make up the state of block ${header.height}.`);
    }
    return openLedger({ store, commitment: openStateCommitment(store), genesis, head: header, recentRecords });
  } finally {
    file.close();
  }
}
