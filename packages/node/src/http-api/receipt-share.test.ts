import type { ReceiptJson } from "@sycee/protocol";
import { expect, test } from "vitest";
import { shareOf } from "./receipt-share.ts";

const [payer, first, second, house] = ["11", "22", "33", "44"].map((byte) => `0x${byte.repeat(32)}`) as [string, string, string, string];

/** Of another's call its function is all that is told. */
const HIDDEN = "0x2::wallet::pay";

const moved = (call: number, from: string | null, to: string | null): ReceiptJson["movements"][number] => ({
  kind: "paid",
  call,
  instrument: 2,
  symbol: "CZK.cash",
  from,
  to,
  amountMinor: "1",
});

function receiptOf(movements: ReceiptJson["movements"], calls: number): ReceiptJson {
  return {
    id: `0x${"aa".repeat(32)}`,
    status: "executed",
    height: "1",
    index: 0,
    blockTimeMs: "1",
    signers: [payer],
    gasUsed: "1",
    calls: Array.from({ length: calls }, (_, index) => ({ function: HIDDEN, description: `call ${index}` })),
    movements,
    events: movements.map(({ call }) => ({ call, type: "0x2::money::Paid", fields: {}, data: "0x" })),
  };
}

const readable = (...accounts: readonly string[]) => ({ isAll: false, accounts: new Set(accounts) });

test.each([
  ["a supervisor", { isAll: true, accounts: new Set<string>() }],
  ["who may read a signer", readable(payer)],
  ["who may read all that were paid", readable(first, second)],
])("%s sees all of it", (_, reader) => {
  const receipt = receiptOf([moved(0, payer, first), moved(1, payer, second)], 2);
  expect(shareOf(receipt, reader)).toBe(receipt);
});

test("who was paid by the only call sees all of it", () => {
  const receipt = receiptOf([moved(0, payer, first)], 1);
  expect(shareOf(receipt, readable(first))).toBe(receipt);
});

test("nobody else sees any of it", () => {
  expect(shareOf(receiptOf([moved(0, payer, first)], 1), readable(second))).toBeUndefined();
  expect(shareOf(receiptOf([], 1), readable())).toBeUndefined();
});

test.each([
  ["a call that pays another", [moved(0, payer, first), moved(1, payer, second)], 2, ["call 0", HIDDEN], [0]],
  ["a call that pays nobody", [moved(0, payer, first)], 2, ["call 0", HIDDEN], [0]],
  ["one call that pays both", [moved(0, payer, first), moved(0, payer, second)], 1, [HIDDEN], []],
  ["what another issued", [moved(0, null, house), moved(1, house, first)], 2, [HIDDEN, "call 1"], [1]],
  ["a transaction of no calls, as that of the first block", [moved(0, null, first), moved(0, null, second)], 0, [], []],
] as const)("is not told of %s", (_, movements, calls, descriptions, eventCalls) => {
  const share = shareOf(receiptOf([...movements], calls), readable(first));
  expect(share?.isPart).toBe(true);
  expect(share?.movements.every(({ from, to }) => from === first || to === first)).toBe(true);
  expect(share?.movements).toHaveLength(1);
  expect(share?.calls.map(({ description }) => description)).toEqual(descriptions);
  expect(share?.events.map(({ call }) => call)).toEqual(eventCalls);
});
