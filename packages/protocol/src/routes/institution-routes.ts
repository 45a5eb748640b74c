import { type Static, Type } from "typebox";
import { INSTITUTION_KINDS } from "../economy-terms.ts";
import { HeightJson, InstrumentOfJson, UnitOfJson } from "../json-money.ts";
import { AddressJson, AmountJson } from "../json-scalars.ts";
import { LicenceStatusJson } from "./licence-routes.ts";
import { AddressPage, addressParameter, CompleteJson, NextJson } from "./parameters.ts";
import { defineRoute } from "./route.ts";

const KindJson = Type.Enum(INSTITUTION_KINDS);

/** One thing that an address is established as; an operator may be a bank too. */
export const InstitutionJson = Type.Object({
  address: AddressJson,
  name: Type.String(),
  kind: KindJson,
  ...UnitOfJson,
  centralBank: Type.Union([AddressJson, Type.Null()], { description: "Where it has its account; null for a central bank." }),
  instruments: Type.Array(Type.Object({ instrument: Type.Integer(), symbol: Type.String(), kind: Type.String() }), {
    description: "What it issues as that kind.",
  }),
  licence: Type.Union([LicenceStatusJson, Type.Null()], { description: "How its licence of that kind stands; null if it has none." }),
});
export type InstitutionJson = Static<typeof InstitutionJson>;

export const InstitutionsJson = Type.Object({
  height: HeightJson,
  institutions: Type.Array(InstitutionJson),
  next: NextJson,
  complete: CompleteJson,
});
export type InstitutionsJson = Static<typeof InstitutionsJson>;

export const listInstitutions = defineRoute({
  operation: "listInstitutions",
  method: "GET",
  path: "/v1/institutions",
  tag: "Institutions",
  summary: "Central banks, banks, payment institutions, operators and clearing houses, with their names",
  description:
    "In the order of addresses; `limit` counts addresses, and one that is several kinds, a bank and an operator say, has an entry for each. " +
    "The first question after a start waits until the node has made its list.",
  query: Type.Object({
    ...AddressPage,
    kind: Type.Optional(Type.Enum(INSTITUTION_KINDS, { description: "Those of a kind only.", examples: ["bank"] })),
  }),
  answers: { 200: { description: "As of `height`.", schema: InstitutionsJson } },
});

export const OperatorsJson = Type.Object({
  height: HeightJson,
  centralBank: AddressJson,
  ...InstrumentOfJson,
  operators: Type.Array(
    Type.Object({
      address: AddressJson,
      name: Type.String(),
      licence: Type.Union([LicenceStatusJson, Type.Null()]),
      tillMinor: Type.String({ ...AmountJson, description: "Digital cash of its own." }),
      settlementMinor: Type.String({ ...AmountJson, description: "Settlement money in its account; a bank's too." }),
      isBank: Type.Boolean({ description: "Whether it is a commercial bank as well." }),
    }),
  ),
  next: NextJson,
});
export type OperatorsJson = Static<typeof OperatorsJson>;

export const listOperators = defineRoute({
  operation: "listOperators",
  method: "GET",
  path: "/v1/central-banks/{address}/operators",
  tag: "Institutions",
  summary: "The operators that a central bank admitted",
  description:
    "In the order in which they got their accounts. The instrument named is the central bank's digital cash. Refused with `unknown_account` where there is no central bank.",
  params: Type.Object({ address: addressParameter("The central bank") }),
  query: Type.Object(AddressPage),
  answers: { 200: { description: "As of `height`.", schema: OperatorsJson } },
});
