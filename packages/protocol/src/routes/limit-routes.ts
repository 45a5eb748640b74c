import { type Static, Type } from "typebox";
import { DateJson, HeightJson, InstrumentOfJson, TimeJson } from "../json-money.ts";
import { AddressJson, AmountJson } from "../json-scalars.ts";
import { addressParameter } from "./parameters.ts";
import { TierJson } from "./policy-routes.ts";
import { defineRoute } from "./route.ts";

const LeftJson = Type.Union([AmountJson, Type.Null()], { description: "In minor units; null means without limit." });

export const WalletLimitsJson = Type.Object({
  height: HeightJson,
  address: AddressJson,
  holder: Type.String({
    ...AddressJson,
    description: "Who holds it: limits of a day and a year are counted over all wallets of a holder.",
  }),
  operator: Type.String({ ...AddressJson, description: "Who opened it and serves it." }),
  tier: Type.Integer(),
  movedTo: Type.Union([AddressJson, Type.Null()], { description: "Where it was recovered to; since then it can do nothing." }),
  frozenUntilMs: Type.Union([TimeJson, Type.Null()], {
    description: "Until when it pays nothing that has an issuer; null while it is not frozen.",
  }),
  instruments: Type.Array(
    Type.Object({
      ...InstrumentOfJson,
      balanceMinor: AmountJson,
      limits: Type.Union([TierJson, Type.Null()], {
        description: "Those of the wallet's tier; null where the instrument stands under no policy, or names no such tier.",
      }),
      usable: Type.Boolean({ description: "False where the instrument's policy names no such tier: the wallet cannot use it." }),
      today: Type.Union([DateJson, Type.Null()], {
        description: "The day that counts, in the unit's zone; null where nothing is counted.",
      }),
      paidTodayMinor: Type.String({ ...AmountJson, description: "By the holder, in the unit." }),
      paidThisYearMinor: Type.String({ ...AmountJson, description: "By the holder, in the unit." }),
      left: Type.Object({ todayMinor: LeftJson, thisYearMinor: LeftJson, toReceiveMinor: LeftJson }),
      mostInOnePaymentMinor: Type.String({
        ...AmountJson,
        description: "The most that one payment to another holder can be now: the least of balance and of what every limit leaves.",
      }),
    }),
    { description: "Those that the wallet holds or may use under a policy." },
  ),
});
export type WalletLimitsJson = Static<typeof WalletLimitsJson>;

export const getWalletLimits = defineRoute({
  operation: "getWalletLimits",
  method: "GET",
  path: "/v1/accounts/{address}/limits",
  tag: "Accounts",
  summary: "A wallet's tier, its limits, and how much of them is left today and this year",
  description:
    "As of the last block: its time says which day it is. Payments to another wallet of the same holder count towards neither day nor year. " +
    "Refused with `unknown_account` where there is no wallet.",
  params: Type.Object({ address: addressParameter("Whose wallet it is") }),
  answers: { 200: { description: "As of `height`.", schema: WalletLimitsJson } },
});
