import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const SYCEE = fileURLToPath(new URL("../../apps/cli/bin/sycee.mjs", import.meta.url));
const END_WITH_PARENT = new URL("../end-with-parent.mjs", import.meta.url).href;
/** Against a start that hangs: beside other work a start waits its turn. */
export const START_MS = 170_000;

/** A running `sycee dev`. */
export interface LedgerProcess {
  readonly url: string;
  readonly pid: number;
  /** Stops it as a person does, and waits until it has. */
  stop(): Promise<void>;
}

/**
 * Starts `sycee dev` on a data directory and waits until it answers; `further` are further arguments. Rejects when it ends before, or
 * takes longer than {@link START_MS}: then it is stopped. It does not outlive this process.
 */
export async function startLedger(data: string, port: string, further: readonly string[]): Promise<LedgerProcess> {
  const options = ["--pace", "0", "--data", data, "--port", port, "--json", ...further];
  const node = spawn(process.execPath, ["--import", END_WITH_PARENT, SYCEE, "dev", ...options], { stdio: ["pipe", "pipe", "pipe"] });
  const stop = async (): Promise<void> => {
    if (node.exitCode !== null || node.signalCode !== null) return;
    const ended = new Promise((resolve) => node.once("exit", resolve));
    node.kill("SIGTERM");
    await ended;
  };
  try {
    const url = await urlOf(node);
    if (node.pid === undefined) throw new Error("a process that answers has an id");
    return { url, pid: node.pid, stop };
  } catch (error) {
    node.kill("SIGKILL");
    throw error;
  }
}

async function urlOf(node: ChildProcess): Promise<string> {
  const said: string[] = [];
  return await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ledger after ${START_MS} ms: ${said.join("")}`)), START_MS);
    node.once("error", reject);
    node.once("exit", () => {
      clearTimeout(timer);
      reject(new Error(`the ledger ended: ${said.join("")}`));
    });
    for (const stream of [node.stdout, node.stderr]) {
      stream?.on("data", (data: Buffer) => {
        said.push(data.toString());
        const line = said
          .join("")
          .split("\n")
          .find((text) => text.startsWith("{"));
        if (line === undefined || !line.endsWith("}")) return;
        clearTimeout(timer);
        resolve((JSON.parse(line) as { readonly url: string }).url);
      });
    }
  });
}
