import { type Static, Type } from "typebox";
import { AddressJson, AmountJson, HashJson, U64Json } from "../json-scalars.ts";
import { defineRoute } from "./route.ts";

/** Unit of account, e.g. `CNY`. */
const UnitText = Type.String({ minLength: 1, maxLength: 32 });
/** Of block time, milliseconds since 1970; both ends are in it. */
const range = {
  from: Type.Optional(U64Json),
  to: Type.Optional(U64Json),
  points: Type.Optional(Type.Integer({ minimum: 2, maximum: 2_000, description: "At most so many, 300 if absent." })),
};
/** Where a list goes on: what the page before said. */
export const PlaceText = Type.String({ pattern: "^[0-9]{1,15}\\.[0-9]{1,9}\\.[0-9]{1,9}$" });
/** The block that the answer is true at: the read models may trail the ledger. */
const height = U64Json;

export const SupplySeriesJson = Type.Object({
  height,
  unit: Type.String(),
  decimals: Type.Integer(),
  points: Type.Array(
    Type.Object({
      height: U64Json,
      timeMs: U64Json,
      baseMinor: AmountJson,
      m0Minor: AmountJson,
      m1Minor: AmountJson,
      m2Minor: AmountJson,
    }),
  ),
});
export type SupplySeriesJson = Static<typeof SupplySeriesJson>;

export const getSupplySeries = defineRoute({
  operation: "getSupplySeries",
  method: "GET",
  path: "/v1/series/supply",
  tag: "Statistics",
  summary: "Base money, M0, M1 and M2 of a unit over time",
  description:
    "From the node's read models, which may trail the ledger: `height` says how far they are. Times are those of blocks; between two points nothing changed.",
  query: Type.Object({ unit: UnitText, ...range }),
  answers: {
    200: {
      description: "A point where it changed, the last of each part of the stretch. Between points nothing changed.",
      schema: SupplySeriesJson,
    },
  },
});

export const AccountPaymentsJson = Type.Object({
  height,
  address: AddressJson,
  payments: Type.Array(
    Type.Object({
      /** Names the payment on this chain, and where the list goes on. */
      place: PlaceText,
      height: U64Json,
      timeMs: U64Json,
      transaction: HashJson,
      /** What the transaction called, e.g. `0x2::wallet::pay`. */
      functions: Type.Array(Type.String()),
      kind: Type.Union([Type.Literal("paid"), Type.Literal("issued"), Type.Literal("redeemed"), Type.Literal("transfers")]),
      instrument: Type.Integer(),
      symbol: Type.String(),
      unit: Type.String(),
      decimals: Type.Integer(),
      amountMinor: AmountJson,
      from: Type.Union([AddressJson, Type.Null()]),
      to: Type.Union([AddressJson, Type.Null()]),
      /** How many transfers between an institution's customers it is the sum of; 1 for all other payments. */
      transfers: Type.Integer(),
      /** What the address had of the instrument after the block, wherever it lay. */
      balanceMinor: AmountJson,
    }),
  ),
  next: Type.Union([PlaceText, Type.Null()], { description: "`before` of the next page; null on the last." }),
});
export type AccountPaymentsJson = Static<typeof AccountPaymentsJson>;

export const listAccountPayments = defineRoute({
  operation: "listAccountPayments",
  method: "GET",
  path: "/v1/accounts/{address}/payments",
  tag: "Accounts",
  summary: "Payments of an account, the newest first, for whoever may read them",
  description:
    "Takes a read session. The holder may read, who serves the wallet, a supervisor, and an investigating authority whose warrant the account is under. Everybody else is told `not_yours`, whether or not there is such an account.",
  params: Type.Object({ address: AddressJson }),
  query: Type.Object({ before: Type.Optional(PlaceText), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })) }),
  answers: { 200: { description: "At most `limit` of them, 50 if absent.", schema: AccountPaymentsJson } },
});

export const ReadModelsStatusJson = Type.Object({
  /** Whether there are read models and they answer. */
  state: Type.Union([Type.Literal("off"), Type.Literal("starting"), Type.Literal("following")]),
  /** The last block in them; null while they are empty. */
  height: Type.Union([U64Json, Type.Null()]),
  headHeight: U64Json,
});
export type ReadModelsStatusJson = Static<typeof ReadModelsStatusJson>;

export const getReadModels = defineRoute({
  operation: "getReadModels",
  method: "GET",
  path: "/v1/read-models",
  tag: "Ledger",
  summary: "How far the read models are behind the ledger",
  description:
    "History, series and search are answered from tables that a process beside the node makes from its log. They may be off, and may trail.",
  answers: { 200: { description: "As of now.", schema: ReadModelsStatusJson } },
});
