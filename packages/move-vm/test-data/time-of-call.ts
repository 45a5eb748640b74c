import { readFileSync } from "node:fs";

/**
 * Milliseconds of processor time that the calling thread spends in `call`: what a caller waits for where nothing else asks
 * for the processor. What the engine compiles on threads of its own beside the call is not in it. Where the system does not
 * tell of threads, all of the process's time. Exact to some milliseconds, the tick of the system's clock.
 */
export function timeOfCall(call: () => void): number {
  const before = nanoseconds();
  call();
  return (nanoseconds() - before) / 1e6;
}

// Linux: nanoseconds on a processor, nanoseconds waiting for one, time slices.
function nanoseconds(): number {
  if (process.platform === "linux") {
    const time = Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]);
    // A system built without these figures writes 0.
    if (time > 0) return time;
  }
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}
