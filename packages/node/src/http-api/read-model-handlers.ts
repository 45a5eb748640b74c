import { addressFromJson, CodedError, type ReadModelsStatusJson, ROUTES, type Route, u64FromJson } from "@sycee/protocol";
import type { FastifyInstance, RouteHandlerMethod } from "fastify";
import type { JsonAnswer } from "../block-runner/executor-messages.ts";
import type { ReadModelsQuestion, RowPlace, SeriesRange } from "../read-models/process/messages.ts";
import { readQuery, shapeCheck } from "./check-shape.ts";
import type { HttpPorts } from "./http-ports.ts";
import type { ReadingGate } from "./reading-gate.ts";
import { fastifyPath, routeSchema } from "./route-schema.ts";
import { sendJson } from "./transaction-handlers.ts";

const DEFAULT_POINTS = 300;
const DEFAULT_LIMIT = 50;

/** Asks the read models. */
export type AskReadModels = (question: ReadModelsQuestion) => Promise<JsonAnswer>;

/** Routes that the read models answer for everybody. */
export function installReadModelRoutes(app: FastifyInstance, ports: HttpPorts, gate: ReadingGate): void {
  const ask = askerOf(ports);
  const get = (route: Route, handler: RouteHandlerMethod) => app.get(fastifyPath(route), { schema: routeSchema(route) }, handler);

  get(ROUTES.getReadModels, (_, reply) => sendJson(reply, { status: 200, body: JSON.stringify(statusOf(ports)) }));

  const supplyQuery = shapeCheck(ROUTES.getSupplySeries.query, "query");
  get(ROUTES.getSupplySeries, async (request, reply) => {
    const { unit, ...range } = supplyQuery(readQuery(ROUTES.getSupplySeries.query.properties, request.query));
    return sendJson(reply, await ask({ kind: "supply", unit, ...rangeOf(range) }));
  });

  const activityQuery = shapeCheck(ROUTES.getActivitySeries.query, "query");
  get(ROUTES.getActivitySeries, async (request, reply) => {
    const { unit, ...range } = activityQuery(readQuery(ROUTES.getActivitySeries.query.properties, request.query));
    const inWholeHours = !(await gate.seesLonePayments(request));
    return sendJson(reply, await ask({ kind: "activity", unit, inWholeHours, ...rangeOf(range) }));
  });

  const linesPath = shapeCheck(ROUTES.getStatementSeries.params, "path");
  const linesQuery = shapeCheck(ROUTES.getStatementSeries.query, "query");
  get(ROUTES.getStatementSeries, async (request, reply) => {
    const institution = addressFromJson(linesPath(request.params).institution);
    const range = linesQuery(readQuery(ROUTES.getStatementSeries.query.properties, request.query));
    return sendJson(reply, await ask({ kind: "statement-lines", institution, ...rangeOf(range) }));
  });

  const flowsQuery = shapeCheck(ROUTES.getFlows.query, "query");
  get(ROUTES.getFlows, async (request, reply) => {
    const { unit } = flowsQuery(readQuery(ROUTES.getFlows.query.properties, request.query));
    return sendJson(reply, await ask({ kind: "flows", unit }));
  });

  const sharesQuery = shapeCheck(ROUTES.getHolderShares.query, "query");
  get(ROUTES.getHolderShares, async (request, reply) => {
    const { instrument } = sharesQuery(readQuery(ROUTES.getHolderShares.query.properties, request.query));
    return sendJson(reply, await ask({ kind: "shares", instrument }));
  });

  const eventsQuery = shapeCheck(ROUTES.listRecentEvents.query, "query");
  get(ROUTES.listRecentEvents, async (request, reply) => {
    const { before, limit = DEFAULT_LIMIT } = eventsQuery(readQuery(ROUTES.listRecentEvents.query.properties, request.query));
    return sendJson(reply, await ask({ kind: "recent-events", before: placeOf(before), limit }));
  });
}

/** How the read models of a node are asked: refused with `read_models_unavailable` where it keeps none. */
export function askerOf({ readModels }: HttpPorts): AskReadModels {
  return async (question) => {
    if (readModels === undefined) throw new CodedError("read_models_unavailable");
    return await readModels.ask(question);
  };
}

/** The place that a page of a list goes on before. */
export function placeOf(text: string | undefined): RowPlace | undefined {
  if (text === undefined) return undefined;
  const [height = "0", position, number] = text.split(".");
  return { height: BigInt(height), position: Number(position), number: Number(number) };
}

function statusOf({ executor, readModels }: HttpPorts): ReadModelsStatusJson {
  const headHeight = `${executor.head.height}`;
  const none = { height: null, beginsAtHeight: null, headHeight };
  if (readModels === undefined) return { state: "off", reason: "This node was told to keep none.", ...none };
  const { height, beginsAt, refusal } = readModels;
  if (refusal !== undefined) return { state: "refused", reason: refusal, ...none };
  if (height < 0) return { state: "starting", reason: null, ...none };
  return { state: "following", reason: null, height: `${height}`, beginsAtHeight: `${beginsAt}`, headHeight };
}

// Times beyond what block times can be are the ends of all time.
const MAX_TIME_MS = 2n ** 62n;

function rangeOf(query: { readonly from?: string; readonly to?: string; readonly points?: number }): SeriesRange {
  const time = (text: string | undefined, name: string) => {
    const value = text === undefined ? undefined : u64FromJson(text, name);
    return value !== undefined && value > MAX_TIME_MS ? MAX_TIME_MS : value;
  };
  return { fromMs: time(query.from, "from"), toMs: time(query.to, "to"), points: query.points ?? DEFAULT_POINTS };
}
