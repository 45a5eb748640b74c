import { type Command, InvalidArgumentError } from "commander";
import { withExample } from "./options.ts";

/** Options of `sycee verify`. */
export interface VerifyCommandOptions {
  readonly data: string;
  readonly fromSnapshot?: string;
  readonly threads?: number;
  readonly json?: true;
}

/** `sycee verify --data DIR [--from-snapshot FILE]`. */
export function addVerifyCommand(program: Command): void {
  const command = program
    .command("verify")
    .description("Execute a whole chain again from its first block, compare every root, and recount the laws; its node must be stopped")
    .option("--data <directory>", "where the chain is", ".sycee")
    .option("--from-snapshot <file>", "begin after this snapshot instead of at the first block")
    .option("--threads <number>", "threads that verify signatures beside the one that executes", parseThreads)
    .option("--json", "print JSON, for programs");
  withExample(command, "sycee verify --data .sycee").action(async (options: VerifyCommandOptions) => {
    const { runVerify } = await import("./run-verify.ts");
    await runVerify(options);
  });
}

function parseThreads(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError("A number of threads is a whole number from 0.");
  return Number(text);
}
