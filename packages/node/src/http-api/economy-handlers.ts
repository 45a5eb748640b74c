import { addressFromJson, DEFAULT_PAGE, ROUTES, type Route, u64FromJson } from "@sycee/protocol";
import type { FastifyInstance } from "fastify";
import type { EconomyQuestion } from "../block-runner/economy-question.ts";
import { readQuery, shapeCheck } from "./check-shape.ts";
import type { HttpPorts } from "./http-ports.ts";
import { fastifyPath, routeSchema } from "./route-schema.ts";
import { sendJson } from "./transaction-handlers.ts";
import type { Static, TObject } from "typebox";

type Values<S> = S extends TObject ? Static<S> : Record<never, never>;

/** Routes that read the payment economy: institutions, books, licences, limits, and what is under way. */
export function installEconomyRoutes(app: FastifyInstance, { executor }: Pick<HttpPorts, "executor">): void {
  function get<R extends Route>(route: R, question: (params: Values<R["params"]>, query: Values<R["query"]>) => EconomyQuestion): void {
    const checkParams = route.params === undefined ? undefined : shapeCheck(route.params, "path");
    const checkQuery = route.query === undefined ? undefined : shapeCheck(route.query, "query");
    app.get(fastifyPath(route), { schema: routeSchema(route) }, async (request, reply) => {
      // The checks are made of the same definitions as the types.
      const params = (checkParams?.(request.params) ?? {}) as Values<R["params"]>;
      const given = readQuery(route.query?.properties ?? {}, request.query);
      const query = (checkQuery?.(given) ?? {}) as Values<R["query"]>;
      return sendJson(reply, await executor.read({ kind: "economy", question: question(params, query) }));
    });
  }
  const at = ({ address }: { readonly address: string }) => ({ address: addressFromJson(address) });

  get(ROUTES.listInstitutions, (_, query) => ({ about: "institutions", ...addressPage(query), kind: query.kind }));
  get(ROUTES.listOperators, (params, query) => ({ about: "operators", ...at(params), ...addressPage(query) }));
  get(ROUTES.getBooks, (params) => ({ about: "books", ...at(params) }));
  get(ROUTES.getPolicy, (params) => ({ about: "policy", ...at(params) }));
  get(ROUTES.listLoans, (params, query) => ({ about: "loans", ...at(params), ...numberPage(query), account: query.account }));
  get(ROUTES.listTimeDeposits, (params, query) => ({ about: "timeDeposits", ...at(params), ...numberPage(query), account: query.account }));
  get(ROUTES.listSettledPayments, (params, { house, before, limit = DEFAULT_PAGE, account, state }) => ({
    about: "settledPayments",
    ...at(params),
    house: addressFromJson(house),
    before: before === undefined ? undefined : u64FromJson(before, "before"),
    limit,
    account,
    state,
  }));
  get(ROUTES.listLicences, (_, query) => ({
    about: "licences",
    ...addressPage(query),
    holder: query.holder === undefined ? undefined : addressFromJson(query.holder),
    kind: query.kind,
    status: query.status,
  }));
  get(ROUTES.listWarrants, (params, query) => ({ about: "warrants", ...at(params), ...numberPage(query) }));
  get(ROUTES.listProposals, (_, query) => ({
    about: "proposals",
    ...addressPage(query),
    authority: query.authority === undefined ? undefined : addressFromJson(query.authority),
  }));
  get(ROUTES.getWalletLimits, (params) => ({ about: "walletLimits", ...at(params) }));
  get(ROUTES.listEscrows, (params, query) => ({ about: "escrows", ...at(params), ...addressPage(query) }));
  get(ROUTES.listPaymentRequests, (params, query) => ({ about: "paymentRequests", ...at(params), ...addressPage(query) }));
  get(ROUTES.getPaymentRequest, (params) => ({ about: "paymentRequest", ...at(params) }));
  get(ROUTES.listRedPackets, (params, query) => ({ about: "redPackets", ...at(params), ...addressPage(query) }));
  get(ROUTES.listStandingOrders, (params, query) => ({ about: "standingOrders", ...at(params), ...addressPage(query) }));
}

interface PageQuery {
  readonly after?: string;
  readonly limit?: number;
}

function addressPage({ after, limit = DEFAULT_PAGE }: PageQuery) {
  return { after: after === undefined ? undefined : addressFromJson(after), limit };
}

function numberPage({ after, limit = DEFAULT_PAGE }: PageQuery) {
  return { after: after === undefined ? 0n : u64FromJson(after, "after"), limit };
}
