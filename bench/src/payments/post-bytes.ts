import { type Agent, request } from "node:http";

/** What was answered. */
export interface PostAnswer {
  readonly status: number;
  readonly body: Uint8Array;
}

/** One POST over a kept-alive connection: lighter than fetch, because the client shares the machine with what it measures. */
export function postBytes(agent: Agent, url: URL, body: Uint8Array, headers: Readonly<Record<string, string>>): Promise<PostAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, method: "POST", headers: { ...headers, "content-length": body.length } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
      response.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
