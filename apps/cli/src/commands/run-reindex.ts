import { reindex, type ReindexProgress } from "@sycee/node";
import { formatTable } from "../output/table.ts";
import type { ReindexCommandOptions } from "./reindex.ts";

/** Rebuilds the read models of a chain and tells what is in them. Throws `NodeStartError`, `StorageError`. */
export async function runReindex({ data, databaseUrl = process.env.DATABASE_URL, json }: ReindexCommandOptions): Promise<void> {
  const started = performance.now();
  const report = await reindex({
    dataDirectory: data,
    databaseUrl,
    onProgress: process.stderr.isTTY && json !== true ? showProgress : () => undefined,
    onNotice: (text) => void process.stderr.write(`${text}\n`),
  });
  const seconds = (performance.now() - started) / 1_000;
  if (json) {
    console.log(JSON.stringify({ ...report, seconds }));
    return;
  }
  console.log(`the read models were made again up to block ${report.height} in ${seconds.toFixed(1)} s`);
  if (report.beginsAtHeight > 0) console.log(`history begins with the state of block ${report.beginsAtHeight}, from a snapshot`);
  console.log(formatTable([["table", "rows"], ...report.tables.map(({ table, rows }) => [table, `${rows}`])]));
}

function showProgress({ height, lastHeight, rows }: ReindexProgress): void {
  const end = height === lastHeight ? "\n" : "";
  process.stderr.write(`\r\u001b[Kblock ${height} of ${lastHeight}, ${rows} rows${end}`);
}
