import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { randomFillSync } from "node:crypto";

const SIZES = [4_096, 140 * 1024] as const;

/** Appends of one size to a file, each synced before the next. */
export interface SyncFigures {
  readonly bytes: number;
  readonly syncsPerSecond: number;
}

/** How often a second the disk behind a directory makes an append of 4 KiB, and of 140 KiB, durable. */
export function measureSync(directory: string, durationMs: number): SyncFigures[] {
  return SIZES.map((bytes) => measureSize(directory, bytes, durationMs));
}

function measureSize(directory: string, bytes: number, durationMs: number): SyncFigures {
  const path = join(directory, `sync-${bytes}`);
  const piece = randomFillSync(Buffer.alloc(bytes));
  const file = openSync(path, "wx");
  try {
    let count = 0;
    const startedMs = performance.now();
    let elapsedMs = 0;
    while (elapsedMs < durationMs) {
      if (writeSync(file, piece) !== bytes) throw new Error(`the disk took only a part of ${bytes} bytes`);
      fdatasyncSync(file);
      count += 1;
      elapsedMs = performance.now() - startedMs;
    }
    return { bytes, syncsPerSecond: Math.round((count / elapsedMs) * 1000) };
  } finally {
    closeSync(file);
    rmSync(path);
  }
}
