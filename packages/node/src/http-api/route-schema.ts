import { ProblemJson, type Route } from "@sycee/protocol";
// What it adds to a schema: operations, tags, summaries.
import type {} from "@fastify/swagger";
import type { FastifySchema } from "fastify";

/** The Fastify schema of a route, from which the OpenAPI document is made. Validation is done by the handlers' own checks. */
export function routeSchema(route: Route): FastifySchema {
  const answers = Object.entries(route.answers).map(([status, answer]) => [
    status,
    { description: answer.description, content: { [answer.mediaType ?? "application/json"]: { schema: answer.schema } } },
  ]);
  return {
    operationId: route.operation,
    tags: [route.tag],
    summary: route.summary,
    description: route.description,
    ...(route.params === undefined ? {} : { params: route.params }),
    ...(route.query === undefined ? {} : { querystring: route.query }),
    ...(route.bodies === undefined ? {} : { body: { content: contentOf(route.bodies) } }),
    response: {
      ...Object.fromEntries(answers),
      default: {
        description: "Refused: a problem document (RFC 9457) with a stable code.",
        content: { "application/problem+json": { schema: ProblemJson } },
      },
    },
  };
}

/** `/v1/accounts/:address` for `/v1/accounts/{address}`. */
export function fastifyPath(route: Route): string {
  return route.path.replace(/\{(\w+)\}/g, ":$1");
}

function contentOf(bodies: NonNullable<Route["bodies"]>): Record<string, { schema: unknown }> {
  return Object.fromEntries(Object.entries(bodies).map(([mediaType, schema]) => [mediaType, { schema }]));
}
