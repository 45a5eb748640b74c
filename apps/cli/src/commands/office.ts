import type { Command } from "commander";
import { parsePort } from "./node-arguments.ts";
import { type NodeAccess, withExample, withNodeAccess } from "./options.ts";

/** Options of `sycee office`. */
export interface OfficeCommandOptions extends NodeAccess {
  readonly config?: string;
  readonly data?: string;
  readonly port: number;
  readonly fromHeight?: string;
  readonly privateWebhooks?: true;
}

/** `sycee office`. */
export function addOfficeCommand(program: Command): void {
  const command = program
    .command("office [name-or-address]")
    .description("Run the back office of a payment institution or bank, whose key you have: an API for its apps, on this machine only")
    .option("--config <file>", "a configuration file, which says all the rest (see packages/institution/README.md)")
    .option("--data <directory>", "where the office keeps its books and its app's token; .sycee/office-NAME if not given")
    .option("--port <number>", "port to listen on; 0 takes any that is free", parsePort, 8500)
    .option("--from-height <block>", "the first block that can concern a new office; the next one if not given")
    .option("--private-webhooks", "let webhooks lie on this machine and in networks of your own");
  withExample(withNodeAccess(command), "sycee office swiftpay", "sycee office --config office.json").action(
    async (name: string | undefined, options: OfficeCommandOptions) => {
      // The office is loaded only by the command that runs one.
      const { runOffice } = await import("./run-office.ts");
      await runOffice(name, options);
    },
  );
}
