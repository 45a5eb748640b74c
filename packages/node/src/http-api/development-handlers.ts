import { CodedError, ROUTES } from "@sycee/protocol";
import type { FastifyInstance } from "fastify";
import type { HttpPorts } from "./http-ports.ts";
import { fastifyPath, routeSchema } from "./route-schema.ts";
import { sendJson } from "./transaction-handlers.ts";

/** Who is in a development economy. */
export function installDevelopmentRoutes(app: FastifyInstance, { developmentAccounts }: HttpPorts): void {
  const route = ROUTES.listDevelopmentAccounts;
  app.get(fastifyPath(route), { schema: routeSchema(route) }, (_, reply) => {
    if (developmentAccounts === undefined) throw new CodedError("not_found", "This ledger is not a development economy.");
    return sendJson(reply, { status: 200, body: JSON.stringify({ accounts: developmentAccounts }) });
  });
}
