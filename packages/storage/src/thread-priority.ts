import { readlinkSync } from "node:fs";
import { getPriority, setPriority } from "node:os";

/** Linux's link to the thread that reads it: `PID/task/TID`. */
const THIS_THREAD = "/proc/thread-self";

/** Of threads that have what executor and HTTP leave of the processors: beside threads that take all, a fifteenth of each. */
export const BEHIND_THE_EXECUTOR = 12;

/**
 * Gives the thread that calls the niceness `nice`, 1 to 19: it runs when threads of usual niceness leave a processor free, and keeps a small
 * share when they do not. One that is nicer already stays so: making it less nice takes rights. Other threads of the process stay as they
 * are. Only Linux has a priority for each thread; elsewhere nothing changes.
 */
export function yieldToOtherThreads(nice: number): void {
  if (process.platform !== "linux") return;
  const thread = Number(readThisThread()?.split("/").at(-1));
  if (Number.isSafeInteger(thread) && getPriority(thread) < nice) setPriority(thread, nice);
}

// A system may be set up without /proc; priorities are a matter of speed, not of what is right.
function readThisThread(): string | undefined {
  try {
    return readlinkSync(THIS_THREAD);
  } catch {
    return undefined;
  }
}
