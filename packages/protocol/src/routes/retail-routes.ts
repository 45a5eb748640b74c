import { type Static, Type } from "typebox";
import { DateJson, HeightJson, InstrumentOfJson, TimeJson } from "../json-money.ts";
import { AddressJson, AmountJson, U64Json } from "../json-scalars.ts";
import { AddressPage, addressParameter, CompleteJson, NextJson } from "./parameters.ts";
import { defineRoute } from "./route.ts";

const ObjectJson = Type.String({ ...AddressJson, description: "Where it lies: the name by which it is acted on." });
const NumberJson = Type.String({ ...U64Json, description: "The number that its owner gave it." });
const PAGE_NOTE =
  "In the order of the addresses at which they lie. The first question after a start waits until the node has made its list. What has ended is not there.";

export const EscrowJson = Type.Object({
  escrow: ObjectJson,
  number: NumberJson,
  buyer: AddressJson,
  seller: AddressJson,
  arbiter: Type.Union([AddressJson, Type.Null()]),
  ...InstrumentOfJson,
  amountMinor: Type.String({ ...AmountJson, description: "What it holds." }),
  state: Type.Union([Type.Literal("paid"), Type.Literal("shipped"), Type.Literal("disputed"), Type.Literal("decided")]),
  untilMs: Type.String({ ...TimeJson, description: "When the state's time limit passes: milliseconds since 1970." }),
  isDue: Type.Boolean({ description: "Whether the limit has passed, so that anybody's `expire` goes on." }),
  silentShareBps: Type.Integer({ description: "The seller's share if an arbiter is silent, in hundredths of a per cent." }),
  forSellerMinor: Type.Union([AmountJson, Type.Null()], { description: "What is the seller's, once that is decided." }),
});
export type EscrowJson = Static<typeof EscrowJson>;

export const PaymentRequestJson = Type.Object({
  request: ObjectJson,
  number: NumberJson,
  payee: AddressJson,
  ...InstrumentOfJson,
  amountMinor: Type.Union([AmountJson, Type.Null()], { description: "Null where the payer says how much." }),
  reference: Type.String(),
  expiresMs: TimeJson,
  state: Type.Union([Type.Literal("open"), Type.Literal("paid"), Type.Literal("expired")]),
  payment: Type.Union([Type.Object({ payer: AddressJson, amountMinor: AmountJson, timeMs: TimeJson }), Type.Null()]),
});
export type PaymentRequestJson = Static<typeof PaymentRequestJson>;

export const RedPacketJson = Type.Object({
  packet: ObjectJson,
  number: NumberJson,
  giver: AddressJson,
  ...InstrumentOfJson,
  amountMinor: Type.String({ ...AmountJson, description: "What is left in it." }),
  sharesLeft: U64Json,
  taken: Type.Integer({ description: "How many took a share." }),
  isRandom: Type.Boolean({ description: "Whether shares are drawn; else they are equal." }),
  needsKey: Type.Boolean({ description: "Whether a share is for those who have its secret only." }),
  expiresMs: TimeJson,
  isDue: Type.Boolean({ description: "Whether it has expired, so that anybody's `expire` gives the rest back." }),
});
export type RedPacketJson = Static<typeof RedPacketJson>;

export const StandingOrderJson = Type.Object({
  order: ObjectJson,
  number: NumberJson,
  payer: AddressJson,
  payee: AddressJson,
  ...InstrumentOfJson,
  amountMinor: AmountJson,
  period: Type.Union([Type.Literal("day"), Type.Literal("week"), Type.Literal("month"), Type.Literal("year")]),
  every: Type.Integer({ description: "So many periods lie between two payments." }),
  firstOn: DateJson,
  lastOn: Type.Union([DateJson, Type.Null()]),
  nextOn: Type.Union([DateJson, Type.Null()], { description: "The day of the next payment; null after the last." }),
  paid: Type.String({ ...U64Json, description: "Payments made." }),
  missed: Type.String({ ...U64Json, description: "Payments that were due and passed over." }),
  lastRefusal: Type.Integer({ description: "Why the last try was refused, as `money::payment_check` numbers it; 0 if it was not." }),
});
export type StandingOrderJson = Static<typeof StandingOrderJson>;

export const EscrowsJson = Type.Object({ height: HeightJson, escrows: Type.Array(EscrowJson), next: NextJson, complete: CompleteJson });
export type EscrowsJson = Static<typeof EscrowsJson>;
export const PaymentRequestsJson = Type.Object({
  height: HeightJson,
  requests: Type.Array(PaymentRequestJson),
  next: NextJson,
  complete: CompleteJson,
});
export type PaymentRequestsJson = Static<typeof PaymentRequestsJson>;
export const RedPacketsJson = Type.Object({
  height: HeightJson,
  packets: Type.Array(RedPacketJson),
  next: NextJson,
  complete: CompleteJson,
});
export type RedPacketsJson = Static<typeof RedPacketsJson>;
export const StandingOrdersJson = Type.Object({
  height: HeightJson,
  orders: Type.Array(StandingOrderJson),
  next: NextJson,
  complete: CompleteJson,
});
export type StandingOrdersJson = Static<typeof StandingOrdersJson>;

export const listEscrows = defineRoute({
  operation: "listEscrows",
  method: "GET",
  path: "/v1/accounts/{address}/escrows",
  tag: "Accounts",
  summary: "The escrows in which an address is buyer, seller or arbiter",
  description: PAGE_NOTE,
  params: Type.Object({ address: addressParameter("The buyer, seller or arbiter") }),
  query: Type.Object(AddressPage),
  answers: { 200: { description: "As of `height`.", schema: EscrowsJson } },
});

export const listPaymentRequests = defineRoute({
  operation: "listPaymentRequests",
  method: "GET",
  path: "/v1/accounts/{address}/payment-requests",
  tag: "Accounts",
  summary: "The payment requests of a payee that are not paid yet",
  description: `${PAGE_NOTE} A request that was paid is no longer in the list; its address still tells how it was paid.`,
  params: Type.Object({ address: addressParameter("The payee") }),
  query: Type.Object(AddressPage),
  answers: { 200: { description: "As of `height`.", schema: PaymentRequestsJson } },
});

export const getPaymentRequest = defineRoute({
  operation: "getPaymentRequest",
  method: "GET",
  path: "/v1/payment-requests/{address}",
  tag: "Accounts",
  summary: "A payment request: what it asks, and whether and by whom it was paid",
  description: "Refused with `unknown_account` where there is none; one that its payee withdrew is gone.",
  params: Type.Object({ address: addressParameter("Where the request lies") }),
  answers: {
    200: { description: "As of `height`.", schema: Type.Object({ height: HeightJson, ...PaymentRequestJson.properties }) },
  },
});

export const listRedPackets = defineRoute({
  operation: "listRedPackets",
  method: "GET",
  path: "/v1/accounts/{address}/red-packets",
  tag: "Accounts",
  summary: "The red packets that an address gave and that are not empty",
  description: PAGE_NOTE,
  params: Type.Object({ address: addressParameter("The giver") }),
  query: Type.Object(AddressPage),
  answers: { 200: { description: "As of `height`.", schema: RedPacketsJson } },
});

export const listStandingOrders = defineRoute({
  operation: "listStandingOrders",
  method: "GET",
  path: "/v1/accounts/{address}/standing-orders",
  tag: "Accounts",
  summary: "The standing orders in which an address is payer or payee",
  description: PAGE_NOTE,
  params: Type.Object({ address: addressParameter("The payer or payee") }),
  query: Type.Object(AddressPage),
  answers: { 200: { description: "As of `height`.", schema: StandingOrdersJson } },
});
