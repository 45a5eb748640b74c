import type { Command } from "commander";
import { withExample } from "./options.ts";

/** Options of `sycee backup`. */
export interface BackupCommandOptions {
  readonly data: string;
  readonly json?: true;
}

/** Options of `sycee restore`. */
export interface RestoreCommandOptions {
  readonly data: string;
  readonly force?: true;
  readonly yes?: true;
  readonly json?: true;
}

/** `sycee backup DIR` and `sycee restore DIR`. */
export function addBackupCommands(program: Command): void {
  const backup = program
    .command("backup")
    .description("Copy a chain, also while its node runs; into the directory of an earlier backup only what is new")
    .argument("<directory>", "where the backup shall be; made if it is not there")
    .option("--data <directory>", "where the chain is", ".sycee")
    .option("--json", "print JSON, for programs");
  withExample(backup, "sycee backup /backups/sycee --data .sycee").action(async (directory: string, options: BackupCommandOptions) => {
    const { runBackup } = await import("./run-backup.ts");
    await runBackup(directory, options);
  });
  const restore = program
    .command("restore")
    .description("Make a chain's directory from a backup, and check all of it; its node must be stopped")
    .argument("<directory>", "the backup")
    .option("--data <directory>", "where the chain shall be", ".sycee")
    .option("--force", "put aside what is in the directory already")
    .option("--yes", "do not ask before that")
    .option("--json", "print JSON, for programs");
  withExample(restore, "sycee restore /backups/sycee --data .sycee").action(async (directory: string, options: RestoreCommandOptions) => {
    const { runRestore } = await import("./run-backup.ts");
    await runRestore(directory, options);
  });
}
