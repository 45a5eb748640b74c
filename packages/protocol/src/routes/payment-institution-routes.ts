import { type Static, Type } from "typebox";
import { AddressJson, AmountJson, U64Json } from "../json-scalars.ts";
import { addressParameter } from "./parameters.ts";
import { defineRoute } from "./route.ts";

export const PaymentInstitutionJson = Type.Object({
  address: AddressJson,
  name: Type.String(),
  unit: Type.String(),
  decimals: Type.Integer(),
  centralBank: AddressJson,
  /** Number of its e-money. */
  instrument: Type.Integer(),
  mode: Type.Union([Type.Literal("first"), Type.Literal("second")]),
  /** Outstanding, wherever it lies. */
  eMoneyMinor: AmountJson,
  /** Of it, in customers' accounts. */
  customersMinor: AmountJson,
  /** Accounts that were ever opened, its own (0) included. */
  accounts: Type.Integer(),
  reserveMinor: AmountJson,
  ownFundsMinor: AmountJson,
  /** Reserve / e-money in hundredths of a per cent, rounded down; null where there is no e-money. */
  coverBps: Type.Union([Type.Integer(), Type.Null()]),
  /** Shares that its central bank asks for in the first mode, by date. */
  schedule: Type.Array(Type.Object({ fromMs: U64Json, shareBps: Type.Integer() })),
  /** Payments to merchants ever made. */
  collections: U64Json,
  /** What it last said that banks keep for it; null if it never said. The ledger knows no better. */
  report: Type.Union([
    Type.Object({
      atMs: U64Json,
      eMoneyMinor: AmountJson,
      reserveMinor: AmountJson,
      atBanksMinor: AmountJson,
      shortfallMinor: AmountJson,
    }),
    Type.Null(),
  ]),
});
export type PaymentInstitutionJson = Static<typeof PaymentInstitutionJson>;

export const getPaymentInstitution = defineRoute({
  operation: "getPaymentInstitution",
  method: "GET",
  path: "/v1/payment-institutions/{address}",
  tag: "Institutions",
  summary: "E-money of a payment institution and what stands behind it",
  description:
    "In the second mode e-money is never more than the reserve; in the first mode only the institution's own report tells what lies at banks. Refused with `unknown_account` where there is no payment institution.",
  params: Type.Object({ address: addressParameter("The payment institution") }),
  answers: { 200: { description: "As of the last block on disk.", schema: PaymentInstitutionJson } },
});
