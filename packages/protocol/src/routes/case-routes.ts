import { type Static, Type } from "typebox";
import { AddressJson, U64Json } from "../json-scalars.ts";
import { AlertId, AlertJson, AlertPlace, RuleText, PassedOver } from "./alert-routes.ts";
import { defineRoute } from "./route.ts";

/** The most that one act on a case says, in characters. */
export const MAX_CASE_TEXT = 2_000;

const CaseStateText = Type.Enum(["open", "dismissed", "referred"], {
  description: "`open` until a supervisor dismisses it or refers it. A dismissed case opens again when its alert has grown by half.",
});

const CaseWarrantJson = Type.Object(
  {
    number: Type.String({ ...U64Json, description: "As the ledger counts warrants." }),
    party: Type.String({ ...AddressJson, description: "The wallet, or the institution whose customer's account it freezes." }),
  },
  { additionalProperties: false },
);

/** A supervisor's file on one alert. */
export const CaseJson = Type.Object({
  id: AlertId,
  state: CaseStateText,
  reason: Type.Union([Type.String(), Type.Null()], { description: "Why it was dismissed or referred; null while it is open." }),
  warrant: Type.Union([CaseWarrantJson, Type.Null()], { description: "With which it was referred." }),
  alertRevision: Type.Integer({ description: "The alert's revision that the case knows." }),
  paymentCount: Type.Integer({ description: "Payments of the alert at that revision." }),
  history: Type.Array(
    Type.Object({
      act: Type.Enum(["opened", "noted", "dismissed", "reopened", "referred"]),
      timeMs: U64Json,
      by: Type.Union([AddressJson, Type.Null()], { description: "The supervisor; null where the rules did it." }),
      text: Type.String(),
    }),
    { description: "What was done, the oldest first." },
  ),
  alert: Type.Union([AlertJson, Type.Null()], {
    description: "With its last 20 payments; null where the read models have no alert of that id any more.",
  }),
});
export type CaseJson = Static<typeof CaseJson>;

export const CaseListJson = Type.Object({
  height: U64Json,
  cases: Type.Array(CaseJson),
  next: Type.Union([AlertPlace, Type.Null()], { description: "`before` of the next page; null on the last." }),
  passedOver: PassedOver,
});
export type CaseListJson = Static<typeof CaseListJson>;

const CaseAnswer = Type.Object({ height: U64Json, case: CaseJson });

export const listCases = defineRoute({
  operation: "listCases",
  method: "GET",
  path: "/v1/cases",
  tag: "Supervision",
  summary: "Cases of alerts, those whose alert changed last first",
  description: "Takes a supervisor's read session; everybody else is told `not_yours`. Each alert opens a case.",
  query: Type.Object({
    state: Type.Optional(CaseStateText),
    rule: Type.Optional(RuleText),
    before: Type.Optional(AlertPlace),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: "How many at most, 50 if absent." })),
  }),
  answers: { 200: { description: "At most `limit` of them, 50 if absent.", schema: CaseListJson } },
});

export const getCase = defineRoute({
  operation: "getCase",
  method: "GET",
  path: "/v1/cases/{alert}",
  tag: "Supervision",
  summary: "The case of an alert",
  description: "Takes a supervisor's read session; everybody else is told `not_yours`, whether or not there is such a case.",
  params: Type.Object({ alert: AlertId }),
  answers: { 200: { description: "As of `height`.", schema: CaseAnswer } },
});

export const actOnCase = defineRoute({
  operation: "actOnCase",
  method: "POST",
  path: "/v1/cases/{alert}",
  tag: "Supervision",
  summary: "Note something in a case, dismiss it, refer it with a warrant, or open it again",
  description:
    "Takes a supervisor's read session. Who acts, when and why is written to disk before the answer. Only an open case is dismissed or referred, only a " +
    "dismissed one is opened again (`case_not_open`, `case_not_dismissed`); a referred one stays so. The warrant must stand on the ledger (`unknown_warrant`).",
  params: Type.Object({ alert: AlertId }),
  bodies: {
    "application/json": Type.Object(
      {
        act: Type.Enum(["note", "dismiss", "refer", "reopen"]),
        text: Type.String({ minLength: 1, maxLength: MAX_CASE_TEXT, description: "Why, or what is noted." }),
        warrant: Type.Optional(CaseWarrantJson),
      },
      { additionalProperties: false },
    ),
  },
  answers: { 200: { description: "The case after the act.", schema: CaseAnswer } },
});
