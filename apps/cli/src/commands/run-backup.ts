import { existsSync, readdirSync } from "node:fs";
import { confirm, isCancel } from "@clack/prompts";
import { backupChain, type BackupProgress, restoreChain } from "@sycee/node";
import { CliError } from "../output/cli-error.ts";
import type { BackupCommandOptions, RestoreCommandOptions } from "./backup.ts";

/** Backs a chain up and tells what was copied. Throws `NodeStartError`, `StorageError`. */
export async function runBackup(directory: string, options: BackupCommandOptions): Promise<void> {
  const progress = progressOf(options.json);
  const report = await backupChain(options.data, directory, progress.show);
  progress.end();
  if (options.json) {
    console.log(JSON.stringify(report));
    return;
  }
  const { firstHeight, lastHeight, headHash, stateRoot, files, copiedBytes } = report;
  console.log(`blocks ${firstHeight} to ${lastHeight} are in ${directory}, every header checked`);
  console.log(
    `${files.length} files, ${megabytes(files.reduce((sum, { bytes }) => sum + bytes, 0))} in all, ${megabytes(copiedBytes)} copied now`,
  );
  console.log(`head hash  ${headHash}\nstate root ${stateRoot}`);
}

/** Restores a backup and tells what was checked. Throws `NodeStartError`, `StorageError`, `CliError` `cancelled`. */
export async function runRestore(directory: string, options: RestoreCommandOptions): Promise<void> {
  if (options.force) await confirmReplacement(options);
  const progress = progressOf(options.json);
  const report = await restoreChain(directory, options.data, { replace: options.force === true, onProgress: progress.show });
  progress.end();
  if (options.json) {
    console.log(JSON.stringify({ ...report, height: report.height.toString(), replaced: report.replaced ?? null }));
    return;
  }
  console.log(`the chain is in ${options.data}, up to block ${report.height}`);
  console.log("every file is as it was backed up, every header follows, the writes lead to the state root of the last");
  console.log(`head hash  ${report.headHash}\nstate root ${report.stateRoot}`);
  if (report.replaced !== undefined) console.log(`what was there before is in ${report.replaced}`);
}

// Without a terminal there is nobody to ask, and `--force` was said on purpose.
async function confirmReplacement({ data, yes, json }: RestoreCommandOptions): Promise<void> {
  const occupied = existsSync(data) && readdirSync(data).length > 0;
  if (!occupied || yes || json || !process.stdin.isTTY || !process.stdout.isTTY) return;
  const answer = await confirm({ message: `Put the ledger in ${data} aside and restore the backup in its place?`, initialValue: false });
  if (isCancel(answer) || !answer) throw new CliError("cancelled", `The ledger in ${data} was left as it is.`);
}

function progressOf(json: true | undefined): { show(progress: BackupProgress): void; end(): void } {
  if (!process.stderr.isTTY || json) return { show() {}, end() {} };
  let shown = 0;
  return {
    show({ stage, done, of }) {
      const now = performance.now();
      if (now - shown < 100 && done !== of) return;
      shown = now;
      process.stderr.write(`\r\u001b[K${stage} ${done} of ${of} ${stage === "copying" ? "files" : "blocks"}`);
    },
    end: () => void process.stderr.write("\n"),
  };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
