import type { Command } from "commander";
import { parseMoment, parsePace, parsePort, parseReading, parseRetention, parseSeed, parseSnapshots } from "./node-arguments.ts";
import { withExample } from "./options.ts";

/** Options of `sycee dev`. */
export interface DevOptions {
  readonly data: string;
  readonly port: number;
  readonly fresh?: true;
  readonly yes?: true;
  readonly snapshots?: { readonly everyBlocks: number; readonly keep: number };
  readonly retainReceipts?: { readonly blocks?: number; readonly ms?: number };
  readonly at?: number;
  readonly readModels: boolean;
  readonly reading: "private" | "open";
  readonly databaseUrl?: string;
  readonly attend: boolean;
  readonly pace: number;
  readonly seed: number;
  readonly json?: true;
}

/** `sycee dev`. */
export function addDevCommand(program: Command): void {
  const command = program
    .command("dev")
    .description("Run a ledger of your own with a working economy, on this machine only")
    .option("--data <directory>", "where the ledger is kept", ".sycee")
    .option("--port <number>", "port to listen on; 0 takes any that is free", parsePort, 8420)
    .option("--fresh", "remove the ledger in the directory first and begin a new one")
    .option("--yes", "do not ask before removing")
    .option("--snapshots <policy>", "make snapshots beside the ledger, such as every=10000,keep=2", parseSnapshots)
    .option(
      "--retain-receipts <how long>",
      "drop receipts that are older, such as 90d, 36h or 1000000blocks; kept for ever if not given",
      parseRetention,
    )
    .option(
      "--at <time>",
      "simulated clock: a new ledger begins at this time, such as 2027-01-01T00:00:00Z, and one that is there goes on from its last block",
      parseMoment,
    )
    .option("--no-read-models", "keep no tables for history, search and charts")
    .option("--database-url <url>", "keep them in this PostgreSQL, by default $DATABASE_URL, else in the directory")
    .option(
      "--reading <who>",
      "private: what is an account's is shown to its holder, who serves it and supervisors; open: to everybody",
      parseReading,
      "open" as const,
    )
    .option("--no-attend", "leave the clearing house's queues and cycles to whoever asks")
    .option("--pace <acts>", "how many things happen a second among the economy's thousand customers; 0 for none", parsePace, 5)
    .option("--seed <number>", "chooses what happens", parseSeed, 1)
    .option("--json", "print one line of JSON when ready, for programs");
  withExample(command, "sycee dev --data /tmp/economy --port 8500").action(async (options: DevOptions) => {
    // The node is loaded only by the commands that run one.
    const { runDev } = await import("./run-dev.ts");
    await runDev(options);
  });
}
