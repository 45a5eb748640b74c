import { type Static, Type } from "typebox";
import { DateJson, HeightJson, InstrumentOfJson } from "../json-money.ts";
import { AddressJson, AmountJson, U64Json } from "../json-scalars.ts";
import { addressParameter, NextJson, NumberPage } from "./parameters.ts";
import { defineRoute } from "./route.ts";

const interestFields = {
  rateBps: Type.Integer({ description: "Hundredths of a per cent a year, actual/365." }),
  accruedThrough: Type.String({ ...DateJson, description: "Interest of the days before it is reckoned." }),
  interestDueMinor: Type.String({ ...AmountJson, description: "Reckoned and not yet paid." }),
};

export const LoansJson = Type.Object({
  height: HeightJson,
  bank: AddressJson,
  ...InstrumentOfJson,
  loans: Type.Array(
    Type.Object({
      loan: U64Json,
      account: Type.Integer({ description: "The borrower's account at the bank." }),
      principalMinor: Type.String({ ...AmountJson, description: "What is left of it." }),
      grantedMinor: Type.String({ ...AmountJson, description: "What was lent." }),
      ...interestFields,
      instalments: Type.Integer(),
      instalmentMinor: Type.Union([Type.String(), Type.Null()], {
        description: "Of an annuity what is paid each time, the last time less; null where the principal is due in equal parts.",
      }),
      periodDays: Type.Integer(),
      firstInstalmentOn: DateJson,
      lastInstalmentOn: DateJson,
      overdueMinor: Type.String({
        ...AmountJson,
        description: "Principal whose instalments have fallen due by the last block and is not repaid.",
      }),
      provisionMinor: Type.String({ ...AmountJson, description: "What the bank has provided against it." }),
      performing: Type.Boolean(),
    }),
  ),
  next: NextJson,
});
export type LoansJson = Static<typeof LoansJson>;

export const TimeDepositsJson = Type.Object({
  height: HeightJson,
  bank: AddressJson,
  ...InstrumentOfJson,
  totalMinor: Type.String({ ...AmountJson, description: "All principals of the bank." }),
  deposits: Type.Array(
    Type.Object({
      deposit: U64Json,
      account: Type.Integer({ description: "The customer's account at the bank." }),
      principalMinor: AmountJson,
      ...interestFields,
      earlyRateBps: Type.Integer({ description: "What it bears a year if it ends early, in hundredths of a per cent." }),
      placedOn: DateJson,
      maturesOn: DateJson,
    }),
  ),
  next: NextJson,
});
export type TimeDepositsJson = Static<typeof TimeDepositsJson>;

const AccountFilter = Type.Optional(
  Type.Integer({ minimum: 0, maximum: 4_294_967_295, description: "Those of one account of the bank only.", examples: [1] }),
);
const PAGE_NOTE =
  "In the order of numbers. A page looks at 1,000 numbers at most, so that with a filter, or where many have ended, it may be short and still have a next one. ";

export const listLoans = defineRoute({
  operation: "listLoans",
  method: "GET",
  path: "/v1/banks/{address}/loans",
  tag: "Banks",
  summary: "A bank's loans that are not repaid",
  description: `${PAGE_NOTE}The instrument is the bank's deposits, in which a loan is paid out and repaid. Refused with \`unknown_account\` where there is no bank.`,
  params: Type.Object({ address: addressParameter("The bank") }),
  query: Type.Object({ ...NumberPage, account: AccountFilter }),
  answers: { 200: { description: "As of `height`.", schema: LoansJson } },
});

export const listTimeDeposits = defineRoute({
  operation: "listTimeDeposits",
  method: "GET",
  path: "/v1/banks/{address}/time-deposits",
  tag: "Banks",
  summary: "A bank's time deposits",
  description: `${PAGE_NOTE}Refused with \`unknown_account\` where there is no bank.`,
  params: Type.Object({ address: addressParameter("The bank") }),
  query: Type.Object({ ...NumberPage, account: AccountFilter }),
  answers: { 200: { description: "As of `height`.", schema: TimeDepositsJson } },
});
