import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { BenchError } from "../../options/bench-error.ts";
import { JsonRpc } from "./json-rpc.ts";

const START_TIMEOUT_MS = 20_000;
/** Everything that costs anvil time and is no part of a transfer is off; blocks are as large as they come and are mined when they are asked for. */
const OPTIONS = [
  "--quiet",
  "--no-mining",
  "--order",
  "fifo",
  "--gas-limit",
  "100000000000",
  "--block-base-fee-per-gas",
  "0",
  "--gas-price",
  "0",
  "--disable-min-priority-fee",
  "--no-request-size-limit",
  "--prune-history",
  "--accounts",
  "1",
];

/** An anvil that runs, in memory, on this machine's own address. */
export class AnvilNode {
  readonly rpc: JsonRpc;
  readonly #process: ChildProcess;

  static async start(path: string, connections: number): Promise<AnvilNode> {
    const port = await freePort();
    const child = spawn(path, ["--host", "127.0.0.1", "--port", port.toString(), ...OPTIONS], { stdio: ["ignore", "ignore", "inherit"] });
    const node = new AnvilNode(child, new JsonRpc(new URL(`http://127.0.0.1:${port}/`), connections));
    try {
      await node.#untilItServes();
    } catch (error) {
      node.stop();
      throw error;
    }
    return node;
  }

  private constructor(child: ChildProcess, rpc: JsonRpc) {
    this.#process = child;
    this.rpc = rpc;
  }

  /** Puts everything that waits into a block. */
  async mine(): Promise<void> {
    await this.rpc.call("anvil_mine", "0x1");
  }

  stop(): void {
    this.#process.kill("SIGKILL");
  }

  async #untilItServes(): Promise<void> {
    const deadlineMs = performance.now() + START_TIMEOUT_MS;
    for (;;) {
      if (this.#process.exitCode !== null) throw new BenchError("peer_failed", `anvil ended with code ${this.#process.exitCode}.`);
      try {
        await this.rpc.call("eth_blockNumber");
        return;
      } catch (error) {
        if (performance.now() > deadlineMs) throw new BenchError("peer_failed", "anvil does not answer.", { cause: error });
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("the system gave no port");
  return address.port;
}
