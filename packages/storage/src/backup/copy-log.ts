import fs from "node:fs";
import { basename, join } from "node:path";
import { systemFiles } from "../files/system-files.ts";
import { CHECKSUM_BYTES, NO_LINK } from "../log/frame.ts";
import { listSegments, readSegmentHeader, SEGMENT_HEADER_BYTES, segmentFile } from "../log/log-directory.ts";
import { scanSegment } from "../log/scan-segment.ts";
import { readSegmentFooter, SEGMENT_FOOTER_BYTES } from "../log/segment-footer.ts";
import { withFile } from "../log/segment.ts";
import { StorageError } from "../storage-error.ts";
import { copyPart } from "./copy-part.ts";

/** A segment in a copy of a log. */
export interface CopiedSegment {
  readonly name: string;
  readonly bytes: number;
  /** Whether the copy had it already. */
  readonly kept: boolean;
}

/**
 * Copies the log in `from`, whose node may be running, to `to`: every block that was durable when the call began, and
 * whole ones only, each verified. Full segments that `to` has already are not copied again. `copied` is told after each
 * segment. Throws {@link StorageError} when the log is damaged.
 */
export async function copyLog(from: string, to: string, copied: (segment: CopiedSegment, of: number) => void): Promise<CopiedSegment[]> {
  fs.mkdirSync(to, { recursive: true });
  const heights = listSegments(systemFiles, from);
  const segments: CopiedSegment[] = [];
  let link = NO_LINK;
  for (const [position, firstHeight] of heights.entries()) {
    const result = await copySegment(from, to, firstHeight, { isLast: position === heights.length - 1, link });
    if (result === undefined) break;
    link = result.link;
    segments.push(result.segment);
    copied(result.segment, heights.length);
  }
  await systemFiles.syncDirectory(to);
  return segments;
}

async function copySegment(
  from: string,
  to: string,
  firstHeight: number,
  place: { readonly isLast: boolean; readonly link: Buffer },
): Promise<{ readonly segment: CopiedSegment; readonly link: Buffer } | undefined> {
  const source = segmentFile(systemFiles, from, firstHeight);
  const name = basename(source);
  const target = join(to, name);
  const kept = place.isLast ? undefined : sameSegment(source, target);
  if (kept !== undefined) return { segment: { name, bytes: kept.bytes, kept: true }, link: kept.link };
  const scan = withFile(systemFiles, source, (file) => {
    const header = readSegmentHeader(file, source);
    return header === undefined ? undefined : scanSegment(file, header, place.link);
  });
  // The last one may be about to begin, or have a frame half written.
  if (scan === undefined && place.isLast) return undefined;
  if (scan === undefined || (scan.damage !== undefined && (scan.damage.proven || !place.isLast))) {
    const problem = scan?.damage?.problem ?? "the header is damaged";
    throw new StorageError(`${source} at byte ${scan?.end ?? 0}: ${problem}. Nothing was changed in the backup; restore the node from it`);
  }
  if (scan.offsets.length === 0) return undefined;
  const bytes = source.endsWith(".log") ? scan.end : scan.end + SEGMENT_FOOTER_BYTES;
  await copyPart(source, target, bytes);
  return { segment: { name, bytes, kept: false }, link: scan.lastChecksum };
}

// A full segment never changes but when it is pruned, and then its salt does.
function sameSegment(source: string, target: string): { readonly bytes: number; readonly link: Buffer } | undefined {
  if (!fs.existsSync(target)) return undefined;
  const [here, there] = [endsOf(source), endsOf(target)];
  return here.bytes === there.bytes && here.header.equals(there.header) && here.link.equals(there.link) ? here : undefined;
}

function endsOf(path: string): { readonly bytes: number; readonly header: Buffer; readonly link: Buffer } {
  return withFile(systemFiles, path, (file) => {
    const bytes = file.size();
    const header = Buffer.alloc(SEGMENT_HEADER_BYTES);
    const last = Buffer.alloc(CHECKSUM_BYTES);
    file.readAt(header, 0);
    file.readAt(last, Math.max(0, bytes - CHECKSUM_BYTES));
    return { bytes, header, link: path.endsWith(".log") ? last : (readSegmentFooter(file)?.link ?? last) };
  });
}
