import { expect, test } from "vitest";
import { type Outcome, runRegime } from "./run-regime.ts";

const of = (outcome: Outcome, name: string): bigint => {
  const amount = outcome.get(name);
  if (amount === undefined) throw new Error(`nothing is told of ${name}`);
  return amount;
};

test("wallets are the central bank's money under one regime and the banks' under the other, with the same deposits", {
  timeout: 240_000,
}, async () => {
  const cash = await runRegime("cash", 3);
  const deposit = await runRegime("deposit", 3);
  const interest = of(deposit, "interest paid to wallets");
  expect(interest).toBeGreaterThan(0n);
  expect(of(cash, "M0")).toBe(of(cash, "wallets, the central bank's liability"));
  expect(of(deposit, "M0")).toBe(0n);
  // All that differs in M1 is the interest; what left M0 is the banks' reserves.
  expect(of(deposit, "M1") - of(cash, "M1")).toBe(interest);
  const more = (name: string) => of(deposit, name) - of(cash, name);
  const fromTheCentralBank =
    more("interest paid by the central bank on reserves") - more("charged by the central bank for missing reserves");
  expect(more("reserves of banks")).toBe(of(cash, "M0") + fromTheCentralBank);
  expect(of(deposit, "turnover of 30 days, real")).toBe(of(cash, "turnover of 30 days, real"));
  expect(of(cash, "turnover of 30 days, real")).toBeGreaterThan(0n);
});
