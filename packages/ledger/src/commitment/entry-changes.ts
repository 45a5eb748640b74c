/** Changes to entries: hashes of keys and of values, 32 bytes each, and whether the entry is there afterwards (1) or not (0). */
export interface EntryChanges {
  readonly count: number;
  readonly keys: Buffer;
  readonly values: Buffer;
  readonly present: Uint8Array;
}
