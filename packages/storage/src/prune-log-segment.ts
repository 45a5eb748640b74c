import { systemFiles } from "./files/system-files.ts";
import { pruneSegment, type StripRecord } from "./log/prune-segment.ts";

/**
 * Makes the pruned form of a full segment in a log's directory, each of its records reduced by `strip`. It is used when the
 * store that has the log open adopts it, or at its next opening. Resolves to the bytes saved; throws `StorageError` on damage.
 */
export function pruneLogSegment(logDirectory: string, firstHeight: bigint, strip: StripRecord): Promise<number> {
  return pruneSegment(systemFiles, logDirectory, Number(firstHeight), strip);
}
