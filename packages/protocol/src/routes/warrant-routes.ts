import { type Static, Type } from "typebox";
import { HeightJson, TimeJson } from "../json-money.ts";
import { AddressJson, U64Json } from "../json-scalars.ts";
import { addressParameter, NextJson, NumberPage } from "./parameters.ts";
import { defineRoute } from "./route.ts";

export const WarrantJson = Type.Object({
  number: U64Json,
  account: Type.Union(
    [
      Type.Object({
        instrument: Type.Integer({ description: "The instrument's number." }),
        symbol: Type.String(),
        account: Type.Integer(),
      }),
      Type.Null(),
    ],
    { description: "The customer's account that it freezes; null where it freezes the wallet at the address." },
  ),
  requester: Type.String({ ...AddressJson, description: "The investigating authority that asked for it." }),
  approver: Type.String({ ...AddressJson, description: "The supervisor who approved it." }),
  reason: Type.String(),
  issuedAtMs: TimeJson,
  untilMs: Type.String({ ...TimeJson, description: "When it ends, or was lifted: milliseconds since 1970." }),
  state: Type.Union([Type.Literal("standing"), Type.Literal("lifted"), Type.Literal("ended")], {
    description: "At the time of the block that the answer is as of.",
  }),
});
export type WarrantJson = Static<typeof WarrantJson>;

export const WarrantsJson = Type.Object({
  height: HeightJson,
  address: AddressJson,
  walletFrozenUntilMs: Type.Union([TimeJson, Type.Null()], {
    description: "Until when the wallet pays nothing that has an issuer; null while it is not frozen.",
  }),
  warrants: Type.Array(WarrantJson),
  next: NextJson,
});
export type WarrantsJson = Static<typeof WarrantsJson>;

export const listWarrants = defineRoute({
  operation: "listWarrants",
  method: "GET",
  path: "/v1/accounts/{address}/warrants",
  tag: "Supervision",
  summary: "The warrants that a wallet, or customers' accounts of an institution, are under",
  description:
    "In the order of their numbers. Who asked, who approved, why and until when, so that a holder can see why money is frozen; ended ones " +
    "are there until others come. An address that is under none has an empty list.",
  params: Type.Object({ address: addressParameter("The wallet, or the institution that keeps the accounts") }),
  query: Type.Object(NumberPage),
  answers: { 200: { description: "As of `height`.", schema: WarrantsJson } },
});
