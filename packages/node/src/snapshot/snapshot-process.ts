// Makes a snapshot of a running node's chain, in a process of its own: `node snapshot-process.js DATA KEEP`.
import { mkdirSync } from "node:fs";
import { exportSnapshot } from "./export-snapshot.ts";
import { pruneSnapshots } from "./prune-snapshots.ts";
import { snapshotsDirectory } from "./retained-snapshots.ts";

const [dataDirectory = "", keep = ""] = process.argv.slice(2);
try {
  const output = snapshotsDirectory(dataDirectory);
  mkdirSync(output, { recursive: true });
  await exportSnapshot({ dataDirectory, output });
  await pruneSnapshots(dataDirectory, Number(keep));
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
