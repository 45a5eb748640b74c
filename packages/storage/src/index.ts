export type { Storage, TransactionEntry, TransactionPlace } from "./storage.ts";
export { StorageError } from "./storage-error.ts";
