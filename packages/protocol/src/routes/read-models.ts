import { type Static, Type } from "typebox";
import { AddressJson, AmountJson, HashJson, U64Json } from "../json-scalars.ts";
import { BeginsAtJson } from "./read-models-status-routes.ts";
import { defineRoute } from "./route.ts";

/** Unit of account, e.g. `CNY`. */
const UnitText = Type.String({ minLength: 1, maxLength: 32, description: "A unit of account by its code, e.g. `CNY`.", examples: ["CNY"] });
/** Of block time, milliseconds since 1970; both ends are in it. */
const range = {
  from: Type.Optional(Type.String({ ...U64Json, description: "The first block time that counts, in milliseconds since 1970." })),
  to: Type.Optional(Type.String({ ...U64Json, description: "The last block time that counts, in milliseconds since 1970." })),
  points: Type.Optional(Type.Integer({ minimum: 2, maximum: 2_000, description: "At most so many points, 300 if absent." })),
};
/** Where a list goes on: what the page before said. */
export const PlaceText = Type.String({
  pattern: "^[0-9]{1,15}\\.[0-9]{1,9}\\.[0-9]{1,9}$",
  description: "Where a list goes on: the `next` of the page before.",
});
/** The block that the answer is true at: the read models may trail the ledger. */
const height = U64Json;
/** Of an answer about what was: besides, from where on the node can tell. */
const ofHistory = { height, beginsAtHeight: BeginsAtJson };

export const SupplySeriesJson = Type.Object({
  ...ofHistory,
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
  ...ofHistory,
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
      /** What it was for, in the words of the request that it paid; null where it paid none, or one without a purpose. */
      purpose: Type.Union([Type.String(), Type.Null()]),
      /** How many transfers between an institution's customers it is the sum of; 1 for all other payments. */
      transfers: Type.Integer(),
      /** What the address had of the instrument after the payment, wherever it lay: after its block, without what later payments of the block did. */
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
  query: Type.Object({
    before: Type.Optional(PlaceText),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: "How many at most, 50 if absent." })),
  }),
  answers: { 200: { description: "At most `limit` of them, 50 if absent.", schema: AccountPaymentsJson } },
});

const StatementSide = Type.Enum(["asset", "liability", "equity", "income", "expense"]);

export const ActivitySeriesJson = Type.Object({
  ...ofHistory,
  unit: Type.String(),
  decimals: Type.Integer(),
  /** How long each part is; a part without a point had nothing. */
  partMs: U64Json,
  points: Type.Array(
    Type.Object({
      /** When the part begins. */
      timeMs: U64Json,
      payments: U64Json,
      /** Paid between those who are no financial institutions. */
      realMinor: AmountJson,
      /** Paid to and by financial institutions. */
      financialMinor: AmountJson,
    }),
  ),
  /** Of the whole ledger, whatever the unit. */
  blocks: Type.Array(Type.Object({ timeMs: U64Json, blocks: U64Json, executed: U64Json, refused: U64Json })),
});
export type ActivitySeriesJson = Static<typeof ActivitySeriesJson>;

export const getActivitySeries = defineRoute({
  operation: "getActivitySeries",
  method: "GET",
  path: "/v1/series/activity",
  tag: "Statistics",
  summary: "How much was paid in a unit, and how many transactions there were, over time",
  description:
    "From the node's read models. Counted in parts of equal length, 10 seconds at least; on a node that keeps its customers' business private, for all but supervisors, in whole hours that are over, without those of fewer than 10 payments. Own-account, exchange and settlement legs are in no value, as in the turnover of the statistics.",
  query: Type.Object({ unit: UnitText, ...range }),
  answers: { 200: { description: "In the order of time.", schema: ActivitySeriesJson } },
});

export const StatementSeriesJson = Type.Object({
  ...ofHistory,
  institution: AddressJson,
  lines: Type.Array(
    Type.Object({
      side: StatementSide,
      /** Its number and name in the books; of a central bank the name of its published line. */
      line: Type.String(),
      points: Type.Array(Type.Object({ height: U64Json, timeMs: U64Json, amountMinor: AmountJson })),
    }),
  ),
});
export type StatementSeriesJson = Static<typeof StatementSeriesJson>;

export const getStatementSeries = defineRoute({
  operation: "getStatementSeries",
  method: "GET",
  path: "/v1/series/statements/{institution}",
  tag: "Institutions",
  summary: "The lines of an institution's balance sheet over time",
  description:
    "From the node's read models. Assets and expenses count debits, all else credits. Empty for an address that keeps no books. Between two points nothing changed.",
  params: Type.Object({ institution: AddressJson }),
  query: Type.Object(range),
  answers: { 200: { description: "Lines by side and name.", schema: StatementSeriesJson } },
});

