import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { NodeReport } from "./node-report.ts";

/** A node in a process of its own. */
export interface NodeProcess {
  readonly url: string;
  readonly processId: number | undefined;
  /** Rejects when the process ends without having been asked to. */
  readonly died: Promise<never>;
  /** Lets it finish and close its files; resolves when it has ended. */
  close(): Promise<void>;
}

const CHILD = fileURLToPath(new URL("./node-child.js", import.meta.url));
const MAX_STARTS = 40;

/** The node could not start, for the reason that the message tells. */
export class NodeProcessError extends Error {
  override readonly name = "NodeProcessError";
}

/**
 * Starts the node on a directory. A node whose client was killed needs a moment to notice and to let go of the directory, so a
 * directory in use is tried again for a few seconds. Throws {@link NodeProcessError}.
 */
export async function startNodeProcess(directory: string): Promise<NodeProcess> {
  for (let start = 1; ; start++) {
    const child = fork(CHILD, [directory], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    const report = await firstReport(child);
    if (report.kind === "ready") return running(child, report.url);
    if (!report.message.includes("in use") || start === MAX_STARTS) throw new NodeProcessError(report.message);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function firstReport(child: ChildProcess): Promise<NodeReport> {
  return new Promise((resolve) => {
    child.once("message", (report: NodeReport) => resolve(report));
    child.once("exit", (code) => resolve({ kind: "failed", message: `The node's process ended while starting, with code ${code}.` }));
  });
}

function running(child: ChildProcess, url: string): NodeProcess {
  let closing = false;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const died = ended.then(() => {
    if (closing) return new Promise<never>(() => {});
    throw new NodeProcessError("The node's process has ended. Run the same command again to go on where it stopped.");
  });
  // Whoever is not waiting for it when it happens is not to be ended by it.
  died.catch(() => undefined);
  return {
    url,
    processId: child.pid,
    died,
    async close() {
      closing = true;
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
