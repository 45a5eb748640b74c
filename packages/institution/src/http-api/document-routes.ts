import type { FastifyInstance } from "fastify";
import type { Office } from "../office.ts";
import { OFFICE_STATUS, OfficeError, type OfficeStatusCode } from "../office-error.ts";
import { officeDocs } from "./office-docs.ts";
import { officeOpenApi } from "./office-openapi.ts";
import { officeRoutes } from "./office-routes.ts";

/** Routes that say what the API is. They need no token: nothing of customers is in them. */
export function installDocumentRoutes(app: FastifyInstance, { name, kind }: Office): void {
  const routes = officeRoutes(kind);
  const document = JSON.stringify(officeOpenApi(name, routes));
  const page = officeDocs(name, routes);
  app.get("/openapi.json", (_, reply) => reply.type("application/json; charset=utf-8").send(document));
  app.get("/docs", (_, reply) => reply.type("text/html; charset=utf-8").send(page));
  // Where the `type` of every problem leads.
  app.get<{ readonly Params: { readonly code: string } }>("/problems/:code", (request) => {
    const { code } = request.params;
    if (!isCode(code)) throw new OfficeError("not_found", "No problem has this code.");
    const [number, status, meaning] = OFFICE_STATUS[code];
    return { code, number, status, meaning };
  });
}

function isCode(code: string): code is OfficeStatusCode {
  return Object.hasOwn(OFFICE_STATUS, code);
}
