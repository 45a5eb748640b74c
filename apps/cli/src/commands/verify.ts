import { verifyChain, type VerifyReport } from "@sycee/node";
import type { Command } from "commander";
import { CliError } from "../output/cli-error.ts";
import { withExample } from "./options.ts";

interface VerifyOptions {
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
  withExample(command, "sycee verify --data .sycee").action(verify);
}

async function verify(options: VerifyOptions): Promise<void> {
  const showProgress = process.stderr.isTTY && options.json !== true;
  const report = await verifyChain(options.data, ({ height, lastHeight, transactions }) => {
    if (showProgress) process.stderr.write(`\rblock ${height} of ${lastHeight}, ${transactions} transactions`);
  });
  if (showProgress) process.stderr.write("\n");
  if (options.json) console.log(JSON.stringify(report, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value)));
  else printReport(report);
  if (report.mismatch !== undefined) {
    const { height, what } = report.mismatch;
    throw new CliError("not_verified", `Block ${height} of the log does not come out of a replay: ${what} differs.`);
  }
  if (!report.holds) throw new CliError("not_verified", "The chain replays, and breaks a law.");
}

function printReport(report: VerifyReport): void {
  console.log(`${report.blocks} blocks with ${report.transactions} transactions replayed, up to block ${report.height}`);
  console.log(`state root ${report.stateRoot}`);
  for (const law of report.laws) {
    console.log(`law ${law.law} ${law.holds ? "holds" : "IS BROKEN"}: ${law.name}`);
    for (const line of law.evidence)
      console.log(
        `  ${Object.entries(line)
          .map(([name, value]) => `${name} ${value}`)
          .join(", ")}`,
      );
  }
  if (report.mismatch !== undefined) {
    console.log(`logged:   ${report.mismatch.logged}\nreplayed: ${report.mismatch.replayed}`);
  }
}
