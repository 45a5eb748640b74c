export {
  type BlockRecord,
  decodeBlockRecord,
  decodeEntryResult,
  type EntryResult,
  encodeBlockRecord,
  encodeEntryResult,
} from "./block-record.ts";
export type * from "./ledger.ts";
export type { CommitmentUpdate, LedgerStore, StateCommitment } from "./ledger-store.ts";
