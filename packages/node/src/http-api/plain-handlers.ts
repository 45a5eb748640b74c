import { isStatusCode, problemOf, STATUS } from "@sycee/protocol/core";
import type { FastifyInstance } from "fastify";
import type { HttpPorts } from "./http-ports.ts";
import { sendProblem } from "./problem-replies.ts";

const FRONT_PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Sycee node</title><meta name="viewport" content="width=device-width"></head>
<body><h1>Sycee node</h1><ul><li><a href="/docs">API</a></li><li><a href="/v1/status">Status</a></li>
<li><a href="/v1/instruments">Instruments</a></li><li><a href="/v1/laws">Laws, recounted</a></li><li><a href="/metrics">Metrics</a></li></ul></body></html>
`;

/** What operators and people with a browser ask: health, metrics, a page to start from. */
export function installPlainRoutes(app: FastifyInstance, { metrics, fault, consoleDirectory }: HttpPorts): void {
  const hidden = { schema: { hide: true } };
  if (consoleDirectory === undefined) app.get("/", hidden, (_, reply) => reply.type("text/html; charset=utf-8").send(FRONT_PAGE));
  app.get("/healthz", hidden, (_, reply) => {
    const reason = fault();
    return reason === undefined ? reply.type("text/plain; charset=utf-8").send("ok\n") : sendProblem(reply, problemOf("stopping", reason));
  });
  // Where the `type` of every problem leads.
  app.get<{ Params: { code: string } }>("/problems/:code", hidden, (request, reply) => {
    const { code } = request.params;
    if (!isStatusCode(code)) return sendProblem(reply, problemOf("not_found", "No problem has this code."));
    const [number, status, meaning] = STATUS[code];
    return reply.type("application/json; charset=utf-8").send(JSON.stringify({ code, number, status, meaning }));
  });
  app.get("/metrics", hidden, async (_, reply) => reply.type(metrics.contentType).send(await metrics.metrics()));
  app.get("/openapi.json", hidden, (_, reply) => reply.type("application/json; charset=utf-8").send(JSON.stringify(app.swagger())));
}
