import { join } from "node:path";
import { NodeStartError, verifyChain, type VerifyMismatch, type VerifyOptions, type VerifyProgress, type VerifyReport } from "@sycee/node";
import { CliError } from "../output/cli-error.ts";
import type { VerifyCommandOptions } from "./verify.ts";

/** Replays a chain and tells what came of it. Throws `CliError` `not_verified`. */
export async function runVerify(options: VerifyCommandOptions): Promise<void> {
  const showProgress = process.stderr.isTTY && options.json !== true;
  const report = await replay(options, showProgress ? progressLine() : undefined);
  if (showProgress) process.stderr.write("\n");
  if (options.json) console.log(JSON.stringify(report, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value)));
  else printReport(report);
  if (report.mismatch !== undefined) throw new CliError("not_verified", sentenceOf(report.mismatch, options.data));
  if (!report.holds) throw new CliError("not_verified", "The chain replays, and breaks a law.");
}

async function replay(options: VerifyCommandOptions, onProgress: VerifyOptions["onProgress"]): Promise<VerifyReport> {
  try {
    return await verifyChain(options.data, { snapshot: options.fromSnapshot, threads: options.threads, onProgress });
  } catch (error) {
    if (error instanceof NodeStartError) throw new CliError("not_verified", error.message);
    throw error;
  }
}

function sentenceOf({ height, in: place, what, place: at, transaction }: VerifyMismatch, directory: string): string {
  if (place === "checkpoint") {
    return `The checkpoint of block ${height} is damaged: ${what} differs. Delete ${join(directory, "state")}: it is rebuilt from the log.`;
  }
  const where = at === undefined ? "" : ` (${at.path} from byte ${at.offset})`;
  const which = transaction === undefined ? "" : `, of transaction ${transaction.id ?? `number ${transaction.index}, which has no id`}`;
  return `Block ${height} of the log${where} does not come out of a replay: ${what}${which} differs.`;
}

// Time is left as the blocks so far have taken it.
function progressLine(): (progress: VerifyProgress) => void {
  const started = performance.now();
  let first: bigint | undefined;
  return ({ height, lastHeight, transactions }) => {
    first ??= height;
    const seconds = (performance.now() - started) / 1000;
    const left = (seconds * Number(lastHeight - height)) / Math.max(1, Number(height - first));
    const rate = Math.round(transactions / seconds);
    process.stderr.write(
      `\rblock ${height} of ${lastHeight}, ${transactions} transactions, ${rate} a second, about ${Math.ceil(left)} s left   `,
    );
  };
}

function printReport(report: VerifyReport): void {
  for (const notice of report.notices) console.log(notice);
  const from = report.firstHeight === 0n ? "" : `after the snapshot of block ${report.firstHeight - 1n} `;
  console.log(
    report.blocks === 0n
      ? `there is no block to replay ${from}yet`
      : `${report.blocks} blocks with ${report.transactions} transactions replayed, ${from}up to block ${report.height}`,
  );
  if (report.notExecuted > 0n) {
    console.log(
      `of these, ${report.notExecuted} lead from state root to state root; their receipts are pruned, or rest on pruned ones, so that`,
    );
    console.log("their execution, receipts and signatures could not be verified");
  }
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
