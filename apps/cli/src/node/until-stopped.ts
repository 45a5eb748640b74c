/**
 * Resolves when a signal had something closed, rejects with what its closing threw. A second signal ends the process at once, as it ends one that does not
 * listen. An exit of the process's own would wait for its threads, and one of them may be amid a transaction of LMDB: its binding then waits for itself.
 */
export function untilStopped(close: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let closing = false;
    const stop = (signal: NodeJS.Signals): void => {
      if (closing) {
        process.removeAllListeners(signal);
        process.kill(process.pid, signal);
        return;
      }
      closing = true;
      close().then(resolve, reject);
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
  });
}
