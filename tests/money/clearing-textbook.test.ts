/**
 * Netting and gridlock with numbers worked out by hand. The form of the first is the one in which payment systems are taught: a matrix of
 * what four banks owe each other, settled gross, set off in pairs, set off together (D. Sheppard, "Payment systems", Handbooks in Central
 * Banking 8, Bank of England, 1996). Gridlock and deadlock are as M. L. Bech and K. Soramäki define them ("Gridlock resolution in interbank
 * payment systems", Bank of Finland Discussion Papers 9/2001): in a gridlock nobody can pay in turn but some can at once; in a deadlock not
 * even that without more money. The amounts are this file's own:
 *
 * | owes | A   | B   | C   | D   | all |
 * | ---- | --- | --- | --- | --- | --- |
 * | A    |     | 120 | 30  | 50  | 200 |
 * | B    | 100 |     | 60  |     | 160 |
 * | C    | 40  | 20  |     | 90  | 150 |
 * | D    |     | 70  | 10  |     | 80  |
 * | gets | 140 | 210 | 100 | 140 | 590 |
 *
 * In pairs: A to B 20, C to A 10, A to D 50, B to C 40, D to B 70, C to D 80: 270. Together: A pays 60, B gets 50, C pays 50, D gets 60: 110.
 */
import { banking, closeCycle, settleCycle, settleGross, submitPayment } from "@sycee/sdk";
import { expect, test } from "vitest";
import { actor } from "./actor.ts";
import { answerOf, type ClearingEconomy, createClearingEconomy, house } from "./clearing-economy.ts";
import { held } from "./economy-genesis.ts";

const BANKS = [0, 1, 2, 3].map((index) => actor(`bank ${index}`));
const [A, B, C, D] = [0, 1, 2, 3] as const;

/** Payer, payee and amount; of each payer the largest comes first. */
const MATRIX: readonly (readonly [number, number, bigint])[] = [
  [A, B, 120n],
  [B, A, 100n],
  [C, D, 90n],
  [D, B, 70n],
  [A, C, 30n],
  [B, C, 60n],
  [C, A, 40n],
  [D, C, 10n],
  [A, D, 50n],
  [C, B, 20n],
];

function economyOf(settlementMinor: bigint): ClearingEconomy {
  return createClearingEconomy({
    banks: 4,
    paymentInstitutions: 0,
    accounts: 2,
    depositMinor: 1_000n,
    settlementMinor,
    collateralMinor: 300n,
    fundShareMinor: 0n,
    capitalMinor: 0n,
    capMinor: 300n,
    rules: { mostWaiting: 64n, longestWaitMs: 86_400_000n, graceMs: 1_000n, recallMs: 86_400_000n },
  });
}

function submitAll(economy: ClearingEconomy, mode: "gross" | "net"): void {
  for (const [payer, payee, amountMinor] of MATRIX) {
    const to = BANKS[payee] ?? house;
    const call = submitPayment({ house: house.address, fromAccount: 0, payee: to.address, toAccount: 1, mode, amountMinor });
    expect(answerOf(economy, [BANKS[payer] ?? house], [call])).toBe("executed");
  }
}

const settlementOf = ({ fixture }: ClearingEconomy) => BANKS.map(({ address }) => held(fixture, address, "settlement", 1));
const receivedBy = ({ fixture }: ClearingEconomy) =>
  BANKS.map(({ address }) => (fixture.ledger.customerAccounts(address, 1)[0]?.balanceMinor ?? 0n) - 1_000n);
const measuresOf = ({ fixture }: ClearingEconomy, mode: "gross" | "net") =>
  fixture.ledger.clearingHouse(house.address)?.measures[mode] ?? {};

test("four banks' matrix settles for 110 of 590, where pairs alone would take 270", () => {
  const economy = economyOf(60n);
  submitAll(economy, "net");
  expect(settlementOf(economy)).toEqual([60n, 60n, 60n, 60n]);
  expect(receivedBy(economy)).toEqual([0n, 0n, 0n, 0n]);
  expect(answerOf(economy, [house], [closeCycle()])).toBe("executed");
  expect(answerOf(economy, [house], [settleCycle(house.address)])).toBe("executed");
  expect(settlementOf(economy)).toEqual([0n, 110n, 10n, 120n]);
  expect(receivedBy(economy)).toEqual([140n, 210n, 100n, 140n]);
  // 1 - 110/590 and 1 - 270/590.
  expect(measuresOf(economy, "net")).toMatchObject({
    payments: "10",
    valueMinor: "590",
    liquidityMinor: "110",
    nettingRatioBps: 8_135,
    bilateralRatioBps: 5_423,
  });
});

test("the same matrix is a gridlock with 60 each: nobody can pay in turn, and all pay at once", () => {
  const economy = economyOf(60n);
  submitAll(economy, "gross");
  // Each bank's first payment is more than it has, and what is behind it waits.
  expect(settlementOf(economy)).toEqual([60n, 60n, 60n, 60n]);
  expect(measuresOf(economy, "gross")).toMatchObject({ payments: "0" });
  expect(answerOf(economy, [house], [settleGross(house.address)])).toBe("executed");
  expect(settlementOf(economy)).toEqual([0n, 110n, 10n, 120n]);
  expect(receivedBy(economy)).toEqual([140n, 210n, 100n, 140n]);
  expect(measuresOf(economy, "gross")).toMatchObject({ payments: "10", valueMinor: "590", liquidityMinor: "110" });
});

test("with one unit less A's last payment stays behind, and nothing else does", () => {
  const economy = economyOf(60n);
  const lent = banking.interbank.lend({ lender: 0, borrower: 1, amount: 1n, rateBps: 0n, days: 1n });
  expect(answerOf(economy, BANKS.slice(0, 2), [lent])).toBe("executed");
  submitAll(economy, "gross");
  expect(answerOf(economy, [house], [settleGross(house.address)])).toBe("executed");
  // A has 59, pays 150 and gets 140; D gets 50 less.
  expect(settlementOf(economy)).toEqual([49n, 111n, 10n, 70n]);
  expect(receivedBy(economy)).toEqual([140n, 210n, 100n, 90n]);
  expect(measuresOf(economy, "gross")).toMatchObject({ payments: "9", valueMinor: "540" });
  expect(answerOf(economy, [house], [settleGross(house.address)])).toBe("ENothingSettles");
});

test("a deadlock waits for money: three in a circle, of whom one lacks 5", () => {
  const economy = economyOf(20n);
  // A owes B 100, B owes C 100, C owes A 75: A needs 25 and has 20.
  for (const [payer, payee, amountMinor] of [
    [A, B, 100n],
    [B, C, 100n],
    [C, A, 75n],
  ] as const) {
    const to = BANKS[payee] ?? house;
    const call = submitPayment({ house: house.address, fromAccount: 0, payee: to.address, toAccount: 1, mode: "gross", amountMinor });
    expect(answerOf(economy, [BANKS[payer] ?? house], [call])).toBe("executed");
  }
  expect(answerOf(economy, [house], [settleGross(house.address)])).toBe("ENothingSettles");
  const [a = house, , , d = house] = BANKS;
  const lent = banking.interbank.lend({ lender: 0, borrower: 1, amount: 5n, rateBps: 0n, days: 1n });
  expect(answerOf(economy, [d, a], [lent])).toBe("executed");
  expect(answerOf(economy, [house], [settleGross(house.address)])).toBe("executed");
  expect(settlementOf(economy)).toEqual([0n, 20n, 45n, 15n]);
  expect(receivedBy(economy)).toEqual([75n, 100n, 100n, 0n]);
});
