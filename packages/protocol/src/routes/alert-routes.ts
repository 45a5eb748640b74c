import { type Static, Type } from "typebox";
import { AmountJson, U64Json } from "../json-scalars.ts";
import { PlaceText } from "./read-models.ts";
import { defineRoute } from "./route.ts";

export const RuleText = Type.Union(
  [
    Type.Literal("structuring"),
    Type.Literal("rapid_pass_through"),
    Type.Literal("fan_in"),
    Type.Literal("fan_out"),
    Type.Literal("dormant_then_active"),
    Type.Literal("circular_flow"),
  ],
  { description: "The rule that raised the alert." },
);
export const AlertId = Type.String({ pattern: "^[0-9a-f]{32}$", description: "Names the alert for ever: 32 hexadecimal digits." });
export const AlertPlace = Type.String({
  pattern: "^[0-9]{1,15}\\.[0-9a-f]{32}$",
  description: "Where the list goes on: `next` of the page before.",
});

/** A party to a payment that alerts look at. */
export const PartyText = Type.String({
  pattern: "^0x[0-9a-f]{64}(#(cash)?[0-9]{1,10})?$",
  description:
    "An address, or a customer's account: the institution's address, `#` and the account's number, with `cash` before the number in an operator's book of digital cash.",
});

const ExplanationValueJson = Type.Union([
  Type.Object({ kind: Type.Literal("amount"), amountMinor: AmountJson, unit: Type.String() }),
  Type.Object({ kind: Type.Literal("count"), count: Type.Integer() }),
  Type.Object({ kind: Type.Literal("duration"), durationMs: Type.Integer() }),
  Type.Object({ kind: Type.Literal("share"), permille: Type.Integer() }),
  Type.Object({ kind: Type.Literal("parties"), parties: Type.Array(PartyText) }),
]);

/** A pattern of payments that a supervisor may want to look at. It says nothing of guilt. */
export const AlertJson = Type.Object({
  id: AlertId,
  rule: RuleText,
  subjects: Type.Array(PartyText, { description: "Whom to look at, the first above all." }),
  /** Times of the pattern's first and last payment. */
  fromMs: U64Json,
  toMs: U64Json,
  changedAtHeight: U64Json,
  unit: Type.String(),
  decimals: Type.Integer(),
  amountMinor: AmountJson,
  paymentCount: Type.Integer(),
  payments: Type.Array(
    Type.Object({
      place: PlaceText,
      timeMs: U64Json,
      amountMinor: AmountJson,
      from: Type.Union([PartyText, Type.Null()], { description: "Who paid; null where the read models no longer have it." }),
      to: Type.Union([PartyText, Type.Null()], { description: "Who was paid." }),
    }),
    { description: "The last of the pattern's payments: 20 in a list, 512 in an alert by itself." },
  ),
  score: Type.Integer({ description: "50 where the pattern just fits, 100 at most. To sort by; no probability." }),
  sentence: Type.String({ description: "Which sentence explains the alert, e.g. `structuring_one_pair`." }),
  values: Type.Record(Type.String(), ExplanationValueJson, { description: "What goes into the sentence's places." }),
  revision: Type.Integer({ description: "1 when it was raised, 1 more with each extension." }),
});
export type AlertJson = Static<typeof AlertJson>;

export const PassedOver = Type.String({
  pattern: "^[0-9]{1,20}$",
  description:
    "How many payments between customers' accounts were large enough for the rules and were not looked at, because more came within ten seconds than are looked at.",
});

export const AlertListJson = Type.Object({
  height: U64Json,
  alerts: Type.Array(AlertJson),
  next: Type.Union([AlertPlace, Type.Null()], { description: "`before` of the next page; null on the last." }),
  passedOver: PassedOver,
});
export type AlertListJson = Static<typeof AlertListJson>;

export const listAlerts = defineRoute({
  operation: "listAlerts",
  method: "GET",
  path: "/v1/alerts",
  tag: "Supervision",
  summary: "Patterns of payments that may be laundering, those changed last first",
  description:
    "Takes a supervisor's read session; everybody else is told `not_yours`. A pattern that goes on extends its alert and comes to the front again. What the rules look for, and how often they are wrong, is in docs/alerts.md.",
  query: Type.Object({
    rule: Type.Optional(RuleText),
    before: Type.Optional(AlertPlace),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: "How many at most, 50 if absent." })),
  }),
  answers: { 200: { description: "At most `limit` of them, 50 if absent.", schema: AlertListJson } },
});

export const getAlert = defineRoute({
  operation: "getAlert",
  method: "GET",
  path: "/v1/alerts/{alert}",
  tag: "Supervision",
  summary: "One alert with its payments",
  description: "Takes a supervisor's read session; everybody else is told `not_yours`, whether or not there is such an alert.",
  params: Type.Object({ alert: AlertId }),
  answers: { 200: { description: "As of `height`.", schema: Type.Object({ height: U64Json, alert: AlertJson }) } },
});
