import { readFileSync } from "node:fs";

/**
 * Milliseconds of processor time that the calling thread spends in `call`: what a caller waits for where nothing else asks
 * for the processor. What the engine compiles on threads of its own beside the call is not in it. Where the system does not
 * tell of threads, all of the process's time.
 */
export function timeOfCall(call: () => void): number {
  const before = nanoseconds();
  call();
  return (nanoseconds() - before) / 1e6;
}

// Linux: nanoseconds on a processor, nanoseconds waiting for one, time slices.
function nanoseconds(): number {
  if (process.platform === "linux") return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]);
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}
