import type { FastifyInstance } from "fastify";
import type { Customer } from "../customers/customer.ts";
import type { Office } from "../office.ts";
import { OfficeError } from "../office-error.ts";
import { statementCsv } from "../statements/statement-csv.ts";
import { statementHtml } from "../statements/statement-html.ts";
import { statementOf } from "../statements/statement.ts";
import { appOf } from "./app-tokens.ts";
import type { OfficeServerOptions } from "./office-server.ts";

interface ById {
  readonly Params: { readonly id: string };
}

/** Routes that read customers, orders and statements. */
export function installReadingRoutes(app: FastifyInstance, { office, apps }: OfficeServerOptions): void {
  const { orders } = office.books;
  app.get<ById>("/v1/customers/:id", (request) => {
    appOf(apps, request.headers.authorization);
    return customerOf(office, request.params.id);
  });
  app.get<ById>("/v1/orders/:id", (request) => {
    appOf(apps, request.headers.authorization);
    return orders.find(request.params.id);
  });
  app.get<ById & { readonly Querystring: { readonly height?: string } }>("/v1/customers/:id/balance", (request) => {
    appOf(apps, request.headers.authorization);
    const { height = "" } = request.query;
    if (!/^[0-9]{1,15}$/.test(height)) throw new OfficeError("invalid_request", "height is that of a block.");
    const customer = customerOf(office, request.params.id);
    if (BigInt(height) > office.enteredUntil) throw new OfficeError("unknown_block");
    if (Number(height) < (customer.sinceHeight ?? 0))
      throw new OfficeError("unknown_block", `The office has kept this account since block ${customer.sinceHeight}.`);
    return {
      customer: customer.id,
      height: `${BigInt(height)}`,
      balanceMinor: `${office.books.journal.balanceAfter(customer, BigInt(height))}`,
    };
  });
  app.get<ById & { readonly Querystring: { readonly before?: string; readonly limit?: string } }>(
    "/v1/customers/:id/history",
    (request) => {
      appOf(apps, request.headers.authorization);
      const { before, limit = "100" } = request.query;
      if (before !== undefined && !/^[0-9]{1,15}$/.test(before))
        throw new OfficeError("invalid_request", "before is a movement's position.");
      if (!/^(?:[1-9][0-9]{0,2}|1000)$/.test(limit)) throw new OfficeError("invalid_request", "limit is 1 to 1000.");
      const customer = customerOf(office, request.params.id);
      const lines = office.books.journal.latest(customer, before === undefined ? customer.lines : Number(before), Number(limit));
      return { customer: customer.id, lines };
    },
  );
  app.get<ById & { readonly Querystring: { readonly month?: string; readonly format?: string } }>(
    "/v1/customers/:id/statement",
    (request, reply) => {
      appOf(apps, request.headers.authorization);
      const { month = "", format = "json" } = request.query;
      if (!/^[0-9]{4}-(?:0[1-9]|1[0-2])$/.test(month)) throw new OfficeError("invalid_request", "month is a year and a month: 2026-11.");
      const statement = statementOf(office.books.journal, customerOf(office, request.params.id), month, office.currency);
      if (format === "json") return statement;
      if (format === "csv") return reply.type("text/csv; charset=utf-8").send(statementCsv(statement));
      if (format === "html") return reply.type("text/html; charset=utf-8").send(statementHtml(statement, office.name));
      throw new OfficeError("invalid_request", "format is json, csv or html.");
    },
  );
}

function customerOf(office: Office, id: string): Customer {
  const customer = office.books.store.customers.get(id);
  if (customer === undefined) throw new OfficeError("unknown_customer");
  return customer;
}
