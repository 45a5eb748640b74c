/** An open file. Reads are synchronous; writes and syncs run off the caller's thread. */
export interface OpenFile {
  /** Length in bytes, unsynced writes included. */
  size(): number;
  /** Reads into `target` from `offset`; returns how many bytes there were, fewer than asked only at the end of the file. */
  readAt(target: Uint8Array, offset: number): number;
  /** Writes at `offset`; resolves to how many bytes were written, at times fewer than given. */
  write(bytes: Uint8Array, offset: number): Promise<number>;
  /** Makes content and length durable. */
  dataSync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): void;
}

/** All the file operations of the log: the seam at which tests lose power and disks fail. Errors are the system's own. */
export interface FileLayer {
  makeDirectory(path: string): void;
  /** Names in a directory, in no particular order. */
  list(directory: string): string[];
  /** `create` fails when the file exists, the other two when it does not. */
  open(path: string, mode: "read" | "write" | "create"): OpenFile;
  /** Replaces `to` if it exists. */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes the directory's names durable. */
  syncDirectory(path: string): Promise<void>;
}
