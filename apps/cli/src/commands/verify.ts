import type { Command } from "commander";
import { withExample } from "./options.ts";

/** Options of `sycee verify`. */
export interface VerifyOptions {
  readonly data: string;
  readonly json?: true;
}

/** `sycee verify --data DIR`. */
export function addVerifyCommand(program: Command): void {
  const command = program
    .command("verify")
    .description("Execute a whole chain again from its first block, compare every root, and recount the laws; its node must be stopped")
    .option("--data <directory>", "where the chain is", ".sycee")
    .option("--json", "print JSON, for programs");
  withExample(command, "sycee verify --data .sycee").action(async (options: VerifyOptions) => {
    const { runVerify } = await import("./run-verify.ts");
    await runVerify(options);
  });
}
