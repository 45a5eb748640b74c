import { BenchError } from "../../options/bench-error.ts";
import { KeptConnections } from "../../payments/kept-connections.ts";

const HEADERS = { "content-type": "application/json" };

/** JSON-RPC over the same kept connections that loads of ours use. */
export class JsonRpc {
  readonly #connections: KeptConnections;

  constructor(url: URL, connections: number) {
    this.#connections = new KeptConnections(url, HEADERS, connections);
  }

  /** One call; throws `BenchError` with what the peer answered. */
  async call(method: string, ...params: readonly unknown[]): Promise<unknown> {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }));
    const answer = await this.post(body);
    const parsed = JSON.parse(answer.toString("utf8")) as { readonly result?: unknown; readonly error?: { readonly message: string } };
    if (parsed.error !== undefined) throw new BenchError("peer_failed", `anvil refused ${method}: ${parsed.error.message}`);
    return parsed.result;
  }

  /** A body as it is: one call or a batch. The answer is valid until the caller's next `await`. */
  async post(body: Uint8Array): Promise<Buffer> {
    const { status, body: answer } = await this.#connections.post(body);
    const bytes = Buffer.from(answer.buffer, answer.byteOffset, answer.length);
    if (status !== 200) throw new BenchError("peer_failed", `anvil answered ${status}: ${bytes.toString("utf8").slice(0, 400)}`);
    return bytes;
  }
}

/** A batch that sends signed transactions. */
export function sendBatch(transactions: readonly string[]): Buffer {
  const calls = transactions.map((raw, id) => `{"jsonrpc":"2.0","id":${id},"method":"eth_sendRawTransaction","params":["${raw}"]}`);
  return Buffer.from(`[${calls.join(",")}]`);
}
