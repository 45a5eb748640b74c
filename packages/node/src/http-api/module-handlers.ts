import { addressFromJson, CodedError, ROUTES, type Route } from "@sycee/protocol";
import type { FastifyInstance, RouteHandlerMethod } from "fastify";
import { shapeCheck } from "./check-shape.ts";
import type { HttpPorts } from "./http-ports.ts";
import { fastifyPath, routeSchema } from "./route-schema.ts";
import { sendJson } from "./transaction-handlers.ts";

/** Routes that read the code on the ledger, and one that says how code is published. */
export function installModuleRoutes(app: FastifyInstance, { executor }: HttpPorts): void {
  const get = (route: Route, handler: RouteHandlerMethod) => app.get(fastifyPath(route), { schema: routeSchema(route) }, handler);
  get(ROUTES.listModules, async (_, reply) => sendJson(reply, await executor.read({ kind: "modules" })));
  const checkModule = shapeCheck(ROUTES.getModule.params, "path");
  get(ROUTES.getModule, async (request, reply) => {
    const { address, name } = checkModule(request.params);
    return sendJson(reply, await executor.read({ kind: "module", address: addressFromJson(address), name }));
  });

  const publish = ROUTES.publishModules;
  // Answered before the body is looked at: whatever it is, it is not taken.
  const refusePublishing = async () => {
    if (!executor.takesModules) throw new CodedError("publishing_not_enabled");
    throw new CodedError(
      "method_not_allowed",
      "Modules are published by a transaction of a licensed publisher that calls 0x3::publishing::publish.",
    );
  };
  app.post(fastifyPath(publish), { schema: routeSchema(publish), onRequest: refusePublishing }, refusePublishing);
}
