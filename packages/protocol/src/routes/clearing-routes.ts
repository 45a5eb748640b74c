import { type Static, Type } from "typebox";
import { AddressJson, AmountJson, U64Json } from "../json-scalars.ts";
import { addressParameter } from "./parameters.ts";
import { defineRoute } from "./route.ts";

const ClearingPaymentJson = Type.Object({
  number: U64Json,
  payer: AddressJson,
  fromAccount: Type.Integer(),
  payee: AddressJson,
  toAccount: Type.Integer(),
  amountMinor: AmountJson,
  priority: Type.Union([Type.Literal("highlyUrgent"), Type.Literal("urgent"), Type.Literal("normal")]),
  enteredMs: U64Json,
});

const ClearingMeasuresJson = Type.Object({
  payments: U64Json,
  valueMinor: AmountJson,
  /** Central-bank money that moved. */
  liquidityMinor: AmountJson,
  /** The part of the value for which none had to move, in hundredths of a per cent; null while nothing has settled. */
  nettingRatioBps: Type.Union([Type.Integer(), Type.Null()]),
  /** The same had only pairs been set off. */
  bilateralRatioBps: Type.Union([Type.Integer(), Type.Null()]),
  meanDelayMs: Type.Union([U64Json, Type.Null()], { description: "Of a payment." }),
  valueWeightedDelayMs: Type.Union([U64Json, Type.Null()], { description: "Of a minor unit." }),
  longestDelayMs: U64Json,
  revoked: U64Json,
  returned: U64Json,
});

export const ClearingHouseJson = Type.Object({
  address: AddressJson,
  name: Type.String(),
  unit: Type.String(),
  decimals: Type.Integer(),
  centralBank: AddressJson,
  rules: Type.Object({ mostWaiting: U64Json, longestWaitMs: U64Json, graceMs: U64Json, recallMs: U64Json }),
  cycle: Type.Object({ number: U64Json, closedAtMs: Type.Union([U64Json, Type.Null()]) }),
  /** The clearing house's own capital that stands behind its cycles, and the default fund. */
  capitalMinor: AmountJson,
  fundMinor: AmountJson,
  participants: Type.Array(
    Type.Object({
      institution: AddressJson,
      place: Type.Integer(),
      status: Type.Union([Type.Literal("invited"), Type.Literal("active"), Type.Literal("failed"), Type.Literal("left")]),
      capMinor: AmountJson,
      announcedCap: Type.Union([Type.Object({ capMinor: AmountJson, fromMs: U64Json }), Type.Null()], {
        description: "A higher cap of which notice was given; it can be set from that moment on, for 30 days.",
      }),
      collateralMinor: AmountJson,
      fundShareMinor: AmountJson,
      /** What it owes the clearing house and the survivors since it failed. */
      owedMinor: AmountJson,
    }),
  ),
  limits: Type.Array(Type.Object({ payer: AddressJson, payee: AddressJson, limitMinor: AmountJson })),
  /** What waits in each mode, and what the closed cycle holds, the most urgent first. */
  queues: Type.Object({
    gross: Type.Array(ClearingPaymentJson),
    net: Type.Array(ClearingPaymentJson),
    closed: Type.Array(ClearingPaymentJson),
  }),
  /** Settled payments that are kept because they can still be recalled. */
  settled: Type.Object({
    keptNumber: U64Json,
    forgettableFromMs: Type.Union([U64Json, Type.Null()], {
      description: "From when on `clearing_returns::forget_oldest` can forget the oldest; null where it still waits, or nothing is kept.",
    }),
  }),
  measures: Type.Object({ gross: ClearingMeasuresJson, net: ClearingMeasuresJson }),
});
export type ClearingHouseJson = Static<typeof ClearingHouseJson>;

export const ClearingHouseSummaryJson = Type.Object({
  address: AddressJson,
  name: Type.String(),
  unit: Type.String(),
  decimals: Type.Integer(),
  centralBank: AddressJson,
  participants: Type.Integer({ description: "Those that are active." }),
  cycle: Type.Object({ number: U64Json, closedAtMs: Type.Union([U64Json, Type.Null()]) }),
  waiting: Type.Object(
    { gross: Type.Integer(), net: Type.Integer(), closed: Type.Integer() },
    { description: "How many payments wait in each mode, and how many the closed cycle holds." },
  ),
});
export type ClearingHouseSummaryJson = Static<typeof ClearingHouseSummaryJson>;

export const listClearingHouses = defineRoute({
  operation: "listClearingHouses",
  method: "GET",
  path: "/v1/clearing-houses",
  tag: "Clearing",
  summary: "Every clearing house in short",
  description:
    "A few figures of each, in the order in which they opened their accounts; ask for one by its address to see participants, queues and measures.",
  answers: {
    200: { description: "As of the last block on disk.", schema: Type.Object({ clearingHouses: Type.Array(ClearingHouseSummaryJson) }) },
  },
});

export const getClearingHouse = defineRoute({
  operation: "getClearingHouse",
  method: "GET",
  path: "/v1/clearing-houses/{address}",
  tag: "Clearing",
  summary: "A clearing house: its participants, queues, cycle and measures",
  description:
    "Participants in the order in which they were admitted, with caps and what each put up; every payment that waits, the most urgent first; and what each mode has settled so far. Refused with `unknown_account` where there is no clearing house.",
  params: Type.Object({ address: addressParameter("The clearing house") }),
  answers: { 200: { description: "As of the last block on disk.", schema: ClearingHouseJson } },
});
