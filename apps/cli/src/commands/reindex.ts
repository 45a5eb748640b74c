import type { Command } from "commander";
import { withExample } from "./options.ts";

/** Options of `sycee reindex`. */
export interface ReindexCommandOptions {
  readonly data: string;
  readonly databaseUrl?: string;
  readonly json?: true;
}

/** `sycee reindex [--data DIR] [--database-url URL]`. */
export function addReindexCommand(program: Command): void {
  const command = program
    .command("reindex")
    .description("Make a chain's read models again from its log: the tables behind history, search and charts")
    .option("--data <directory>", "where the chain is", ".sycee")
    .option("--database-url <url>", "the PostgreSQL they are in, by default $DATABASE_URL, else that in the directory")
    .option("--json", "print JSON, for programs");
  withExample(command, "sycee reindex --data .sycee").action(async (options: ReindexCommandOptions) => {
    const { runReindex } = await import("./run-reindex.ts");
    await runReindex(options);
  });
}
