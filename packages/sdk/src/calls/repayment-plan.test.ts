import { describe, expect, it } from "vitest";
import { repaymentPlan, type RepaymentTerms } from "./repayment-plan.ts";

const TERMS: RepaymentTerms = { principalMinor: 100_000n, rateBasisPoints: 1_000, instalments: 3, periodDays: 365, isAnnuity: true };

const paymentsOf = (terms: Partial<RepaymentTerms>) => repaymentPlan({ ...TERMS, ...terms })?.map(({ paymentMinor }) => paymentMinor);

describe("a plan of repayment", () => {
  // What the ledger collects of the same loan is in `commercial_bank_tests.move`.
  it.each<readonly [string, Partial<RepaymentTerms>, readonly bigint[]]>([
    ["of an annuity, the last less", {}, [40_212n, 40_212n, 40_210n]],
    ["of an annuity without interest, rounded up", { principalMinor: 100n, rateBasisPoints: 0 }, [34n, 34n, 32n]],
    ["of an annuity of one payment", { instalments: 1 }, [110_000n]],
    ["of equal parts, with interest on what is left", { isAnnuity: false }, [43_333n, 39_999n, 36_668n]],
    ["of equal parts that differ by a minor unit", { principalMinor: 100n, rateBasisPoints: 0, isAnnuity: false }, [33n, 33n, 34n]],
  ])("%s", (_, terms, payments) => {
    expect(paymentsOf(terms)).toEqual(payments);
  });

  it("says when each is due and what is left after it", () => {
    expect(repaymentPlan({ ...TERMS, periodDays: 30 })?.map(({ afterDays }) => afterDays)).toEqual([30, 60, 90]);
    expect(repaymentPlan(TERMS)?.map(({ interestMinor, leftMinor }) => [interestMinor, leftMinor])).toEqual([
      [10_000n, 69_788n],
      [6_978n, 36_554n],
      [3_656n, 0n],
    ]);
  });

  it("repays the principal and no more by the least instalment that does, whatever the terms", () => {
    let state = 7n;
    const draw = (below: bigint) => {
      state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
      return (state >> 11n) % below;
    };
    for (let round = 0; round < 300; round += 1) {
      const terms = {
        principalMinor: 1n + draw(10n ** (1n + draw(13n))),
        rateBasisPoints: Number(draw(10_001n)),
        instalments: Number(1n + draw(48n)),
        periodDays: Number(1n + draw(400n)),
        isAnnuity: true,
      };
      const plan = repaymentPlan(terms) ?? [];
      const [first, last] = [plan[0], plan.at(-1)];
      const repaid = plan.reduce((sum, { paymentMinor, interestMinor }) => sum + paymentMinor - interestMinor, 0n);
      expect([repaid, last?.leftMinor, plan.length], `${round}`).toEqual([terms.principalMinor, 0n, terms.instalments]);
      expect((last?.paymentMinor ?? 0n) <= (first?.paymentMinor ?? 0n), `${round}`).toBe(true);
      expect(isRepaidBy(terms, (first?.paymentMinor ?? 0n) - 1n), `${round}`).toBe(false);
    }
  });

  it.each<readonly [string, Partial<RepaymentTerms>]>([
    ["of nothing", { principalMinor: 0n }],
    ["of more than an amount can be", { principalMinor: 2n ** 64n }],
    ["at more than the whole a year", { rateBasisPoints: 10_001 }],
    ["in no instalments", { instalments: 0 }],
    ["in too many", { instalments: 601 }],
    ["all on one day", { periodDays: 0 }],
    ["in periods that are too long", { periodDays: 3_661 }],
    ["with payments of more than an amount can be", { principalMinor: 2n ** 64n - 1n, rateBasisPoints: 10_000, instalments: 1 }],
  ])("is not made of a loan %s, which the ledger refuses", (_, terms) => {
    expect(repaymentPlan({ ...TERMS, ...terms })).toBeUndefined();
  });
});

/** Whether payments of an amount repay everything, reckoned apart from the formula: with interest that is not rounded until it is paid. */
function isRepaidBy({ principalMinor, rateBasisPoints, instalments, periodDays }: RepaymentTerms, payment: bigint): boolean {
  const perPeriod = BigInt(rateBasisPoints * periodDays);
  let owed = principalMinor * 3_650_000n;
  let left = principalMinor;
  let paid = 0n;
  for (let number = 0; number < instalments; number += 1) {
    owed += left * perPeriod;
    paid += payment;
    const stillOwed = owed / 3_650_000n - paid;
    if (stillOwed <= 0n) return true;
    left = stillOwed < left ? stillOwed : left;
  }
  return false;
}
