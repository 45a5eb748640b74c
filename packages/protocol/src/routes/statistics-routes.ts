import { type Static, Type } from "typebox";
import { AddressJson, AmountJson, U64Json } from "../json-scalars.ts";
import { HeightParameter } from "./parameters.ts";
import { defineRoute } from "./route.ts";

const RatioJson = Type.Union([Type.String({ pattern: "^[0-9]+\\.[0-9]{6}$" }), Type.Null()], {
  description: "A decimal number, rounded down; null where it would divide by zero.",
});

const LinesJson = Type.Array(Type.Object({ line: Type.String(), amountMinor: AmountJson }));

export const StatisticsJson = Type.Object({
  height: U64Json,
  timeMs: U64Json,
  units: Type.Array(
    Type.Object({
      unit: Type.String(),
      decimals: Type.Integer(),
      centralBank: AddressJson,
      /** The central bank's statement: both sides are equal. */
      statement: Type.Object({ assets: LinesJson, liabilities: LinesJson }),
      /** Notes, digital cash, and settlement accounts of banks and payment institutions. */
      baseMinor: AmountJson,
      /** Notes and digital cash outside banks and operators. */
      m0Minor: AmountJson,
      /** M0, demand deposits of firms and persons, customers' funds at payment institutions. */
      m1Minor: AmountJson,
      /** M1 and time deposits. */
      m2Minor: AmountJson,
      /** Series by other opinions than the definitions, labelled as such. */
      alternatives: Type.Array(Type.Object({ name: Type.String(), label: Type.String(), amountMinor: AmountJson })),
      /** M2 / base money. */
      multiplier: RatioJson,
      /**
       * What changed hands in the last 30 days, without own-account, exchange and settlement legs; null, as are velocities, for all but
       * supervisors where a node keeps its customers' business private.
       */
      turnover: Type.Union([
        Type.Object({
          realMinor: AmountJson,
          financialMinor: AmountJson,
          /** Payments before this block time are not counted: 30 days, or less where the node has not read, or no longer has, what was before. */
          sinceMs: U64Json,
        }),
        Type.Null(),
      ]),
      /** Turnover / M1. */
      realVelocity: RatioJson,
      financialVelocity: RatioJson,
    }),
  ),
});
export type StatisticsJson = Static<typeof StatisticsJson>;

export const getStatistics = defineRoute({
  operation: "getStatistics",
  method: "GET",
  path: "/v1/statistics",
  tag: "Statistics",
  summary: "The money supply of every unit as of the last block: base money, M0, M1, M2, multiplier, velocities",
  description:
    "By the definitions of the ledger's documentation; series by other opinions are labelled as such. Both sides of the statement are equal.",
  answers: { 200: { description: "As of `height`.", schema: StatisticsJson } },
});

export const getBlockStatistics = defineRoute({
  operation: "getBlockStatistics",
  method: "GET",
  path: "/v1/statistics/{height}",
  tag: "Statistics",
  summary: "The same as of a block; kept for the last 1,024 blocks since the node was started",
  description: "Refused with `unknown_block` for a height to come and with `pruned` for a block whose statistics are no longer kept.",
  params: Type.Object({ height: HeightParameter }),
  answers: { 200: { description: "As of the block.", schema: StatisticsJson } },
});
