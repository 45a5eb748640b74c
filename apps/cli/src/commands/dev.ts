import { type Command, InvalidArgumentError } from "commander";
import { withExample } from "./options.ts";

/** Options of `sycee dev`. */
export interface DevOptions {
  readonly data: string;
  readonly port: number;
  readonly fresh?: true;
  readonly yes?: true;
  readonly snapshots?: { readonly everyBlocks: number; readonly keep: number };
  readonly retainReceipts?: { readonly blocks?: number; readonly ms?: number };
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
    .option("--json", "print one line of JSON when ready, for programs");
  withExample(command, "sycee dev --data /tmp/economy --port 8500").action(async (options: DevOptions) => {
    // The node is loaded only by the commands that run one.
    const { runDev } = await import("./run-dev.ts");
    await runDev(options);
  });
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return port;
}

function parseSnapshots(text: string): DevOptions["snapshots"] {
  const [, everyBlocks, keep] = /^every=([1-9]\d{0,8}),keep=([1-9]\d{0,3})$/.exec(text) ?? [];
  if (everyBlocks === undefined || keep === undefined)
    throw new InvalidArgumentError("A policy is every=BLOCKS,keep=SNAPSHOTS, both at least 1.");
  return { everyBlocks: Number(everyBlocks), keep: Number(keep) };
}

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

function parseRetention(text: string): DevOptions["retainReceipts"] {
  const [, count, unit] = /^([1-9]\d{0,9})(m|h|d|blocks)$/.exec(text) ?? [];
  if (count === undefined || unit === undefined)
    throw new InvalidArgumentError("A number of minutes, hours, days or blocks: 90m, 36h, 90d, 1000000blocks.");
  return unit === "blocks" ? { blocks: Number(count) } : { ms: Number(count) * (UNIT_MS[unit] ?? 0) };
}
