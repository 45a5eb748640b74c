import { ROUTES } from "@sycee/protocol";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { JsonAnswer } from "../block-runner/executor-messages.ts";
import type { AlertPage } from "../read-models/alerts/storing/list-alerts.ts";
import type { ReadModelsQuestion } from "../read-models/process/messages.ts";
import { checkSupervises } from "../read-models/sessions/read-rights.ts";
import type { SessionBook } from "../read-models/sessions/session-book.ts";
import { readQuery, shapeCheck } from "./check-shape.ts";
import type { HttpPorts } from "./http-ports.ts";
import { readerOf } from "./read-session.ts";
import { fastifyPath, routeSchema } from "./route-schema.ts";
import { sendJson } from "./transaction-handlers.ts";

const DEFAULT_LIMIT = 50;

/** What alerts are answered from. */
export interface AlertPorts extends Pick<HttpPorts, "executor" | "clock"> {
  readonly sessions: SessionBook;
  ask(question: ReadModelsQuestion): Promise<JsonAnswer>;
}

/** Routes of alerts: in a supervisor's session alone. Rights come before shapes, so that others learn nothing of what there is. */
export function installAlertRoutes(app: FastifyInstance, { executor, clock, sessions, ask }: AlertPorts): void {
  const admit = async (request: FastifyRequest): Promise<void> => {
    const nowMs = clock.nowMs();
    await checkSupervises(executor, readerOf(request, sessions, nowMs), nowMs);
  };

  const listQuery = shapeCheck(ROUTES.listAlerts.query, "query");
  app.get(fastifyPath(ROUTES.listAlerts), { schema: routeSchema(ROUTES.listAlerts) }, async (request, reply) => {
    await admit(request);
    const { rule, before, limit = DEFAULT_LIMIT } = listQuery(readQuery(ROUTES.listAlerts.query.properties, request.query));
    return sendJson(reply, await ask({ kind: "alerts", rule, before: alertPlaceOf(before), limit }));
  });

  const alertPath = shapeCheck(ROUTES.getAlert.params, "path");
  app.get(fastifyPath(ROUTES.getAlert), { schema: routeSchema(ROUTES.getAlert) }, async (request, reply) => {
    await admit(request);
    return sendJson(reply, await ask({ kind: "alert", id: alertPath(request.params).alert }));
  });
}

/** The place that a page of alerts goes on before. */
export function alertPlaceOf(text: string | undefined): AlertPage["before"] {
  if (text === undefined) return undefined;
  const [height = "0", id = ""] = text.split(".");
  return { height: BigInt(height), id };
}
