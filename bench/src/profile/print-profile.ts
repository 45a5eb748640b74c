import type { ProfileResult, ProfileTask } from "./profile-task.ts";
import { STAGES } from "./stage-of-frame.ts";

/** A result as the table of docs/performance.md. */
export function printProfile(task: ProfileTask, { payments, blocks, time, shares, stateRoot }: ProfileResult): string {
  const threadUs = time.thread / payments / 1_000;
  const processUs = time.process / payments / 1_000;
  const rows = STAGES.flatMap((stage) => {
    const share = shares.get(stage);
    return share === undefined ? [] : [`| ${stage} | ${(share * threadUs).toFixed(2)} | ${(share * 100).toFixed(0)} |`];
  });
  const place = task.directory === undefined ? "state in memory" : "log and checkpoint on disk";
  const payees = task.oneMerchant ? "all to one account" : "spread over all accounts";
  return [
    `${payments} payments, ${payees}, ${task.accounts} accounts, ${blocks} blocks of ${task.block}, ${place}; state root ${stateRoot}`,
    "",
    "| stage in the executor | µs of processor time a payment | % |",
    "| --- | ---: | ---: |",
    ...rows,
    `| **executing thread** | **${threadUs.toFixed(2)}** | 100 |`,
    `| other threads: collector, log, checkpoint | ${(processUs - threadUs).toFixed(2)} | |`,
  ].join("\n");
}
