import { type Command, InvalidArgumentError } from "commander";
import { withExample } from "./options.ts";

/** Options of `sycee snapshot export`. */
export interface ExportCommandOptions {
  readonly data: string;
  readonly height?: bigint;
  readonly output: string;
  readonly json?: true;
}

/** Options of `sycee snapshot import`. */
export interface ImportCommandOptions {
  readonly data: string;
  readonly trust?: Uint8Array;
  readonly json?: true;
}

/** Options of `sycee snapshot prune`. */
export interface PruneCommandOptions {
  readonly data: string;
  readonly keep: number;
  readonly json?: true;
}

/** `sycee snapshot export|import|prune`. */
export function addSnapshotCommand(program: Command): void {
  const snapshot = program.command("snapshot").description("A whole state in a file, to begin another node with, or to let old blocks go");
  withExample(snapshot, "sycee snapshot export -o today.snapshot", "sycee snapshot import today.snapshot --data .sycee-copy");
  const exporting = snapshot
    .command("export")
    .description("Write the state after a block to a file; the chain's node may be running")
    .option("--data <directory>", "where the chain is", ".sycee")
    .option("--height <number>", "the block; the last one if not given", parseHeight)
    .requiredOption("-o, --output <path>", "file to write, or a directory for one named by its height")
    .option("--json", "print JSON, for programs");
  withExample(exporting, "sycee snapshot export --data .sycee -o today.snapshot").action(async (options: ExportCommandOptions) => {
    const { runExport } = await import("./run-snapshot.ts");
    await runExport(options);
  });
  const importing = snapshot
    .command("import")
    .description("Begin a chain's directory with a snapshot, checked against its header")
    .argument("<file>", "the snapshot")
    .option("--data <directory>", "where the chain shall be: empty, or not there", ".sycee")
    .option("--trust <hash>", "hash of the block that the snapshot must be of; without it, whoever made it is believed", parseHash)
    .option("--json", "print JSON, for programs");
  withExample(importing, "sycee snapshot import today.snapshot --data .sycee-copy").action(
    async (file: string, options: ImportCommandOptions) => {
      const { runImport } = await import("./run-snapshot.ts");
      await runImport(file, options);
    },
  );
  const pruning = snapshot
    .command("prune")
    .description("Remove all but the newest snapshots beside a chain")
    .option("--data <directory>", "where the chain is", ".sycee")
    .option("--keep <number>", "how many stay", parseKeep, 2)
    .option("--json", "print JSON, for programs");
  withExample(pruning, "sycee snapshot prune --data .sycee --keep 2").action(async (options: PruneCommandOptions) => {
    const { runPrune } = await import("./run-snapshot.ts");
    await runPrune(options);
  });
}

function parseHeight(text: string): bigint {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError("A height is a whole number from 0.");
  return BigInt(text);
}

function parseHash(text: string): Uint8Array {
  if (!/^0x[0-9a-fA-F]{64}$/.test(text)) throw new InvalidArgumentError("A block's hash is 0x and 64 hexadecimal digits.");
  return Buffer.from(text.slice(2), "hex");
}

function parseKeep(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError("At least 1 snapshot must stay.");
  return Number(text);
}
