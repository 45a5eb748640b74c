import { type Static, Type } from "typebox";
import { AddressJson, AmountJson, HashJson, U64Json } from "../json-scalars.ts";
import { AccountNumberParameter, addressParameter, HeightParameter } from "./parameters.ts";
import { TierJson } from "./policy-routes.ts";
import { defineRoute } from "./route.ts";

export const StatusJson = Type.Object({
  name: Type.String(),
  version: Type.String(),
  chainId: HashJson,
  height: U64Json,
  headHash: HashJson,
  stateRoot: HashJson,
  headTimeMs: U64Json,
  /** The node's clock, by which expiries are judged. */
  timeMs: U64Json,
  limits: Type.Object({
    batch: Type.Integer(),
    transactionBytes: Type.Integer(),
    expiryAheadMs: Type.Integer(),
  }),
  isPrivate: Type.Boolean({
    description: "Whether the node shows what is an account's only to whoever may read it, in a read session: see docs/reading.md.",
  }),
});
export type StatusJson = Static<typeof StatusJson>;

export const AccountJson = Type.Object({
  address: AddressJson,
  balances: Type.Array(
    Type.Object({
      instrument: Type.Integer(),
      symbol: Type.String(),
      unit: Type.String(),
      decimals: Type.Integer(),
      amountMinor: AmountJson,
      place: Type.String({
        description:
          "Where it lies: `wallet`, `settlement`, `reserve`, `own funds`, `till`, `customers`, `payment institutions`, `vault`, `in circulation`, or the type of the resource that holds it.",
      }),
    }),
  ),
  resources: Type.Array(Type.Object({ type: Type.String(), value: Type.Unknown() })),
});
export type AccountJson = Static<typeof AccountJson>;

export const CustomerAccountJson = Type.Object({
  institution: AddressJson,
  account: Type.Integer(),
  /** In each of the institution's books that has the account. */
  balances: Type.Array(
    Type.Object({
      instrument: Type.Integer(),
      symbol: Type.String(),
      unit: Type.String(),
      decimals: Type.Integer(),
      amountMinor: AmountJson,
      place: Type.String({
        description:
          "Whose accounts the book keeps: `customers`, or `payment institutions` that keep deposits at a bank; otherwise the type of the resource that holds it.",
      }),
      state: Type.Union([Type.Literal("open"), Type.Literal("frozen"), Type.Literal("closed")]),
    }),
  ),
});
export type CustomerAccountJson = Static<typeof CustomerAccountJson>;

export const BlockSummaryJson = Type.Object({
  height: U64Json,
  hash: HashJson,
  parentHash: HashJson,
  timeMs: U64Json,
  transactionCount: Type.Integer(),
  transactionsRoot: HashJson,
  receiptsRoot: HashJson,
  stateRoot: HashJson,
});
export type BlockSummaryJson = Static<typeof BlockSummaryJson>;

export const BlockJson = Type.Object({
  ...BlockSummaryJson.properties,
  chainId: HashJson,
  /** With these the header is whole: its hash can be computed again (`blockHash`). */
  historyPeaks: Type.Array(HashJson),
  transactions: Type.Array(
    Type.Object({
      index: Type.Integer(),
      status: Type.Union([
        Type.Literal("executed"),
        Type.Literal("aborted"),
        Type.Literal("failed"),
        Type.Literal("duplicate"),
        Type.Literal("rejected"),
      ]),
      id: Type.Optional(HashJson),
      code: Type.Optional(Type.String()),
    }),
  ),
});
export type BlockJson = Static<typeof BlockJson>;

export const InstrumentJson = Type.Object({
  instrument: Type.Integer(),
  symbol: Type.String(),
  kind: Type.String(),
  unit: Type.String(),
  decimals: Type.Integer(),
  zoneOffsetMinutes: Type.Integer({ description: "Where the unit's days and months end: minutes east of Greenwich." }),
  issuer: Type.Union([AddressJson, Type.Null()]),
  issuedMinor: AmountJson,
  redeemedMinor: AmountJson,
  outstandingMinor: AmountJson,
  tiers: Type.Union([Type.Array(TierJson), Type.Null()], {
    description: "What wallets of each tier may hold and pay of it, by number; null where it stands under no policy and nothing limits it.",
  }),
});
export type InstrumentJson = Static<typeof InstrumentJson>;

export const LawJson = Type.Object({
  law: Type.Integer(),
  name: Type.String(),
  holds: Type.Boolean(),
  evidence: Type.Array(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()]))),
});
export type LawJson = Static<typeof LawJson>;

export const getStatus = defineRoute({
  operation: "getStatus",
  method: "GET",
  path: "/v1/status",
  tag: "Ledger",
  summary: "The chain, its head, the node's clock and limits",
  description: "Cheap, and the first thing to ask: clients take the chain id and the clock from here before they sign.",
  answers: { 200: { description: "As of the last block on disk.", schema: StatusJson } },
});

