import { expect, test } from "vitest";
import { type MonetaryPosition, moneySupplyOf } from "./money-supply.ts";

const position: MonetaryPosition = {
  settlementMinor: 1_000n,
  governmentMinor: 200n,
  clearingHousesMinor: 10n,
  paymentInstitutionsMinor: 300n,
  digitalCashMinor: 150n,
  notesMinor: 250n,
  cashOfBanksMinor: 60n,
  demandDepositsMinor: 4_000n,
  demandDepositsOfInstitutionsMinor: 500n,
  timeDepositsMinor: 2_000n,
  eMoneyMinor: 700n,
  eMoneyOfInstitutionsMinor: 0n,
  eMoneyFullyReservedMinor: 300n,
};

test("each aggregate holds what its definition says, and backing is counted never", () => {
  const supply = moneySupplyOf(position, { realMinor: 2_270n, financialMinor: 0n });
  expect(supply.baseMinor).toBe(1_190n);
  expect(supply.m0Minor).toBe(340n);
  expect(supply.m1Minor).toBe(340n + 3_500n + 700n);
  expect(supply.m2Minor).toBe(6_540n);
  expect(supply.multiplier).toBe("5.495798");
  expect(supply.realVelocity).toBe("0.500000");
  expect(supply.financialVelocity).toBe("0.000000");
  expect(supply.alternatives.map(({ name, amountMinor }) => [name, amountMinor])).toEqual([
    ["m0WithReservedEMoney", 640n],
    ["m1WithoutEMoney", 3_840n],
  ]);
});

test("where there is no money there is no ratio", () => {
  const none = Object.fromEntries(Object.keys(position).map((name) => [name, 0n])) as unknown as MonetaryPosition;
  expect(moneySupplyOf(none, { realMinor: 0n, financialMinor: 0n })).toMatchObject({
    m2Minor: 0n,
    multiplier: undefined,
    realVelocity: undefined,
  });
});

test("moving e-money's backing from a bank to the central bank leaves M2 as it is", () => {
  const moved = {
    ...position,
    demandDepositsMinor: position.demandDepositsMinor - 100n,
    demandDepositsOfInstitutionsMinor: position.demandDepositsOfInstitutionsMinor - 100n,
    paymentInstitutionsMinor: position.paymentInstitutionsMinor + 100n,
    eMoneyFullyReservedMinor: position.eMoneyFullyReservedMinor + 100n,
  };
  const turnover = { realMinor: 0n, financialMinor: 0n };
  expect(moneySupplyOf(moved, turnover).m2Minor).toBe(moneySupplyOf(position, turnover).m2Minor);
});
