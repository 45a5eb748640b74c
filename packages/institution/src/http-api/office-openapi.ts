import { OFFICE_STATUS } from "../office-error.ts";
import { ProblemAnswer } from "./answer-shapes.ts";
import type { OfficeRoute } from "./office-route.ts";

type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of an office's API, which has these routes. */
export function officeOpenApi(name: string, routes: readonly OfficeRoute[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(route);
  return {
    openapi: "3.1.0",
    info: {
      title: `Back office of ${name}`,
      version: "1",
      description:
        "Amounts are strings of minor units; errors are problem documents (RFC 9457) with stable codes. A request with an Idempotency-Key that was answered before is answered the same and does nothing.",
    },
    security: [{ app: [] }],
    components: { securitySchemes: { app: { type: "http", scheme: "bearer", description: "The token of an app of the institution." } } },
    paths,
    "x-problems": Object.entries(OFFICE_STATUS).map(([code, [number, status, meaning]]) => ({ code, number, status, meaning })),
  };
}

function operationOf({ operation, summary, path, query = {}, body, isOnce, status, answer, schemas }: OfficeRoute): Json {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const parameters = [
    ...names.map((name) => ({ name, in: "path", required: true, schema: { type: "string", maxLength: 128 } })),
    ...Object.entries(query).map(([name, schema]) => ({ name, in: "query", required: name === "month" || name === "height", schema })),
    ...(isOnce === undefined
      ? []
      : [{ name: "Idempotency-Key", in: "header", required: true, schema: { type: "string", pattern: "^[\\x21-\\x7e]{1,255}$" } }]),
  ];
  return {
    operationId: operation,
    summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: { "application/json": { schema: body } } } }),
    responses: {
      [status]: {
        description: answer,
        content: Object.fromEntries(Object.entries(schemas).map(([mediaType, schema]) => [mediaType, { schema }])),
      },
      default: { description: "Refused, with a stable code.", content: { "application/problem+json": { schema: ProblemAnswer } } },
    },
  };
}
