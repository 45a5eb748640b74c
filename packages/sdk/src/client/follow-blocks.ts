import { type BlockSummaryJson, ROUTES, routeUrl } from "@sycee/protocol";
import { backoff } from "./backoff.ts";
import { type Connection, problemOfResponse } from "./call-route.ts";
import { clientError } from "./sycee-error.ts";

/** Where to begin and when to end. */
export interface FollowOptions {
  /** First height wanted; from the next block on if absent. */
  readonly from?: bigint;
  readonly signal?: AbortSignal;
}

/** Every block in order as it becomes final. A lost connection is taken up again after the last block seen. Ends when `signal` aborts. */
export async function* followBlocks(connection: Connection, options: FollowOptions = {}): AsyncGenerator<BlockSummaryJson, void> {
  let next = options.from;
  for (let attempt = 0; !isAborted(options.signal); attempt++) {
    try {
      for await (const block of readStream(connection, next, options.signal)) {
        next = BigInt(block.height) + 1n;
        attempt = 0;
        yield block;
      }
    } catch (error) {
      if (isAborted(options.signal)) return;
      // TypeError is how fetch tells a lost connection.
      if (!(error instanceof TypeError)) throw error;
    }
    await backoff(attempt, 0, options.signal).catch(() => undefined);
  }
}

async function* readStream(connection: Connection, from: bigint | undefined, signal?: AbortSignal): AsyncGenerator<BlockSummaryJson, void> {
  const query = from === undefined ? {} : { from: from.toString() };
  const url = `${connection.url}${routeUrl(ROUTES.followBlocks, {}, query)}`;
  const response = await connection.fetch(url, { headers: { accept: "text/event-stream" }, signal: signal ?? null });
  if (!response.ok) throw await problemOfResponse(connection, response);
  if (response.body === null) throw clientError("unexpected_answer", "The stream of blocks has no body.");
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const messages = (rest + value).split(/\r?\n\r?\n/);
      rest = messages.pop() ?? "";
      for (const message of messages) {
        const block = readMessage(message);
        if (block !== undefined) yield block;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

// Fields of one message as https://html.spec.whatwg.org/multipage/server-sent-events.html has them; comments keep the connection alive.
function readMessage(message: string): BlockSummaryJson | undefined {
  const data = message.split(/\r?\n/).flatMap((line) => (line.startsWith("data:") ? [line.slice(5).trimStart()] : []));
  if (data.length === 0) return undefined;
  // The route's definition is also what the node checks its blocks against.
  return JSON.parse(data.join("\n")) as BlockSummaryJson;
}

// Asked through a function, because the compiler does not know that the answer changes over time.
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted ?? false;
}
