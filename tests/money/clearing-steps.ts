import type { ClearingMode, ClearingPriority } from "@sycee/sdk";
import fc from "fast-check";

/** What seven participants of a clearing house begin with, in minor units. */
export const START = {
  banks: 6,
  paymentInstitutions: 1,
  accounts: 3,
  depositMinor: 5_000n,
  settlementMinor: 300n,
  collateralMinor: 60n,
  fundShareMinor: 40n,
  capitalMinor: 30n,
  capMinor: 350n,
  rules: { mostWaiting: 12n, longestWaitMs: 2_000n, graceMs: 500n, recallMs: 10_000n },
};
const PLACES = START.banks + START.paymentInstitutions;

/** What is done with an amount to what stands behind the cycles. */
export const FUNDS_ACTS = [
  "postCollateral",
  "takeCollateral",
  "postFundShare",
  "takeFundShare",
  "contribute",
  "returnCapital",
  "repay",
  "setCap",
  "announceCap",
] as const;
export type FundsAct = (typeof FUNDS_ACTS)[number];

/** What happens. */
export type Step =
  | {
      readonly do: "submit";
      readonly payer: number;
      readonly payee: number;
      readonly fromAccount: number;
      readonly toAccount: number;
      readonly amount: bigint;
      readonly mode: ClearingMode;
      readonly priority: ClearingPriority;
    }
  | { readonly do: "revoke"; readonly payer: number; readonly back: number }
  | { readonly do: "return"; readonly back: number }
  | { readonly do: "lend"; readonly from: number; readonly to: number; readonly amount: bigint }
  | { readonly do: "limit"; readonly payer: number; readonly payee: number; readonly limit: bigint | undefined }
  | { readonly do: FundsAct; readonly place: number; readonly amount: bigint }
  | {
      readonly do: "giveBack";
      readonly place: number | undefined;
      readonly back: number;
      readonly mode: ClearingMode;
    }
  | { readonly do: "prioritise"; readonly payer: number; readonly back: number; readonly priority: ClearingPriority }
  | { readonly do: "suspend" | "resume" | "fail"; readonly place: number }
  | { readonly do: "wait"; readonly ms: number }
  | { readonly do: "gross" | "close" | "settle" };

export const place = fc.nat(PLACES - 1);
const bank = fc.nat(START.banks - 1);
/** Draws a step. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.record({
      do: fc.constant("submit" as const),
      payer: fc.oneof({ weight: 9, arbitrary: bank }, place),
      payee: fc.oneof({ weight: 9, arbitrary: fc.nat(3) }, place),
      fromAccount: fc.nat(2),
      toAccount: fc.oneof({ weight: 20, arbitrary: fc.nat(2) }, fc.constant(3)),
      amount: fc.oneof(
        { weight: 12, arbitrary: fc.bigInt(150n, 400n) },
        { weight: 3, arbitrary: fc.bigInt(1n, 900n) },
        { arbitrary: fc.constantFrom(0n, 5_001n), weight: 1 },
      ),
      mode: fc.constantFrom("gross" as const, "gross" as const, "net" as const),
      priority: fc.constantFrom("normal" as const, "normal" as const, "normal" as const, "urgent" as const, "highlyUrgent" as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("revoke" as const), payer: place, back: fc.nat(15) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("return" as const), back: fc.nat(20) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("lend" as const), from: bank, to: bank, amount: fc.bigInt(1n, 400n) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("limit" as const),
      payer: place,
      payee: place,
      limit: fc.option(fc.bigInt(0n, 200n), { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("suspend" as const, "resume" as const), place: bank }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom(...FUNDS_ACTS),
      place,
      amount: fc.oneof({ weight: 4, arbitrary: fc.bigInt(1n, 40n) }, { weight: 2, arbitrary: fc.bigInt(300n, 420n) }, fc.constant(0n)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("giveBack" as const),
      // Mostly by whoever received it.
      place: fc.option(place, { freq: 4, nil: undefined }),
      back: fc.nat(15),
      mode: fc.constantFrom("gross" as const, "net" as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("prioritise" as const),
      payer: place,
      back: fc.nat(15),
      priority: fc.constantFrom("normal" as const, "urgent" as const, "highlyUrgent" as const),
    }),
  },
  fc.record({ do: fc.constant("wait" as const), ms: fc.constantFrom(1, 300, 600, 2_100, 7 * 86_400_000) }),
  { weight: 9, arbitrary: fc.record({ do: fc.constantFrom("gross" as const, "close" as const, "settle" as const) }) },
);
