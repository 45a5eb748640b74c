import { expect, test } from "vitest";
import { capitalRatioBps } from "./capital-ratio.ts";

function booksOf(balances: Readonly<Record<number, string>>, [equityMinor, incomeMinor, expenseMinor]: readonly [string, string, string]) {
  const accounts = Object.entries(balances).map(([number, balanceMinor]) => ({ number: Number(number), balanceMinor }));
  return { accounts, totals: { equityMinor, incomeMinor, expenseMinor } };
}

test("capital is measured against loans less provisions whole, claims on banks at a fifth, and not against central-bank money", () => {
  const books = booksOf({ 1010: "999999", 1210: "1000", 1390: "-100", 1220: "501" }, ["80", "7", "2"]);
  // 900 + 101, of which 85 are 8.49%.
  expect(capitalRatioBps(books, 0n)).toBe(849);
  expect(capitalRatioBps(books, 99n)).toBe(772);
});

test("there is no ratio to nothing, and what is missing rounds away from zero", () => {
  expect(capitalRatioBps(booksOf({ 1010: "5" }, ["5", "0", "0"]), 0n)).toBeUndefined();
  expect(capitalRatioBps(booksOf({ 1210: "3" }, ["0", "0", "1"]), 0n)).toBe(-3334);
});
