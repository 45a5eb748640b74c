import { type Static, Type } from "typebox";
import { AddressJson, AmountJson, U64Json } from "../json-scalars.ts";
import { AccountPaymentsJson } from "./read-models.ts";
import { BeginsAtJson } from "./read-models-status-routes.ts";
import { defineRoute } from "./route.ts";

const InstrumentOf = {
  instrument: Type.Integer(),
  symbol: Type.String(),
  unit: Type.String(),
  decimals: Type.Integer(),
};

export const AccountStatementJson = Type.Object({
  height: U64Json,
  beginsAtHeight: BeginsAtJson,
  address: AddressJson,
  month: Type.String(),
  /** Where the month begins and ends: minutes east of Greenwich. */
  zoneOffsetMinutes: Type.Integer(),
  /** The month: block times from the first to before the second. */
  fromMs: U64Json,
  toMs: U64Json,
  /** False where the month began before the node's history: opening balances are those after block `beginsAtHeight`, and what follows is of the time since. */
  isWholeMonth: Type.Boolean(),
  /** Of every instrument that the account had or moved. */
  totals: Type.Array(
    Type.Object({
      ...InstrumentOf,
      openingMinor: AmountJson,
      inMinor: AmountJson,
      outMinor: AmountJson,
      /** What came or went without a payment, into an escrow that is the account's own say; 0 where payments explain all. */
      otherMinor: AmountJson,
      closingMinor: AmountJson,
    }),
  ),
  payments: AccountPaymentsJson.properties.payments,
  /** False where the month has more payments than are listed: totals are of all. */
  isComplete: Type.Boolean(),
});
export type AccountStatementJson = Static<typeof AccountStatementJson>;

export const getAccountStatement = defineRoute({
  operation: "getAccountStatement",
  method: "GET",
  path: "/v1/accounts/{address}/statement",
  tag: "Accounts",
  summary: "An account's statement of a month: opening and closing balances, and the payments between",
  description:
    "Takes a read session that may read the account, as for its payments. The payments are the newest 500 of the month. A month that ended before the node's history begins is `history_not_kept`.",
  params: Type.Object({ address: AddressJson }),
  query: Type.Object({
    month: Type.String({ pattern: "^[0-9]{4}-(?:0[1-9]|1[0-2])$", description: "The month: `YYYY-MM`.", examples: ["2026-11"] }),
    zone: Type.Optional(
      Type.Integer({
        minimum: -720,
        maximum: 840,
        description:
          "Where the month begins and ends, in minutes east of Greenwich: 0, which is UTC, if absent. An instrument says that of its unit.",
        examples: [480],
      }),
    ),
  }),
  answers: { 200: { description: "The statement.", schema: AccountStatementJson } },
});

export const PastBalancesJson = Type.Object({
  height: U64Json,
  beginsAtHeight: BeginsAtJson,
  address: AddressJson,
  /** The block that the balances are of. */
  atHeight: U64Json,
  balances: Type.Array(
    Type.Object({
      ...InstrumentOf,
      place: Type.String(),
      amountMinor: AmountJson,
      /** The block that last changed it; `beginsAtHeight` where that was no later. */
      sinceHeight: U64Json,
    }),
  ),
});
export type PastBalancesJson = Static<typeof PastBalancesJson>;

export const getPastBalances = defineRoute({
  operation: "getPastBalances",
  method: "GET",
  path: "/v1/accounts/{address}/balances",
  tag: "Accounts",
  summary: "What an account had after a block",
  description:
    "Takes a read session that may read the account. Any block up to `height`, the last that the read models have; one before the node's history begins is `history_not_kept`.",
  params: Type.Object({ address: AddressJson }),
  query: Type.Object({ at: Type.Optional(Type.String({ ...U64Json, description: "The height of the block; the last one if absent." })) }),
  answers: { 200: { description: "After block `at`, the last if absent.", schema: PastBalancesJson } },
});
