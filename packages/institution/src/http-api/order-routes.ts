import { dayOf } from "@sycee/sdk";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { TSchema, Static } from "typebox";
import type { Office } from "../office.ts";
import { OfficeError } from "../office-error.ts";
import { appOf } from "./app-tokens.ts";
import { installBankOrderRoutes, type OrderInstaller } from "./bank-order-routes.ts";
import { officeRoutes } from "./office-routes.ts";
import type { OfficeServerOptions } from "./office-server.ts";
import { bodyReader } from "./read-json.ts";
import {
  CollectionRequest,
  CustomerRequest,
  GrantRequest,
  MerchantRequest,
  OfOrderRequest,
  PaymentRequest,
  RedPacketRequest,
  RedPacketShareRequest,
  RefundRequest,
  StandingOrderRequest,
  TransferRequest,
  WebhookRequest,
  WithdrawalRequest,
} from "./request-shapes.ts";

/** Routes that change something, those that the institution's kind has. Each takes an Idempotency-Key: the same request again is answered as the first time and does nothing. */
export function installOrderRoutes(app: FastifyInstance, options: OfficeServerOptions): void {
  const { office } = options;
  const { orders, webhooks } = office.books;
  const offered = new Set(officeRoutes(office.kind).map(({ path }) => path));
  const post = <S extends TSchema>(path: string, schema: S, status: number, act: (body: Static<S>) => unknown) => {
    if (!offered.has(path)) return;
    const read = bodyReader(schema);
    app.post(path, (request, reply) => answerOnce(options, request, reply, (body) => ({ status, body: JSON.stringify(act(read(body))) })));
  };
  post("/v1/customers", CustomerRequest, 202, ({ reference, account }) => orders.admitCustomer(reference, account));
  const order: OrderInstaller = (path, schema, bodyOf) => post(path, schema, 202, (body) => orders.accept(bodyOf(body)));
  order("/v1/payments", PaymentRequest, (body) => ({ kind: "payment", ...body }));
  order("/v1/collections", CollectionRequest, (body) => ({ kind: "collection", ...body }));
  order("/v1/refunds", RefundRequest, (body) => ({ kind: "refund", ...body }));
  order("/v1/withdrawals", WithdrawalRequest, (body) => ({ kind: "withdrawal", ...body }));
  order("/v1/transfers", TransferRequest, (body) => ({ kind: "transfer", ...body }));
  order("/v1/grants", GrantRequest, (body) => ({ kind: "grant", ...body }));
  order("/v1/merchants", MerchantRequest, (body) => ({ kind: "merchant", ...body }));
  order("/v1/merchant-notices", MerchantRequest, (body) => ({ kind: "merchant_notice", ...body }));
  order("/v1/red-packets", RedPacketRequest, (body) => ({ kind: "red_packet", ...body, isRandom: body.isRandom ?? false }));
  order("/v1/red-packet-shares", RedPacketShareRequest, (body) => ({ kind: "red_packet_share", ...body }));
  order("/v1/red-packet-returns", OfOrderRequest, (body) => ({ kind: "red_packet_return", ...body }));
  order("/v1/standing-orders", StandingOrderRequest, (body) => {
    for (const day of [body.firstDay, body.lastDay]) if (day !== undefined) checkDay(day);
    return { kind: "standing_order", ...body, every: body.every ?? 1 };
  });
  order("/v1/standing-order-payments", OfOrderRequest, (body) => ({ kind: "standing_order_payment", ...body }));
  order("/v1/standing-order-ends", OfOrderRequest, (body) => ({ kind: "standing_order_end", ...body }));
  installBankOrderRoutes(order);
  post("/v1/webhooks", WebhookRequest, 201, ({ url }) => webhooks.add(url));
}

function checkDay(day: string): void {
  try {
    dayOf(day);
  } catch (error) {
    if (error instanceof RangeError) throw new OfficeError("invalid_request", `${day} is not a day of the calendar.`);
    throw error;
  }
}

async function answerOnce(
  { office, apps }: { readonly office: Office; readonly apps: OfficeServerOptions["apps"] },
  request: FastifyRequest,
  reply: FastifyReply,
  act: (body: Uint8Array) => { readonly status: number; readonly body: string },
): Promise<FastifyReply> {
  const app = appOf(apps, request.headers.authorization);
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || !/^[\x21-\x7e]{1,255}$/.test(key)) throw new OfficeError("missing_idempotency_key");
  const { body } = request;
  if (!(body instanceof Uint8Array)) throw new OfficeError("unsupported_media_type");
  const keyed = { app, key, method: request.method, path: request.url, body };
  const answer = await office.idempotent.answer(keyed, () => act(body));
  if (!answer.repeated) office.wake();
  return reply
    .code(answer.status)
    .header("idempotent-replayed", `${answer.repeated}`)
    .type("application/json; charset=utf-8")
    .send(answer.body);
}
