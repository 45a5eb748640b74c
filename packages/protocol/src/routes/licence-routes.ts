import { type Static, Type } from "typebox";
import { LICENCE_KINDS } from "../economy-terms.ts";
import { HeightJson, TimeJson } from "../json-money.ts";
import { AddressJson, AmountJson } from "../json-scalars.ts";
import { AddressPage, addressParameter, CompleteJson, NextJson } from "./parameters.ts";
import { defineRoute } from "./route.ts";

const LICENCE_STATUSES = ["inForce", "suspended", "revoked", "expired"] as const;
const KindJson = Type.Enum(LICENCE_KINDS);

export const LicenceStatusJson = Type.Enum(LICENCE_STATUSES, { description: "At the time of the block that the answer is as of." });
export type LicenceStatus = (typeof LICENCE_STATUSES)[number];

export const LicenceJson = Type.Object({
  holder: AddressJson,
  kind: KindJson,
  unit: Type.Union([Type.String(), Type.Null()], {
    description: "The unit of account it is for; null where the kind has to do with none.",
  }),
  unitNumber: Type.Integer({ description: "The unit's number on the ledger, by which acts name it; 0 where there is none." }),
  decimals: Type.Union([Type.Integer(), Type.Null()], { description: "Of the unit." }),
  status: LicenceStatusJson,
  limitMinor: Type.Union([AmountJson, Type.Null()], { description: "What its holder may have outstanding; null means without limit." }),
  expiresAtMs: Type.Union([TimeJson, Type.Null()], { description: "Null means that it does not expire." }),
});
export type LicenceJson = Static<typeof LicenceJson>;

export const LicencesJson = Type.Object({
  height: HeightJson,
  licences: Type.Array(LicenceJson),
  next: NextJson,
  complete: CompleteJson,
});
export type LicencesJson = Static<typeof LicencesJson>;

export const listLicences = defineRoute({
  operation: "listLicences",
  method: "GET",
  path: "/v1/licences",
  tag: "Supervision",
  summary: "Licences by holder, kind and status",
  description:
    "In the order of holders; `limit` counts holders looked at, and one may hold several licences or, with a filter, none. With `holder` it is one page. " +
    "The first question after a start waits until the node has made its list.",
  query: Type.Object({
    ...AddressPage,
    holder: Type.Optional(addressParameter("Those of one holder only")),
    kind: Type.Optional(Type.Enum(LICENCE_KINDS, { description: "Those of a kind only.", examples: ["bank"] })),
    status: Type.Optional(Type.Enum(LICENCE_STATUSES, { description: "Those with a status only.", examples: ["inForce"] })),
  }),
  answers: { 200: { description: "As of `height`.", schema: LicencesJson } },
});
