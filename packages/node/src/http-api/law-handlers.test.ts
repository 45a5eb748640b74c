import { once } from "node:events";
import { Agent, request } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { fastify, type FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { installLawRoute } from "./law-handlers.ts";

const IDLE_MS = 200;
/** A recount takes five times as long as a connection may be idle. */
const RECOUNT_MS = 5 * IDLE_MS;
const BODY = JSON.stringify({ height: "7", laws: [] });

let app: FastifyInstance;
let agent: Agent;

beforeEach(async () => {
  app = fastify();
  // As the server of a node is made.
  app.server.keepAliveTimeout = 0;
  app.server.setTimeout(IDLE_MS);
  installLawRoute(app, {
    read: async () => {
      await wait(RECOUNT_MS);
      return { status: 200, body: BODY };
    },
  });
  app.get("/slow", async () => {
    await wait(RECOUNT_MS);
    return "";
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
});

afterEach(async () => {
  agent.destroy();
  await app.close();
});

/** The body of an answer, over the agent's one connection; rejects where that ends without one. */
async function get(path: string): Promise<{ readonly body: string; readonly closed: Promise<unknown> }> {
  const { port } = app.server.address() as AddressInfo;
  const asked = request({ host: "127.0.0.1", port, path, agent });
  asked.end();
  const [answer] = await once(asked, "response");
  const { socket } = asked;
  if (socket === null) throw new Error("an answer came over no connection");
  let body = "";
  for await (const part of answer) body += String(part);
  return { body, closed: once(socket, "close") };
}

test("a recount that takes longer than a connection may be idle is answered, and idle connections end again after it", async () => {
  const { body, closed } = await get("/v1/laws");
  expect(body).toBe(BODY);
  const since = performance.now();
  await closed;
  expect(performance.now() - since).toBeGreaterThan(IDLE_MS / 4);
});

test("what else takes so long loses its connection", async () => {
  await expect(get("/slow")).rejects.toThrow("socket hang up");
});
