import {
  addressFromJson,
  bytesToHex,
  MAX_BATCH,
  MAX_EXPIRY_AHEAD_MS,
  MAX_TRANSACTION_BYTES,
  ROUTES,
  type Route,
  type StatusJson,
  u64FromJson,
} from "@sycee/protocol";
import type { FastifyInstance, FastifyRequest, RouteHandlerMethod } from "fastify";
import type { ReadRequest } from "../block-runner/executor-messages.ts";
import { installBlockRoutes } from "./block-handlers.ts";
import { readQuery, shapeCheck } from "./check-shape.ts";
import type { HttpPorts } from "./http-ports.ts";
import { installLawRoute } from "./law-handlers.ts";
import { installModuleRoutes } from "./module-handlers.ts";
import type { ReadingGate } from "./reading-gate.ts";
import { fastifyPath, routeSchema } from "./route-schema.ts";
import { sendJson } from "./transaction-handlers.ts";

/** Routes that read the ledger. */
export function installLedgerRoutes(app: FastifyInstance, ports: HttpPorts, gate: ReadingGate): void {
  const { executor } = ports;
  const get = (route: Route, handler: RouteHandlerMethod) => app.get(fastifyPath(route), { schema: routeSchema(route) }, handler);
  const getAnswer = (route: Route, request: ReadRequest) => get(route, async (_, reply) => sendJson(reply, await executor.read(request)));

  get(ROUTES.getStatus, (_, reply) => sendJson(reply, { status: 200, body: JSON.stringify(statusOf(ports)) }));
  installModuleRoutes(app, ports);
  installBlockRoutes(app, ports, gate);
  getAnswer(ROUTES.listInstruments, { kind: "instruments" });
  installLawRoute(app, executor);
  const statistics = async (request: FastifyRequest, height: bigint | "latest") =>
    await gate.statistics(request, await executor.read({ kind: "statistics", height }));
  get(ROUTES.getStatistics, async (request, reply) => sendJson(reply, await statistics(request, "latest")));
  const checkStatistics = shapeCheck(ROUTES.getBlockStatistics.params, "path");
  get(ROUTES.getBlockStatistics, async (request, reply) => {
    const { height } = checkStatistics(request.params);
    const wanted = height === "latest" ? height : u64FromJson(height, "height");
    return sendJson(reply, await statistics(request, wanted));
  });

  const checkAccount = shapeCheck(ROUTES.getAccount.params, "path");
  get(ROUTES.getAccount, async (request, reply) => {
    const address = addressFromJson(checkAccount(request.params).address);
    return sendJson(reply, await executor.read({ kind: "account", address }));
  });

  get(ROUTES.listClearingHouses, async (_, reply) => sendJson(reply, await executor.read({ kind: "clearing-houses" })));

  const checkClearingHouse = shapeCheck(ROUTES.getClearingHouse.params, "path");
  get(ROUTES.getClearingHouse, async (request, reply) => {
    const address = addressFromJson(checkClearingHouse(request.params).address);
    return sendJson(reply, await gate.clearingHouse(request, await executor.read({ kind: "clearing-house", address })));
  });

  const checkPaymentInstitution = shapeCheck(ROUTES.getPaymentInstitution.params, "path");
  get(ROUTES.getPaymentInstitution, async (request, reply) => {
    const address = addressFromJson(checkPaymentInstitution(request.params).address);
    return sendJson(reply, await executor.read({ kind: "payment-institution", address }));
  });

  const checkCustomerAccount = shapeCheck(ROUTES.getCustomerAccount.params, "path");
  get(ROUTES.getCustomerAccount, async (request, reply) => {
    const { address, account } = checkCustomerAccount(request.params);
    const question = { kind: "customer-account", institution: addressFromJson(address), account: Number(account) } as const;
    return sendJson(reply, await executor.read(question));
  });

  const checkInstitution = shapeCheck(ROUTES.listCustomerAccounts.params, "path");
  const checkAccounts = shapeCheck(ROUTES.listCustomerAccounts.query, "query");
  get(ROUTES.listCustomerAccounts, async (request, reply) => {
    const institution = addressFromJson(checkInstitution(request.params).address);
    const { from = 0, limit = 100 } = checkAccounts(readQuery(ROUTES.listCustomerAccounts.query.properties, request.query));
    return sendJson(reply, await executor.read({ kind: "customer-accounts", institution, first: from, count: limit }));
  });
}

function statusOf({ executor, clock, version, isPrivate }: HttpPorts): StatusJson {
  const { head } = executor;
  return {
    name: "sycee",
    version,
    chainId: `0x${bytesToHex(executor.chainId)}`,
    height: head.height.toString(),
    headHash: head.hash,
    stateRoot: head.stateRoot,
    headTimeMs: head.timeMs.toString(),
    timeMs: clock.nowMs().toString(),
    limits: { batch: MAX_BATCH, transactionBytes: MAX_TRANSACTION_BYTES, expiryAheadMs: Number(MAX_EXPIRY_AHEAD_MS) },
    isPrivate,
  };
}
