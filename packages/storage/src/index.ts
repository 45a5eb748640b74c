export { buildStorage, type StorageBuilder } from "./build-storage.ts";
export { type CheckpointView, viewCheckpoint } from "./checkpoint/checkpoint-view.ts";
export type { FileLayer, OpenFile } from "./files/file-layer.ts";
export { openLogView, type LogView } from "./log/open-log-view.ts";
export { openStorage, type StorageOptions } from "./open-storage.ts";
export { restoreCheckpoint } from "./restore-checkpoint.ts";
export type { StateWrites, Storage, TransactionEntry, TransactionPlace } from "./storage.ts";
export { StorageError } from "./storage-error.ts";
