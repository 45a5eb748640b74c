import { ROUTES } from "@sycee/protocol";
import type { FastifyInstance } from "fastify";
import type { HttpPorts } from "./http-ports.ts";
import { fastifyPath, routeSchema } from "./route-schema.ts";
import { sendJson } from "./transaction-handlers.ts";

/** The route that recounts the laws from the whole state. */
export function installLawRoute(app: FastifyInstance, executor: Pick<HttpPorts["executor"], "read">): void {
  app.get(fastifyPath(ROUTES.recountLaws), { schema: routeSchema(ROUTES.recountLaws) }, async (request, reply) => {
    // A recount of millions of accounts takes minutes, in which nothing is sent: the connection is not idle.
    const { socket } = request.raw;
    const idleTimeoutMs = socket.timeout ?? 0;
    socket.setTimeout(0);
    try {
      return sendJson(reply, await executor.read({ kind: "laws" }));
    } finally {
      socket.setTimeout(idleTimeoutMs);
    }
  });
}
