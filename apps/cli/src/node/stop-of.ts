import type { RunningNode } from "@sycee/node";
import { CliError } from "../output/cli-error.ts";
import { untilStopped } from "./until-stopped.ts";

/** Resolves when a signal stopped the node; rejects with `CliError` when it stopped by itself. A second signal ends the process at once. */
export function stopOf(node: RunningNode): Promise<void> {
  const failed = node.failed.then((reason) => {
    throw new CliError("node_failed", `The node has stopped: ${reason}`);
  });
  return Promise.race([untilStopped(() => node.close()), failed]);
}
