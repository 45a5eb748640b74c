import { exportSnapshot, importSnapshot, pruneSnapshots, type SnapshotProgress, type SnapshotReport } from "@sycee/node";
import type { ExportCommandOptions, ImportCommandOptions, PruneCommandOptions } from "./snapshot.ts";

/** Exports a snapshot and tells of it. Throws `SnapshotError`, `NodeStartError`, `StorageError`. */
export async function runExport({ data, height, output, json }: ExportCommandOptions): Promise<void> {
  const report = await exportSnapshot({ dataDirectory: data, height, output, onProgress: progressLine(json) });
  tell(report, json, `${report.path} has the state after block ${report.height}`);
}

/** Imports a snapshot and tells of it. Throws `SnapshotError`, `StorageError`. */
export async function runImport(file: string, { data, trust, json }: ImportCommandOptions): Promise<void> {
  const report = await importSnapshot({ file, dataDirectory: data, trust, onProgress: progressLine(json) });
  tell(report, json, `${data} stands at block ${report.height}`);
}

/** Removes old snapshots and tells which. */
export async function runPrune({ data, keep, json }: PruneCommandOptions): Promise<void> {
  const removed = await pruneSnapshots(data, keep);
  if (json) console.log(JSON.stringify({ removed }));
  else console.log(removed.length === 0 ? "nothing to remove" : removed.map(({ path }) => `removed ${path}`).join("\n"));
}

function progressLine(json: true | undefined): ((progress: SnapshotProgress) => void) | undefined {
  if (!process.stderr.isTTY || json) return undefined;
  return ({ entries, entryCount }) => {
    process.stderr.write(`\r${entries} entries${entryCount === undefined ? "" : ` of ${entryCount}`}`);
  };
}

function tell(report: SnapshotReport, json: true | undefined, sentence: string): void {
  if (json) {
    console.log(JSON.stringify({ ...report, height: report.height.toString() }));
    return;
  }
  if (process.stderr.isTTY) process.stderr.write("\r");
  console.log(`${sentence}: ${report.entries} entries, ${report.blocks} recent blocks, ${report.bytes} bytes`);
  console.log(`chain      ${report.chainId}\nblock hash ${report.headHash}\nstate root ${report.stateRoot}`);
}
