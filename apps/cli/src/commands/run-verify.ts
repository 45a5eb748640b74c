import { join } from "node:path";
import { NodeStartError, verifyChain, type VerifyProgress, type VerifyReport } from "@sycee/node";
import { CliError } from "../output/cli-error.ts";
import type { VerifyOptions } from "./verify.ts";

/** Replays a chain and tells what came of it. Throws `CliError` `not_verified`. */
export async function runVerify(options: VerifyOptions): Promise<void> {
  const showProgress = process.stderr.isTTY && options.json !== true;
  const report = await replay(options.data, ({ height, lastHeight, transactions }) => {
    if (showProgress) process.stderr.write(`\rblock ${height} of ${lastHeight}, ${transactions} transactions`);
  });
  if (showProgress) process.stderr.write("\n");
  if (options.json) console.log(JSON.stringify(report, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value)));
  else printReport(report);
  if (report.mismatch !== undefined) {
    const { height, what } = report.mismatch;
    throw new CliError(
      "not_verified",
      report.mismatch.in === "log"
        ? `Block ${height} of the log does not come out of a replay: ${what} differs.`
        : `The checkpoint of block ${height} is damaged: ${what} differs. Delete ${join(options.data, "state")}: it is rebuilt from the log.`,
    );
  }
  if (!report.holds) throw new CliError("not_verified", "The chain replays, and breaks a law.");
}

async function replay(directory: string, onProgress: (progress: VerifyProgress) => void): Promise<VerifyReport> {
  try {
    return await verifyChain(directory, onProgress);
  } catch (error) {
    if (error instanceof NodeStartError) throw new CliError("not_verified", error.message);
    throw error;
  }
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
