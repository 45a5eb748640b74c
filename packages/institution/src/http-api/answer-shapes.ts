import { Type } from "typebox";

const Minor = Type.String({ pattern: "^-?[0-9]+$", description: "Minor units." });
const Millis = Type.Integer({ description: "Milliseconds since 1970." });

export const CustomerAnswer = Type.Object({
  id: Type.String(),
  reference: Type.String({ description: "The institution's own name for the person or firm." }),
  account: Type.Optional(Type.Integer({ description: "In the institution's book on the ledger; absent until it is opened there." })),
  refusal: Type.Optional(Type.String({ description: "Why the account that the ledger has already did not become this customer's." })),
  reason: Type.Optional(Type.String({ description: "The same in a sentence." })),
  sinceHeight: Type.Optional(
    Type.Integer({
      description: "Of an account that was there before it was this customer's: the block from which on the office has kept it.",
    }),
  ),
  createdMs: Millis,
  balanceMinor: Minor,
  lines: Type.Integer({ description: "Lines of its statement so far." }),
  merchant: Type.Optional(Type.Object({ feeBps: Type.Integer(), feeFixedMinor: Minor })),
});

export const OrderAnswer = Type.Object({
  id: Type.String(),
  body: Type.Object({ kind: Type.String() }, { additionalProperties: true, description: "What was asked." }),
  state: Type.Union([Type.Literal("accepted"), Type.Literal("posting"), Type.Literal("done"), Type.Literal("refused")], {
    description: "`accepted` waits its turn, `posting` is on its way to the ledger; `done` and `refused` are final.",
  }),
  acceptedMs: Millis,
  finalMs: Type.Optional(Millis),
  transaction: Type.Optional(Type.String({ description: "The ledger transaction that did it." })),
  refusal: Type.Optional(Type.String({ description: "Why it was refused: the ledger's own code." })),
  reason: Type.Optional(Type.String({ description: "The same in a sentence." })),
  feeMinor: Type.Optional(Minor),
  collection: Type.Optional(Type.String({ description: "The ledger's number of a collection." })),
  loan: Type.Optional(Type.String({ description: "The ledger's number of a loan." })),
  timeDeposit: Type.Optional(Type.String({ description: "The ledger's number of a time deposit." })),
  refundedMinor: Type.Optional(Minor),
});

const Line = Type.Object({
  atMs: Millis,
  height: Type.String(),
  kind: Type.String(),
  order: Type.Optional(Type.String()),
  counterparty: Type.Optional(Type.String()),
  memo: Type.Optional(Type.String()),
  amountMinor: Minor,
  balanceMinor: Minor,
});

export const StatementAnswer = Type.Object({
  customer: Type.String(),
  reference: Type.String(),
  account: Type.Union([Type.Integer(), Type.Null()]),
  month: Type.String(),
  currency: Type.Object({ symbol: Type.String(), decimals: Type.Integer(), zoneOffsetMinutes: Type.Integer() }),
  openingMinor: Minor,
  lines: Type.Array(Line),
  closingMinor: Minor,
});

export const HistoryAnswer = Type.Object({
  customer: Type.String(),
  lines: Type.Array(
    Type.Object({ position: Type.Integer({ description: "Counted from 0 in the order in which they happened." }), ...Line.properties }),
  ),
});

export const PastBalanceAnswer = Type.Object({
  customer: Type.String(),
  height: Type.String({ description: "The block that it is of." }),
  balanceMinor: Minor,
});

export const WebhookAnswer = Type.Object({
  id: Type.String(),
  url: Type.String(),
  secret: Type.String({ description: "Key of the HMAC: 32 bytes as hexadecimal digits. Told once." }),
  createdMs: Millis,
});

export const DeliveryAnswer = Type.Object({
  id: Type.String(),
  webhook: Type.String(),
  event: Type.String(),
  body: Type.String(),
  state: Type.Union([Type.Literal("due"), Type.Literal("delivered"), Type.Literal("given_up")]),
  attempts: Type.Integer(),
  nextMs: Millis,
  last: Type.Optional(Type.String()),
});

export const ReconciliationAnswer = Type.Object({
  id: Type.String(),
  madeMs: Millis,
  height: Type.String({ description: "The block that both sides are of." }),
  accounts: Type.Integer(),
  orders: Type.Integer(),
  differences: Type.Array(Type.Object({ kind: Type.String() }, { additionalProperties: true })),
});

export const ProblemAnswer = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  code: Type.String(),
  number: Type.Integer(),
});
