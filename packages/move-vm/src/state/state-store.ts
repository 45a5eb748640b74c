/** Committed state as the machine reads it. Synchronous, and constant while a block executes. */
export interface StateStore {
  /** The value stored under `key`, `undefined` if there is none. The result is not modified by the caller. */
  get(key: Uint8Array): Uint8Array | undefined;
}
