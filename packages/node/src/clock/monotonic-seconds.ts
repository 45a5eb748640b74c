/** Seconds of the machine's steady clock: comparable between the threads of one process, with no meaning of its own. */
export function monotonicSeconds(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds + nanoseconds / 1e9;
}
