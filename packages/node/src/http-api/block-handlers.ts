import { ROUTES, type Route, u64FromJson } from "@sycee/protocol";
import type { FastifyInstance, RouteHandlerMethod } from "fastify";
import { readQuery, shapeCheck } from "./check-shape.ts";
import type { HttpPorts } from "./http-ports.ts";
import type { ReadingGate } from "./reading-gate.ts";
import { fastifyPath, routeSchema } from "./route-schema.ts";
import { sendJson } from "./transaction-handlers.ts";

/** Routes that read blocks and follow them. */
export function installBlockRoutes(app: FastifyInstance, ports: HttpPorts, gate: ReadingGate): void {
  const { executor } = ports;
  const get = (route: Route, handler: RouteHandlerMethod) => app.get(fastifyPath(route), { schema: routeSchema(route) }, handler);

  const checkBlock = shapeCheck(ROUTES.getBlock.params, "path");
  get(ROUTES.getBlock, async (request, reply) => {
    const { height } = checkBlock(request.params);
    const wanted = height === "latest" ? height : u64FromJson(height, "height");
    return sendJson(reply, await gate.block(request, await executor.read({ kind: "block", height: wanted })));
  });

  const checkBlocks = shapeCheck(ROUTES.listBlocks.query, "query");
  get(ROUTES.listBlocks, async (request, reply) => {
    const { from = "0", limit = 20 } = checkBlocks(readQuery(ROUTES.listBlocks.query.properties, request.query));
    return sendJson(reply, await executor.read({ kind: "blocks", from: u64FromJson(from, "from"), limit }));
  });

  const checkFollow = shapeCheck(ROUTES.followBlocks.query, "query");
  get(ROUTES.followBlocks, (request, reply) => {
    const { from } = checkFollow(readQuery(ROUTES.followBlocks.query.properties, request.query));
    const start = firstBlock(from, request.headers["last-event-id"], executor.head.height);
    ports.followers.admit();
    reply.hijack();
    ports.followers.follow(reply.raw, start).catch((error: unknown) => {
      request.log.info({ err: error }, "a follower's stream ended");
      reply.raw.destroy();
    });
  });
}

function firstBlock(from: string | undefined, lastEventId: string | string[] | undefined, head: bigint): bigint {
  if (typeof lastEventId === "string" && lastEventId !== "") return u64FromJson(lastEventId, "Last-Event-ID") + 1n;
  return from === undefined ? head + 1n : u64FromJson(from, "from");
}
