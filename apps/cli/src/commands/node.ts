import type { RetentionPolicy, SnapshotPolicy } from "@sycee/node";
import type { Command } from "commander";
import { collectUrl, parsePort, parseReading, parseRetention, parseSnapshots } from "./node-arguments.ts";
import { withExample } from "./options.ts";

/** Options of `sycee node`. */
export interface NodeCommandOptions {
  readonly data: string;
  readonly genesis?: string;
  readonly host: string;
  readonly port: number;
  readonly snapshots?: SnapshotPolicy;
  readonly retainReceipts?: RetentionPolicy;
  readonly readModels: boolean;
  readonly databaseUrl?: string;
  readonly publicUrl: readonly string[];
  readonly console: boolean;
  readonly reading: "private" | "open";
  readonly json?: true;
}

/** `sycee node`. */
export function addNodeCommand(program: Command): void {
  const command = program
    .command("node")
    .description("Run a ledger that begins with a genesis document of its operators; nobody but its parties has a key on it")
    .requiredOption("--data <directory>", "where the ledger is kept")
    .option("--genesis <file>", "the genesis document, of sycee genesis check: needed to begin a chain, compared with it afterwards")
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .option("--port <number>", "port to listen on; 0 takes any that is free", parsePort, 8420)
    .option(
      "--public-url <url>",
      "where clients reach it through a proxy or by name; may be given more than once",
      collectUrl,
      [] as readonly string[],
    )
    .option("--snapshots <policy>", "make snapshots beside the ledger, such as every=10000,keep=2", parseSnapshots)
    .option(
      "--retain-receipts <how long>",
      "drop receipts that are older, such as 90d, 36h or 1000000blocks; kept for ever if not given",
      parseRetention,
    )
    .option("--no-read-models", "keep no tables for history, search and charts")
    .option("--database-url <url>", "keep them in this PostgreSQL, by default $DATABASE_URL, else in the directory")
    .option(
      "--reading <who>",
      "private: what is an account's is shown to its holder, who serves it and supervisors; open: to everybody",
      parseReading,
      "private" as const,
    )
    .option("--no-console", "serve no web console")
    .option("--json", "print one line of JSON when ready, for programs");
  withExample(command, "sycee node --genesis genesis.bcs --data /srv/ledger").action(async (options: NodeCommandOptions) => {
    // The node is loaded only by the commands that run one.
    const { runNode } = await import("./run-node.ts");
    await runNode(options);
  });
}
