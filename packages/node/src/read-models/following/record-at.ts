import { LogFollower } from "@sycee/storage";

/** The record of a block in a log; `undefined` where the log does not have it. */
export function recordAt(logDirectory: string, height: number): Uint8Array | undefined {
  const log = new LogFollower(logDirectory, height);
  try {
    return (log.firstHeight ?? Infinity) > height ? undefined : log.read()?.record;
  } finally {
    log.close();
  }
}