export const FlowsJson = Type.Object({
  height,
  unit: Type.String(),
  decimals: Type.Integer(),
  nodes: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), roles: Type.Array(Type.String()) })),
  /** `debtor` owes `creditor` what the creditor has of an instrument that the debtor issues. */
  edges: Type.Array(
    Type.Object({
      debtor: Type.String(),
      creditor: Type.String(),
      instrument: Type.Integer(),
      symbol: Type.String(),
      kind: Type.String(),
      amountMinor: AmountJson,
    }),
  ),
});
export type FlowsJson = Static<typeof FlowsJson>;

export const getFlows = defineRoute({
  operation: "getFlows",
  method: "GET",
  path: "/v1/flows",
  tag: "Statistics",
  summary: "Who owes what to whom in a unit: institutions, and everybody else together",
  description:
    "From the node's read models. An id is an address, of an institution or of who else has an account at a central bank, as the government has; `public` stands for all others together, customers of institutions among them.",
  query: Type.Object({ unit: UnitText }),
  answers: { 200: { description: "As of `height`.", schema: FlowsJson } },
});

const Bps = Type.Integer({ description: "Of ten thousand, rounded down." });

export const HolderSharesJson = Type.Object({
  height,
  instrument: Type.Integer(),
  /** What institutions hold; the rest is of everybody else. */
  institutionsMinor: AmountJson,
  totalMinor: AmountJson,
  /** How many addresses have some. */
  holders: U64Json,
  giniBps: Type.Union([Bps, Type.Null()], { description: "0 where all have the same; null for fewer than 20 holders." }),
  deciles: Type.Array(Bps, { description: "Shares of tenths of the holders, from the poorest; none for fewer than 50 holders." }),
  top: Type.Array(Type.Object({ holdersBps: Bps, shareBps: Bps }), {
    description: "Share of the richest 1, 10 and 50 of a hundred; those of fewer than 5 holders are left out.",
  }),
});
export type HolderSharesJson = Static<typeof HolderSharesJson>;

export const getHolderShares = defineRoute({
  operation: "getHolderShares",
  method: "GET",
  path: "/v1/holders/shares",
  tag: "Statistics",
  summary: "How unevenly an instrument is held, without saying by whom",
  description: "From the node's read models. Groups so small that one holder could be told from them are left out.",
  query: Type.Object({
    instrument: Type.Integer({ minimum: 0, maximum: 2_147_483_647, description: "The number of the instrument.", examples: [2] }),
  }),
  answers: { 200: { description: "As of `height`.", schema: HolderSharesJson } },
});

export const RecentEventsJson = Type.Object({
  ...ofHistory,
  events: Type.Array(
    Type.Object({
      place: PlaceText,
      height: U64Json,
      timeMs: U64Json,
      transaction: HashJson,
      type: Type.String({ description: "e.g. `0x3::licence::LicenceGranted`." }),
      fields: Type.Unknown({ description: "By name; integers beyond 32 bits as decimal strings." }),
    }),
  ),
  next: Type.Union([PlaceText, Type.Null()], { description: "`before` of the next page; null on the last." }),
});
export type RecentEventsJson = Static<typeof RecentEventsJson>;

export const listRecentEvents = defineRoute({
  operation: "listRecentEvents",
  method: "GET",
  path: "/v1/events/recent",
  tag: "Ledger",
  summary: "What institutions and authorities did, the newest first",
  description: "From the node's read models: events that speak of institutions and rules, none of what customers did.",
  query: Type.Object({
    before: Type.Optional(PlaceText),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: "How many at most, 50 if absent." })),
  }),
  answers: { 200: { description: "At most `limit` of them, 50 if absent.", schema: RecentEventsJson } },
});

export const SearchJson = Type.Object({
  ...ofHistory,
  found: Type.Array(
    Type.Object({
      kind: Type.Enum(["block", "transaction", "institution", "instrument", "account"]),
      /** Height, transaction id, address or number of the instrument. */
      id: Type.String(),
      text: Type.String(),
    }),
  ),
});
export type SearchJson = Static<typeof SearchJson>;

export const search = defineRoute({
  operation: "search",
  method: "GET",
  path: "/v1/search",
  tag: "Ledger",
  summary: "Find a block, a transaction, an institution, an instrument, or an account that the session may read",
  description:
    "From the node's read models. Takes a height, a block's or transaction's hash, an address, or a part of a name or symbol. An account is found by its whole address, in a session that may read it.",
  query: Type.Object({
    q: Type.String({
      minLength: 1,
      maxLength: 128,
      // A database takes no text with this sign in it.
      pattern: "^[^\\u0000]*$",
      description: "What to look for, e.g. an address, a transaction's id, a height or a name.",
    }),
  }),
  answers: { 200: { description: "At most 20.", schema: SearchJson } },
});
