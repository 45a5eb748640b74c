import type { RunningNode } from "@sycee/node";
import { CliError } from "../output/cli-error.ts";

/** Resolves when a signal stopped the node; rejects with `CliError` when it stopped by itself. A second signal ends the process at once. */
export function stopOf(node: RunningNode): Promise<void> {
  return new Promise((resolve, reject) => {
    let closing = false;
    const stop = (): void => {
      if (closing) process.exit(130);
      closing = true;
      node.close().then(resolve, reject);
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
    void node.failed.then((reason) => reject(new CliError("node_failed", `The node has stopped: ${reason}`)));
  });
}
