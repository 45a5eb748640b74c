export {
  type BlockRecord,
  decodeBlockRecord,
  decodeRecordHeader,
  decodeEntryResult,
  type EntryResult,
  encodeBlockRecord,
  encodeEntryResult,
} from "./block-record.ts";
export { chainIdOf, decodeGenesis, encodeGenesis, type GenesisDocument, type GenesisProgram } from "./genesis-document.ts";
export type * from "./ledger.ts";
export { REPLAY_WINDOW_MS } from "./ledger.ts";
export type { CommitmentUpdate, LedgerStore, StateCommitment } from "./ledger-store.ts";
export { createMemoryStore, type MemoryStore } from "./memory-store.ts";
export { isPruned, pruneRecord } from "./pruned-record.ts";
export { decodeRecordEntries } from "./record-entries.ts";
export { expandWrites } from "./recorded-writes.ts";
export { openLedger } from "./open-ledger.ts";
export { type AdmissibleTransaction, admit, blake2b, checkExpiry, MAX_GAS_LIMIT, verifyMessage, verifySignatures } from "./admission.ts";
export { RowIndex } from "./execution/row-index.ts";
export { openStateCommitment } from "./commitment/state-commitment.ts";
export { rebuildRoot } from "./commitment/rebuild-root.ts";
export { RootBuilder } from "./commitment/root-builder.ts";
export { publishedModules } from "./machine.ts";
export { checkCode } from "./snapshot/check-code.ts";
export { chunkHash } from "./snapshot/chunk-hash.ts";
export { EntryChunkReader, EntryChunkWriter, type StateEntry } from "./snapshot/entry-chunk.ts";
export { SnapshotError, type SnapshotErrorCode } from "./snapshot/snapshot-error.ts";
export {
  type ChunkKind,
  decodeManifest,
  encodeManifest,
  SNAPSHOT_VERSION,
  type SnapshotManifest,
  versionError,
} from "./snapshot/snapshot-manifest.ts";
export { WindowCheck } from "./snapshot/window-check.ts";
export {
  type ChainReader,
  CUSTOMERS_CASH,
  type HoldingsChange,
  openChainReader,
  type ResourceChange,
  type TableEntryFound,
} from "./reading/chain-reader.ts";
export { keptEntries, type KeptEntries } from "./reading/kept-entries.ts";
export { BlockProver } from "./proofs/block-prover.ts";
export { BlockHistory, historyBeginning } from "./history/block-history.ts";
export { KeptBytes } from "./kept-bytes.ts";
export { merkleRoot } from "./merkle-root.ts";
