import { type Static, Type } from "typebox";
import { ACCOUNT_CLASSES } from "../economy-terms.ts";
import { HeightJson, UnitOfJson } from "../json-money.ts";
import { AddressJson, AmountJson, U64Json } from "../json-scalars.ts";
import { addressParameter } from "./parameters.ts";
import { defineRoute } from "./route.ts";

export const BooksJson = Type.Object({
  height: HeightJson,
  institution: AddressJson,
  kind: Type.Union([Type.Literal("institution"), Type.Literal("centralBank"), Type.Literal("clearingHouse")], {
    description: "Whose chart of accounts it is: that of a bank or payment institution, of a central bank, or of a clearing house.",
  }),
  ...UnitOfJson,
  period: Type.String({ ...U64Json, description: "From 1; each close adds 1." }),
  postings: Type.String({ ...U64Json, description: "How many postings were ever made." }),
  accounts: Type.Array(
    Type.Object({
      number: Type.Integer({ description: "One number means the same in the books of every institution of a kind." }),
      name: Type.String(),
      class: Type.Enum(ACCOUNT_CLASSES),
      contra: Type.Boolean({ description: "Whether it is deducted from its class." }),
      debitMinor: AmountJson,
      creditMinor: AmountJson,
      balanceMinor: Type.String({
        ...AmountJson,
        description: "On the side of its class: more is more of it. Negative for a contra account, and for a loss in equity.",
      }),
      statesInstrument: Type.Union([Type.Integer(), Type.Null()], {
        description: "The instrument whose outstanding it states, all or part of it.",
      }),
    }),
    { description: "By number." },
  ),
  totals: Type.Object(
    { assetMinor: AmountJson, liabilityMinor: AmountJson, equityMinor: AmountJson, incomeMinor: AmountJson, expenseMinor: AmountJson },
    { description: "Assets = liabilities + equity + income - expense." },
  ),
  trialBalance: Type.Object({ debitMinor: AmountJson, creditMinor: AmountJson }, { description: "All debits and all credits; equal." }),
});
export type BooksJson = Static<typeof BooksJson>;

export const getBooks = defineRoute({
  operation: "getBooks",
  method: "GET",
  path: "/v1/institutions/{address}/books",
  tag: "Institutions",
  summary: "An institution's books: its chart of accounts with balances, and the trial balance",
  description:
    "Books lie on the ledger and are public: an institution publishes them by keeping them. At most 128 accounts, so it is one page. " +
    "Customers are in them only as sums. Refused with `unknown_account` where no books are kept.",
  params: Type.Object({ address: addressParameter("The institution") }),
  answers: { 200: { description: "As of `height`.", schema: BooksJson } },
});
