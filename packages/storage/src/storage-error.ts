/**
 * The store cannot go on: damage, a failed write, or a directory in use. The message says what is wrong and what to do.
 * After one, everything since the last resolved `sync()` has an unknown outcome: stop, open again, recover.
 */
export class StorageError extends Error {
  override readonly name = "StorageError";
}
