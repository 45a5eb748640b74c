import { expect, test } from "vitest";
import { columnsOf, isBeyondLedger, moneyOf } from "./law-columns.ts";

const AT = "0x15a2";
const FIRST_MODE = { institution: AT, mode: "first", eMoney: "22892999", reserve: "0", cover: "not on the ledger", holds: true } as const;
const YUAN = { unit: "CNY", decimals: 2 };
const DOLLAR = { unit: "USD", decimals: 3 };

test("columns are what the rows have, each once, and what nobody named stays as it is", () => {
  expect(columnsOf([FIRST_MODE, { institution: AT, hue: 3 }])).toEqual([
    { name: "institution", kind: "holder" },
    { name: "mode", kind: "word" },
    { name: "eMoney", kind: "amount" },
    { name: "reserve", kind: "amount" },
    { name: "cover", kind: "word" },
    { name: "holds", kind: "state" },
    { name: "hue", kind: "other" },
  ]);
});

test("amounts are of the instrument's money, then of the institution's, and of none that nobody knows", () => {
  const known = { instruments: [{ symbol: "CNY.cash", ...YUAN }], institutions: [{ address: AT, ...DOLLAR }] };
  expect(moneyOf({ instrument: "CNY.cash", institution: AT }, known)).toMatchObject(YUAN);
  expect(moneyOf(FIRST_MODE, known)).toMatchObject(DOLLAR);
  expect(moneyOf({ centralBank: AT }, known)).toMatchObject(DOLLAR);
  expect(moneyOf({ instrument: "other" }, known)).toBeUndefined();
});

test("only cover that lies at banks is beyond the ledger", () => {
  expect(isBeyondLedger(FIRST_MODE)).toBe(true);
  expect(isBeyondLedger({ ...FIRST_MODE, cover: "full" })).toBe(false);
});
