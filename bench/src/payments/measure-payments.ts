import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Client } from "@sycee/sdk";
import type { LoadReport, LoadResult, LoadTask } from "./load-task.ts";

/** What is sent to a node of its own. */
export interface PaymentsOptions extends Omit<LoadTask, "url" | "firstNonce"> {
  /** A directory for the node, empty. */
  readonly directory: string;
}

const NODE_PROCESS = fileURLToPath(new URL("./node-process.js", import.meta.url));
const LOAD_PROCESS = fileURLToPath(new URL("./load-process.js", import.meta.url));

type NodeReport = { readonly kind: "ready"; readonly url: string } | { readonly kind: "failed"; readonly message: string };

/** Signed payments through HTTP, node and client each in a process of its own; every answer comes after the disk's. Throws when a payment is not executed or a law breaks. */
export async function measurePayments({ directory, ...load }: PaymentsOptions): Promise<LoadResult> {
  const node = start(NODE_PROCESS, [directory, load.accounts.toString()]);
  try {
    const ready = await nextMessage<NodeReport>(node);
    if (ready.kind === "failed") throw new Error(ready.message);
    const sending = start(LOAD_PROCESS, []);
    const task: LoadTask = { ...load, url: ready.url, firstNonce: 1 };
    sending.send(task);
    const report = await nextMessage<LoadReport>(sending);
    if (report.kind === "failed") throw new Error(report.message);
    const { laws } = await new Client(ready.url).laws();
    const broken = laws.find(({ holds }) => !holds);
    if (broken !== undefined) throw new Error(`law ${broken.law} does not hold after the payments: ${broken.name}`);
    return report.result;
  } finally {
    await end(node);
  }
}

function start(script: string, args: readonly string[]): ChildProcess {
  return fork(script, [...args], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
}

function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once("message", (message) => resolve(message as T));
    child.once("exit", (code) => reject(new Error(`a process of the benchmark ended with code ${code}`)));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  if (child.connected) child.disconnect();
  await ended;
}
