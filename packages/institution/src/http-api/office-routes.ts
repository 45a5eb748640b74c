import { type TSchema, Type } from "typebox";
import {
  CustomerAnswer,
  DeliveryAnswer,
  OrderAnswer,
  PastBalanceAnswer,
  ReconciliationAnswer,
  StatementAnswer,
  WebhookAnswer,
} from "./answer-shapes.ts";
import {
  CollectionRequest,
  CustomerRequest,
  GrantRequest,
  MerchantRequest,
  OfOrderRequest,
  PaymentRequest,
  ReconciliationRequest,
  RedPacketRequest,
  RedPacketShareRequest,
  RefundRequest,
  StandingOrderRequest,
  TransferRequest,
  WebhookRequest,
  WithdrawalRequest,
} from "./request-shapes.ts";

/** What the API's document says of a route. */
export interface OfficeRoute {
  readonly operation: string;
  readonly method: "GET" | "POST" | "DELETE";
  /** `/v1/orders/{id}` */
  readonly path: string;
  readonly summary: string;
  readonly body?: TSchema;
  /** Query parameters by name. */
  readonly query?: Readonly<Record<string, TSchema>>;
  /** Whether it needs an Idempotency-Key. */
  readonly isOnce?: true;
  readonly status: number;
  readonly answer: string;
  /** By media type; none where nothing is answered. */
  readonly schemas: Readonly<Record<string, TSchema>>;
}

const json = (schema: TSchema) => ({ "application/json": schema });
const order = (operation: string, path: string, summary: string, body: TSchema): OfficeRoute => ({
  operation,
  method: "POST",
  path,
  summary,
  body,
  isOnce: true,
  status: 202,
  answer: "The order, accepted: ask for it again to see what became of it.",
  schemas: json(OrderAnswer),
});

/** Every route of an office's API. */
export const OFFICE_ROUTES: readonly OfficeRoute[] = [
  {
    operation: "admitCustomer",
    method: "POST",
    path: "/v1/customers",
    summary: "Admits a customer; its account is opened on the ledger",
    body: CustomerRequest,
    isOnce: true,
    status: 202,
    answer: "The customer, without an account yet.",
    schemas: json(CustomerAnswer),
  },
  order("pay", "/v1/payments", "From customer to customer", PaymentRequest),
  order("collect", "/v1/collections", "A payment to a merchant, less the institution's fee", CollectionRequest),
  order("refund", "/v1/refunds", "A refund of a payment to a merchant, all of them together never more than it was", RefundRequest),
  order("withdraw", "/v1/withdrawals", "Into a wallet, as digital cash", WithdrawalRequest),
  order("transfer", "/v1/transfers", "To a customer of another institution, through a clearing house", TransferRequest),
  order("giveRedPacket", "/v1/red-packets", "A red packet: one amount, a share for each who takes", RedPacketRequest),
  order("takeShare", "/v1/red-packet-shares", "A share of a red packet, for a customer who has taken none of it", RedPacketShareRequest),
  order(
    "returnRedPacket",
    "/v1/red-packet-returns",
    "What nobody took of a red packet that has expired, back to its giver",
    OfOrderRequest,
  ),
  order("orderPayments", "/v1/standing-orders", "A payment every period, by the calendar of the unit's zone", StandingOrderRequest),
  order(
    "triggerPayment",
    "/v1/standing-order-payments",
    "The payment of a standing order that is due; refused with `not_paid` where the payer has not enough",
    OfOrderRequest,
  ),
  order("endOrder", "/v1/standing-order-ends", "Ends a standing order", OfOrderRequest),
  order("grant", "/v1/grants", "E-money out of the institution's own funds", GrantRequest),
  order("setTerms", "/v1/merchants", "Makes a customer a merchant, or changes its terms", MerchantRequest),
  {
    operation: "getCustomer",
    method: "GET",
    path: "/v1/customers/{id}",
    summary: "A customer's account and balance",
    status: 200,
    answer: "The customer.",
    schemas: json(CustomerAnswer),
  },
  {
    operation: "getOrder",
    method: "GET",
    path: "/v1/orders/{id}",
    summary: "What became of an order",
    status: 200,
    answer: "The order.",
    schemas: json(OrderAnswer),
  },
  {
    operation: "getStatement",
    method: "GET",
    path: "/v1/customers/{id}/statement",
    summary: "A customer's statement of a month of the unit's zone",
    query: {
      month: Type.String({ pattern: "^[0-9]{4}-(?:0[1-9]|1[0-2])$", description: "2026-11" }),
      format: Type.Optional(Type.Union([Type.Literal("json"), Type.Literal("csv"), Type.Literal("html")])),
    },
    status: 200,
    answer: "The statement; the HTML prints to PDF.",
    schemas: { "application/json": StatementAnswer, "text/csv": Type.String(), "text/html": Type.String() },
  },
  {
    operation: "getPastBalance",
    method: "GET",
    path: "/v1/customers/{id}/balance",
    summary: "What a customer had after a block of the ledger",
    query: { height: Type.String({ pattern: "^[0-9]{1,15}$", description: "The block's height." }) },
    status: 200,
    answer: "The balance after that block.",
    schemas: json(PastBalanceAnswer),
  },
  {
    operation: "addWebhook",
    method: "POST",
    path: "/v1/webhooks",
    summary: "Adds an address that is told what becomes of orders",
    body: WebhookRequest,
    isOnce: true,
    status: 201,
    answer: "The webhook with its secret.",
    schemas: json(WebhookAnswer),
  },
  {
    operation: "removeWebhook",
    method: "DELETE",
    path: "/v1/webhooks/{id}",
    summary: "Removes a webhook",
    status: 204,
    answer: "Removed.",
    schemas: {},
  },
  {
    operation: "listDeliveries",
    method: "GET",
    path: "/v1/webhooks/{id}/deliveries",
    summary: "The last deliveries to a webhook, the newest first",
    status: 200,
    answer: "At most 1,000.",
    schemas: json(Type.Object({ deliveries: Type.Array(DeliveryAnswer) })),
  },
  {
    operation: "deliverAgain",
    method: "POST",
    path: "/v1/deliveries/{id}/again",
    summary: "Has a delivery that was given up made again",
    status: 200,
    answer: "The delivery.",
    schemas: json(DeliveryAnswer),
  },
  {
    operation: "reconcile",
    method: "POST",
    path: "/v1/reconciliations",
    summary: "Compares the office's books with the ledger now",
    body: ReconciliationRequest,
    status: 201,
    answer: "What was found.",
    schemas: json(ReconciliationAnswer),
  },
  {
    operation: "getReconciliation",
    method: "GET",
    path: "/v1/reconciliations/{id}",
    summary: "What a reconciliation found",
    status: 200,
    answer: "The reconciliation.",
    schemas: json(ReconciliationAnswer),
  },
];
