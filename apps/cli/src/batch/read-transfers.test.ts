import { expect, test } from "vitest";
import { readTransfers } from "./read-transfers.ts";

test("a file has a transfer a line, with or without the names of the columns", () => {
  const transfers = [
    { line: 2, payer: 0, payee: 4_294_967_295, amountMinor: 1250n },
    { line: 4, payer: 7, payee: 7, amountMinor: 0n },
  ];
  expect(readTransfers("payer,payee,amount\n0,4294967295,12.50\n\n 7 , 7,0\n", 2)).toEqual(transfers);
  expect(readTransfers("\uFEFF\r\n0,4294967295,12.5\r\n\r\n7,7,0.00", 2)).toEqual(transfers);
});

test.each([
  ["", "The file has no transfers."],
  ["payer,payee,amount\n", "The file has no transfers."],
  ["1,2", "Line 1 is not payer,payee,amount such as 17,4,12.50."],
  ["1,2,3,4", "Line 1 is not payer,payee,amount such as 17,4,12.50."],
  ["1,2,3\n1,-2,3", "Line 2 is not payer,payee,amount such as 17,4,12.50."],
  ["1,2,3\npayer,payee,amount", "Line 2 is not payer,payee,amount such as 17,4,12.50."],
  ["4294967296,2,3", "Line 1: there is no account 4294967296."],
  ["1,2,1.005", "Line 1: 1.005 has more decimals than the 2 of its unit."],
  ["1,2,.5", 'Line 1: ".5" is not an amount such as 12.50.'],
  ["1,2,184467440737095516.16", "Line 1: 184467440737095516.16 is more than one payment can carry."],
])("%j is refused", (text, sentence) => {
  expect(() => readTransfers(text, 2)).toThrow(expect.objectContaining({ code: "invalid_argument", message: sentence }));
});
