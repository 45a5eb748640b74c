import { readFileSync } from "node:fs";
import type { ProcessorTime } from "./profile-task.ts";

/** Processor time so far, of the calling thread and of the process. Where the system does not tell of threads, both are the process's. */
export function processorTime(): ProcessorTime {
  const { user, system } = process.cpuUsage();
  const ofProcess = (user + system) * 1_000;
  return { thread: ofThread() ?? ofProcess, process: ofProcess };
}

// Linux: nanoseconds on a processor, nanoseconds waiting for one, time slices.
function ofThread(): number | undefined {
  try {
    return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]);
  } catch {
    // Another system.
    return undefined;
  }
}
