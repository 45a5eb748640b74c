import { type Static, Type } from "typebox";
import { HeightJson } from "../json-money.ts";
import { AddressJson, AmountJson, U64Json } from "../json-scalars.ts";
import { addressParameter, LimitParameter } from "./parameters.ts";
import { defineRoute } from "./route.ts";

/** How a settled payment stands. */
const SettledState = Type.Union([Type.Literal("settled"), Type.Literal("recalled"), Type.Literal("refused"), Type.Literal("returned")], {
  description:
    "`recalled`: asked back and not answered; `refused`: the recall was answered with no; `returned`: given back, or on its way back.",
});

export const SettledPaymentsJson = Type.Object({
  height: HeightJson,
  institution: AddressJson,
  house: AddressJson,
  unit: Type.String(),
  decimals: Type.Integer(),
  payments: Type.Array(
    Type.Object({
      number: U64Json,
      payer: AddressJson,
      fromAccount: Type.Integer(),
      payee: AddressJson,
      toAccount: Type.Integer(),
      amountMinor: AmountJson,
      settledMs: U64Json,
      recallableUntilMs: Type.String({ ...U64Json, description: "Until then it can be recalled and given back." }),
      state: SettledState,
    }),
  ),
  unclaimed: Type.Array(Type.Object({ number: U64Json, amountMinor: AmountJson }), {
    description:
      "Payments of the institution that came back to accounts that take nothing in any more, in the order of numbers; of many, 100. The same on every page.",
  }),
  next: Type.Union([Type.String(), Type.Null()], {
    description: "What to give as `before` for the next page; null if this is the last. A page may be short and still have a next one.",
  }),
});
export type SettledPaymentsJson = Static<typeof SettledPaymentsJson>;

export const listSettledPayments = defineRoute({
  operation: "listSettledPayments",
  method: "GET",
  path: "/v1/institutions/{address}/settled-payments",
  tag: "Clearing",
  summary: "What an institution's customers sent and got through a clearing house",
  description:
    "Settled payments that the clearing house keeps because they can still be recalled, the last first, and what waits to be claimed. A page looks at 1,000 numbers at most, so that it may be short and still have a next one. Refused with `unknown_account` where the institution takes no part in such a clearing house.",
  params: Type.Object({ address: addressParameter("The institution") }),
  query: Type.Object({
    house: addressParameter("The clearing house"),
    before: Type.Optional(Type.String({ ...U64Json, description: "The `next` of the page before; from the last if absent." })),
    limit: Type.Optional(LimitParameter),
    account: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 4_294_967_295, description: "Those of one account of the institution only.", examples: [1] }),
    ),
    state: Type.Optional(SettledState),
  }),
  answers: { 200: { description: "As of `height`.", schema: SettledPaymentsJson } },
});