export const getAccount = defineRoute({
  operation: "getAccount",
  method: "GET",
  path: "/v1/accounts/{address}",
  tag: "Accounts",
  summary: "Balances and resources of an address",
  description:
    "Every balance found in the resources of the address, with the place where it lies, and the resources themselves as JSON. Refused with `unknown_account` where nothing is.",
  params: Type.Object({ address: addressParameter("Whose account it is") }),
  answers: { 200: { description: "What the address holds.", schema: AccountJson } },
});

export const getCustomerAccount = defineRoute({
  operation: "getCustomerAccount",
  method: "GET",
  path: "/v1/accounts/{address}/customers/{account}",
  tag: "Accounts",
  summary: "What a customer's account in an institution's book holds",
  description:
    "A customer is known to the ledger by the number of an account in an institution's book alone. Refused with `unknown_account` where the institution keeps no such account.",
  params: Type.Object({ address: addressParameter("The institution"), account: AccountNumberParameter }),
  answers: { 200: { description: "The account's balance and state.", schema: CustomerAccountJson } },
});

export const listCustomerAccounts = defineRoute({
  operation: "listCustomerAccounts",
  method: "GET",
  path: "/v1/accounts/{address}/customers",
  tag: "Accounts",
  summary: "Customers' accounts in an institution's books, by number",
  description:
    "For whoever compares books with the ledger: many accounts at once, all as of one block. None where the institution keeps no books.",
  params: Type.Object({ address: addressParameter("The institution") }),
  query: Type.Object({
    from: Type.Optional(Type.Integer({ minimum: 0, maximum: 0xffff_ffff, description: "The first account's number.", examples: [0] })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, description: "How many at most.", examples: [100] })),
  }),
  answers: {
    200: {
      description: "At most `limit` (100 if absent) accounts from number `from` (0 if absent), all as of one block; none after the last.",
      schema: Type.Object({ height: U64Json, accounts: Type.Array(CustomerAccountJson) }),
    },
  },
});

export const getBlock = defineRoute({
  operation: "getBlock",
  method: "GET",
  path: "/v1/blocks/{height}",
  tag: "Ledger",
  summary: "A block by height, or `latest`",
  description:
    "All fields of the header, so that its hash can be computed again, and what became of each transaction. Refused with `unknown_block` for a height to come and with `pruned` for one that is no longer kept.",
  params: Type.Object({ height: HeightParameter }),
  answers: { 200: { description: "The block with the result of each transaction.", schema: BlockJson } },
});

export const listBlocks = defineRoute({
  operation: "listBlocks",
  method: "GET",
  path: "/v1/blocks",
  tag: "Ledger",
  summary: "Blocks in ascending height",
  description: "Summaries only; for the next page ask from the last height plus one.",
  query: Type.Object({
    from: Type.Optional(Type.String({ ...U64Json, description: "Height of the first block, 0 if absent.", examples: ["1"] })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: "How many at most, 20 if absent." })),
  }),
  answers: {
    200: {
      description: "At most `limit` (20 if absent) blocks from `from` (0 if absent).",
      schema: Type.Object({ blocks: Type.Array(BlockSummaryJson) }),
    },
  },
});

export const listInstruments = defineRoute({
  operation: "listInstruments",
  method: "GET",
  path: "/v1/instruments",
  tag: "Ledger",
  summary: "Instruments, what was issued and redeemed of each",
  description:
    "An instrument is what can be held: a unit of account, an issuer and a kind. Amounts everywhere else name one of these by number.",
  answers: { 200: { description: "Every instrument.", schema: Type.Object({ instruments: Type.Array(InstrumentJson) }) } },
});

export const recountLaws = defineRoute({
  operation: "recountLaws",
  method: "GET",
  path: "/v1/laws",
  tag: "Ledger",
  summary: "Recount every law from the whole state",
  description:
    "Counts in steps while blocks go on, so it takes as long as the state is large; who asks while a count runs shares the next one.",
  answers: {
    200: { description: "What was counted, as of `height`.", schema: Type.Object({ height: U64Json, laws: Type.Array(LawJson) }) },
  },
});

/** Server-sent events: each has the block's height as id, `block` as event and a block summary as data. */
export const followBlocks = defineRoute({
  operation: "followBlocks",
  method: "GET",
  path: "/v1/events",
  tag: "Ledger",
  summary: "Follow blocks as they become final (server-sent events)",
  description:
    "Resumes after the block in the `Last-Event-ID` header, as browsers send it. A follower that takes nothing for long is let go.",
  query: Type.Object({
    from: Type.Optional(Type.String({ ...U64Json, description: "Height of the first block to tell; the next one if absent." })),
  }),
  answers: {
    200: {
      description: "Blocks from `from`, or after the `Last-Event-ID` header, or from now on.",
      mediaType: "text/event-stream",
      schema: BlockSummaryJson,
    },
  },
});
