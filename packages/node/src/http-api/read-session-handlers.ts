import { type Address, addressFromJson, bytesToHex, CodedError, parseAddress, ROUTES, type Route, u64FromJson } from "@sycee/protocol";
import type { FastifyInstance, FastifyRequest, RouteHandlerMethod } from "fastify";
import type { JsonAnswer } from "../block-runner/executor-messages.ts";
import { openSession } from "../read-models/sessions/open-session.ts";
import { isOwnOrigin } from "../read-models/sessions/own-origins.ts";
import { checkMayRead } from "../read-models/sessions/read-rights.ts";
import type { SessionBook } from "../read-models/sessions/session-book.ts";
import { installAlertRoutes } from "./alert-handlers.ts";
import { installCaseRoutes } from "./case-handlers.ts";
import { readQuery, shapeCheck } from "./check-shape.ts";
import type { HttpPorts } from "./http-ports.ts";
import { parseJson } from "./parse-json.ts";
import { askerOf, placeOf } from "./read-model-handlers.ts";
import { readerOf, tokenOf } from "./read-session.ts";
import type { ReadingGate } from "./reading-gate.ts";
import { fastifyPath, routeSchema } from "./route-schema.ts";
import { sendJson } from "./transaction-handlers.ts";

const DEFAULT_LIMIT = 50;

/** What sessions are opened and read by. */
interface ReadingPorts {
  readonly sessions: SessionBook;
  readonly gate: ReadingGate;
}

/** Sessions in which accounts read what is their own, and the routes that take one. */
export function installReadSessionRoutes(app: FastifyInstance, ports: HttpPorts, { sessions, gate }: ReadingPorts): void {
  const { executor, clock } = ports;
  const ask = askerOf(ports);
  const get = (route: Route, handler: RouteHandlerMethod) => app.get(fastifyPath(route), { schema: routeSchema(route) }, handler);
  /** The account that a request asks for, once its session may read it. */
  const readable = async (request: FastifyRequest, address: string): Promise<Address> => {
    const nowMs = clock.nowMs();
    const reader = readerOf(request, sessions, nowMs);
    const asked = addressFromJson(address);
    await checkMayRead(executor, reader, asked, nowMs);
    return asked;
  };

  const challengeBody = shapeCheck(ROUTES.askReadChallenge.bodies["application/json"], "body");
  app.post(fastifyPath(ROUTES.askReadChallenge), { schema: routeSchema(ROUTES.askReadChallenge) }, (request, reply) => {
    const address = addressFromJson(challengeBody(bodyOf(request)).address);
    const { challenge, expiresMs } = sessions.challenge(address, clock.nowMs());
    return sendJson(reply, json({ challenge: `0x${bytesToHex(challenge)}`, expiresMs: `${expiresMs}` }));
  });

  const sessionBody = shapeCheck(ROUTES.openReadSession.bodies["application/json"], "body");
  app.post(fastifyPath(ROUTES.openReadSession), { schema: routeSchema(ROUTES.openReadSession) }, async (request, reply) => {
    const { localAddress: address, localPort: port } = request.socket;
    const isOwn = (origin: string) => isOwnOrigin(origin, ports.publicOrigins, { address, port });
    const opened = await openSession({ executor, book: sessions, isOwn }, sessionBody(bodyOf(request)), clock.nowMs());
    return sendJson(reply, json(opened));
  });

  app.post(fastifyPath(ROUTES.endReadSession), { schema: routeSchema(ROUTES.endReadSession) }, (request, reply) => {
    sessions.end(tokenOf(request));
    return sendJson(reply, json({}));
  });

  const paymentsPath = shapeCheck(ROUTES.listAccountPayments.params, "path");
  const paymentsQuery = shapeCheck(ROUTES.listAccountPayments.query, "query");
  get(ROUTES.listAccountPayments, async (request, reply) => {
    const { before, limit = DEFAULT_LIMIT } = paymentsQuery(readQuery(ROUTES.listAccountPayments.query.properties, request.query));
    const address = await readable(request, paymentsPath(request.params).address);
    return sendJson(reply, await ask({ kind: "payments", address, before: placeOf(before), limit }));
  });

  const statementPath = shapeCheck(ROUTES.getAccountStatement.params, "path");
  const statementQuery = shapeCheck(ROUTES.getAccountStatement.query, "query");
  get(ROUTES.getAccountStatement, async (request, reply) => {
    const { month, zone = 0 } = statementQuery(readQuery(ROUTES.getAccountStatement.query.properties, request.query));
    const address = await readable(request, statementPath(request.params).address);
    return sendJson(reply, await ask({ kind: "statement", address, month, zone }));
  });

  const balancesPath = shapeCheck(ROUTES.getPastBalances.params, "path");
  const balancesQuery = shapeCheck(ROUTES.getPastBalances.query, "query");
  get(ROUTES.getPastBalances, async (request, reply) => {
    const { at } = balancesQuery(readQuery(ROUTES.getPastBalances.query.properties, request.query));
    const address = await readable(request, balancesPath(request.params).address);
    return sendJson(reply, await ask({ kind: "balances", address, at: at === undefined ? undefined : u64FromJson(at, "at") }));
  });

  installAlertRoutes(app, { executor, clock, sessions, ask });
  installCaseRoutes(app, { executor, clock, sessions, ask });

  // What a reader may not read is not found: the answer is that to an address that nobody has.
  const searchable = async (request: FastifyRequest, text: string): Promise<Address | undefined> => {
    const address = parseAddress(text.trim().toLowerCase());
    if (address === undefined || request.headers.authorization === undefined) return undefined;
    try {
      return await readable(request, address);
    } catch (error) {
      if (error instanceof CodedError && error.code === "not_yours") return undefined;
      throw error;
    }
  };
  const searchQuery = shapeCheck(ROUTES.search.query, "query");
  get(ROUTES.search, async (request, reply) => {
    const { q } = searchQuery(readQuery(ROUTES.search.query.properties, request.query));
    const answer = await ask({ kind: "search", text: q, account: await searchable(request, q) });
    return sendJson(reply, await gate.found(request, answer));
  });
}

function json(body: object): JsonAnswer {
  return { status: 200, body: JSON.stringify(body) };
}

function bodyOf({ body }: FastifyRequest): unknown {
  if (!(body instanceof Uint8Array)) throw new CodedError("invalid_request", "A JSON object is expected as the body.");
  return parseJson(body);
}
