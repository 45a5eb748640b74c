import { type Static, Type } from "typebox";
import { Amount, Id, Memo, strict } from "./shape-parts.ts";

/** `POST /v1/customers` */
export const CustomerRequest = Type.Object(
  {
    reference: Type.String({ minLength: 1, maxLength: 140 }),
    account: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 0xffff_ffff,
        description: "The number of the account on the ledger that the customer has already.",
      }),
    ),
  },
  strict,
);
export type CustomerRequest = Static<typeof CustomerRequest>;

/** `POST /v1/payments`: from customer to customer. */
export const PaymentRequest = Type.Object({ payer: Id, payee: Id, amountMinor: Amount, memo: Memo }, strict);
/** `POST /v1/collections`: a payment to a merchant. */
export const CollectionRequest = Type.Object({ payer: Id, merchant: Id, amountMinor: Amount, memo: Memo }, strict);
/** `POST /v1/refunds`: of a payment to a merchant. */
export const RefundRequest = Type.Object({ of: Id, amountMinor: Amount, memo: Memo }, strict);
/** `POST /v1/withdrawals`: into a wallet. */
export const WithdrawalRequest = Type.Object(
  { payer: Id, wallet: Type.String({ pattern: "^0x[0-9a-fA-F]{64}$" }), amountMinor: Amount, memo: Memo },
  strict,
);
/** `POST /v1/transfers`: to a customer of another institution, through a clearing house. */
export const TransferRequest = Type.Object(
  {
    payer: Id,
    house: Type.String({ pattern: "^0x[0-9a-fA-F]{64}$" }),
    payee: Type.String({ pattern: "^0x[0-9a-fA-F]{64}$" }),
    toAccount: Type.Integer({ minimum: 0, maximum: 0xffff_ffff }),
    amountMinor: Amount,
    memo: Memo,
  },
  strict,
);
/** `POST /v1/red-packets`: one amount for many takers. */
export const RedPacketRequest = Type.Object(
  {
    giver: Id,
    amountMinor: Amount,
    shares: Type.Integer({ minimum: 1, maximum: 100 }),
    isRandom: Type.Optional(Type.Boolean({ description: "Whether takers draw different shares; equal ones if absent." })),
    expiresMs: Type.Integer({ minimum: 0, description: "Milliseconds since 1970, within 31 days." }),
    memo: Memo,
  },
  strict,
);
/** `POST /v1/red-packet-shares` */
export const RedPacketShareRequest = Type.Object({ of: Id, taker: Id }, strict);
/** `POST /v1/red-packet-returns`, `/v1/standing-order-payments`, `/v1/standing-order-ends`: of what an order made. */
export const OfOrderRequest = Type.Object({ of: Id }, strict);
const Day = Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", description: "A day of the unit's zone: 2026-12-01." });
/** `POST /v1/standing-orders` */
export const StandingOrderRequest = Type.Object(
  {
    payer: Id,
    payee: Id,
    amountMinor: Amount,
    period: Type.Enum(["days", "weeks", "months", "years"]),
    every: Type.Optional(Type.Integer({ minimum: 1, maximum: 366, description: "Every so many of them, 1 if absent." })),
    firstDay: Day,
    lastDay: Type.Optional(Day),
    memo: Memo,
  },
  strict,
);
/** `POST /v1/grants`: out of the institution's own funds. */
export const GrantRequest = Type.Object({ payee: Id, amountMinor: Amount, memo: Memo }, strict);
/** `POST /v1/merchants`: makes a customer a merchant or changes its terms. */
export const MerchantRequest = Type.Object(
  {
    customer: Id,
    feeBps: Type.Integer({ minimum: 0, maximum: 10_000 }),
    feeFixedMinor: Type.String({ pattern: "^(?:0|[1-9][0-9]{0,14})$" }),
  },
  strict,
);
/** `POST /v1/webhooks` */
export const WebhookRequest = Type.Object({ url: Type.String({ minLength: 1, maxLength: 2_048 }) }, strict);
/** `POST /v1/reconciliations`: in the first mode with what banks keep for the institution. */
export const ReconciliationRequest = Type.Object(
  { depositsAtBanksMinor: Type.Optional(Type.String({ pattern: "^(?:0|[1-9][0-9]{0,18})$" })) },
  strict,
);
