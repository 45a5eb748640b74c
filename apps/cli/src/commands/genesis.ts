import type { Command } from "commander";
import { withExample } from "./options.ts";

/** Options of `sycee genesis check`. */
export interface GenesisCheckOptions {
  readonly output?: string;
  readonly json?: true;
}

/** `sycee genesis new|check|show`. */
export function addGenesisCommand(program: Command): void {
  const genesis = withExample(
    program.command("genesis").description("Agree on how a chain begins: who issues, who supervises, which modules it runs"),
    "sycee genesis new plan.json",
    "sycee genesis check plan.json -o genesis.bcs",
    "sycee genesis show genesis.bcs",
  );
  withExample(
    genesis.command("new <plan>").description("Write a plan to be filled in: JSON with a place for each address"),
    "sycee genesis new plan.json",
  ).action(async (plan: string) => (await import("./run-genesis.ts")).runGenesisNew(plan));
  withExample(
    genesis
      .command("check <plan>")
      .description("Make the genesis document of a plan, execute it in memory, and compare the laws; -o keeps it")
      .option("-o, --output <file>", "where to write the document that every operator then has to use")
      .option("--json", "print JSON, for programs"),
    "sycee genesis check plan.json -o genesis.bcs",
  ).action(async (plan: string, options: GenesisCheckOptions) => (await import("./run-genesis.ts")).runGenesisCheck(plan, options));
  withExample(
    genesis
      .command("show <document>")
      .description("Say what a genesis document begins: its chain, modules, and everything that is done in block 0")
      .option("--json", "print JSON, for programs"),
    "sycee genesis show genesis.bcs",
  ).action(async (document: string, options: { readonly json?: true }) =>
    (await import("./run-genesis.ts")).runGenesisShow(document, options),
  );
}
