import { addressFromJson, bytesToHex, CodedError, type ReadModelsStatusJson, ROUTES, type Route, u64FromJson } from "@sycee/protocol";
import type { FastifyInstance, FastifyRequest, RouteHandlerMethod } from "fastify";
import type { JsonAnswer } from "../block-runner/executor-messages.ts";
import type { ReadModelsQuestion, RowPlace, SeriesRange } from "../read-models/process/messages.ts";
import { openSession } from "../read-models/sessions/open-session.ts";
import { checkMayRead } from "../read-models/sessions/read-rights.ts";
import { SessionBook } from "../read-models/sessions/session-book.ts";
import { installAlertRoutes } from "./alert-handlers.ts";
import { readQuery, shapeCheck } from "./check-shape.ts";
import type { HttpPorts } from "./http-ports.ts";
import { parseJson } from "./parse-json.ts";
import { readerOf, tokenOf } from "./read-session.ts";
import { fastifyPath, routeSchema } from "./route-schema.ts";
import { sendJson } from "./transaction-handlers.ts";

const DEFAULT_POINTS = 300;
const DEFAULT_LIMIT = 50;

/** Routes that the read models answer, and the sessions in which accounts are read. */
export function installReadModelRoutes(app: FastifyInstance, ports: HttpPorts): void {
  const { executor, readModels, clock } = ports;
  const sessions = new SessionBook();
  const get = (route: Route, handler: RouteHandlerMethod) => app.get(fastifyPath(route), { schema: routeSchema(route) }, handler);
  const ask = async (question: ReadModelsQuestion): Promise<JsonAnswer> => {
    if (readModels === undefined) throw new CodedError("read_models_unavailable");
    return await readModels.ask(question);
  };

  get(ROUTES.getReadModels, (_, reply) => sendJson(reply, { status: 200, body: JSON.stringify(statusOf(ports)) }));

  const checkSupply = shapeCheck(ROUTES.getSupplySeries.query, "query");
  get(ROUTES.getSupplySeries, async (request, reply) => {
    const query = checkSupply(readQuery(ROUTES.getSupplySeries.query.properties, queryOf(request)));
    return sendJson(reply, await ask({ kind: "supply", unit: query.unit, ...rangeOf(query) }));
  });

  const challengeBody = shapeCheck(ROUTES.askReadChallenge.bodies["application/json"], "body");
  app.post(fastifyPath(ROUTES.askReadChallenge), { schema: routeSchema(ROUTES.askReadChallenge) }, (request, reply) => {
    const address = addressFromJson(challengeBody(bodyOf(request)).address);
    const { challenge, expiresMs } = sessions.challenge(address, clock.nowMs());
    return sendJson(reply, json({ challenge: `0x${bytesToHex(challenge)}`, expiresMs: `${expiresMs}` }));
  });

  const sessionBody = shapeCheck(ROUTES.openReadSession.bodies["application/json"], "body");
  app.post(fastifyPath(ROUTES.openReadSession), { schema: routeSchema(ROUTES.openReadSession) }, async (request, reply) =>
    sendJson(reply, json(await openSession(executor, sessions, sessionBody(bodyOf(request)), clock.nowMs()))),
  );

  app.post(fastifyPath(ROUTES.endReadSession), { schema: routeSchema(ROUTES.endReadSession) }, (request, reply) => {
    sessions.end(tokenOf(request));
    return sendJson(reply, json({}));
  });

  const paymentsPath = shapeCheck(ROUTES.listAccountPayments.params, "path");
  const paymentsQuery = shapeCheck(ROUTES.listAccountPayments.query, "query");
  get(ROUTES.listAccountPayments, async (request, reply) => {
    const nowMs = clock.nowMs();
    const reader = readerOf(request, sessions, nowMs);
    const address = addressFromJson(paymentsPath(request.params).address);
    const { before, limit = DEFAULT_LIMIT } = paymentsQuery(readQuery(ROUTES.listAccountPayments.query.properties, queryOf(request)));
    await checkMayRead(executor, reader, address, nowMs);
    return sendJson(reply, await ask({ kind: "payments", address, before: placeOf(before), limit }));
  });

  installAlertRoutes(app, { executor, clock, sessions, ask });
}

function json(body: object): JsonAnswer {
  return { status: 200, body: JSON.stringify(body) };
}

function statusOf({ executor, readModels }: HttpPorts): ReadModelsStatusJson {
  const headHeight = `${executor.head.height}`;
  if (readModels === undefined) return { state: "off", height: null, headHeight };
  const { height } = readModels;
  return { state: height < 0 ? "starting" : "following", height: height < 0 ? null : `${height}`, headHeight };
}

function bodyOf({ body }: FastifyRequest): unknown {
  if (!(body instanceof Uint8Array)) throw new CodedError("invalid_request", "A JSON object is expected as the body.");
  return parseJson(body);
}

function queryOf({ query }: FastifyRequest): Record<string, unknown> {
  return typeof query === "object" && query !== null ? { ...query } : {};
}

function rangeOf(query: { readonly from?: string; readonly to?: string; readonly points?: number }): SeriesRange {
  return {
    fromMs: query.from === undefined ? undefined : u64FromJson(query.from, "from"),
    toMs: query.to === undefined ? undefined : u64FromJson(query.to, "to"),
    points: query.points ?? DEFAULT_POINTS,
  };
}

function placeOf(text: string | undefined): RowPlace | undefined {
  if (text === undefined) return undefined;
  const [height = "0", position, number] = text.split(".");
  return { height: BigInt(height), position: Number(position), number: Number(number) };
}
