export type { FileLayer, OpenFile } from "./files/file-layer.ts";
export { openStorage, type StorageOptions } from "./open-storage.ts";
export type { StateWrites, Storage, TransactionEntry, TransactionPlace } from "./storage.ts";
export { StorageError } from "./storage-error.ts";
