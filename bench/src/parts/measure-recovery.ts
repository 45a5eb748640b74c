import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { NodeUnderTest } from "../payments/node-under-test.ts";
import { nextMessage } from "../processes/next-message.ts";
import type { NodeIsBack, RecoveryReport, RecoveryTask } from "../recovery/recovery-task.ts";
import type { BenchRun } from "../run/bench-run.ts";

const SENDER = fileURLToPath(new URL("../recovery/recovery-process.js", import.meta.url));

/** More than a node reaches of the raw verifications, so that there is still something to send when it is killed. */
const MOST_OF_RAW = 0.7;
const KILL_WITHIN_SECONDS = 2;
const REPORT_TIMEOUT_MS = 240_000;

/** What a kill under load came to. */
export interface RecoveryFigures {
  /** From the start of the new process until it serves. */
  readonly recoverySeconds: number;
  /** Payments that were answered before the kill, and how many of them were missing or elsewhere afterwards. */
  readonly acknowledged: number;
  readonly lost: number;
  /** Payments that were sent again, all that had been sent; each is on the ledger once. */
  readonly resent: number;
}

/** A node as {@link measureRecovery} kills it. */
export interface RecoveryPlan {
  readonly directory: string;
  readonly node: NodeUnderTest;
  readonly keyed: number;
  readonly accounts: number;
}

/** Kills a node under load, starts it again, sends everything once more, and counts. Throws when the ledger has other transactions or other money than it should. */
export async function measureRecovery(run: BenchRun, { directory, node, keyed, accounts }: RecoveryPlan): Promise<RecoveryFigures> {
  const heightBefore = await node.height();
  const moneyBefore = await node.outstandingMinor();
  const transactions = Math.round(run.rawVerifyPerSecond * MOST_OF_RAW * (run.seconds + KILL_WITHIN_SECONDS));
  const sender = fork(SENDER, [], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const task: RecoveryTask = { url: node.url, keyed, accounts, transactions, firstNonce: node.takeNonces(transactions) };
  sender.send(task);
  await reportOf(sender, "sending");
  await Promise.all([reportOf(sender, "cut"), killLater(node, run.seconds)]);
  const again = await run.startNode({ directory });
  try {
    const back: NodeIsBack = { url: again.url };
    sender.send(back);
    const report = await reportOf(sender, "resent");
    const onLedger = await again.transactionsAfter(heightBefore);
    if (onLedger !== report.sent) throw new Error(`${report.sent} payments were sent and ${onLedger} are on the ledger`);
    if ((await again.outstandingMinor()) !== moneyBefore) throw new Error("there is more or less money than before the kill");
    if (report.lost !== 0) throw new Error(`${report.lost} of ${report.acknowledged} acknowledged payments were lost`);
    await again.checkLaws();
    return { recoverySeconds: again.startSeconds, acknowledged: report.acknowledged, lost: report.lost, resent: report.sent };
  } finally {
    await again.end();
  }
}

async function reportOf<K extends RecoveryReport["kind"]>(
  sender: ReturnType<typeof fork>,
  kind: K,
): Promise<Extract<RecoveryReport, { kind: K }>> {
  const report = await nextMessage<RecoveryReport>(sender, REPORT_TIMEOUT_MS);
  if (report.kind === "failed") throw new Error(report.message);
  if (report.kind !== kind) throw new Error(`the sender told ${report.kind} when ${kind} was due`);
  return report as Extract<RecoveryReport, { kind: K }>;
}

async function killLater(node: NodeUnderTest, seconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  await node.kill();
}
