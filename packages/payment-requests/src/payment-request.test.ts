import { addressFromBytes } from "@sycee/protocol";
import { expect, test } from "vitest";
import { amountMinorOf, amountText } from "./amounts.ts";
import { CodeError } from "./code-error.ts";
import { decodeMerchantCode, encodeMerchantCode, MAX_CODE_BYTES } from "./emv/merchant-code.ts";
import { decodePaymentRequest, encodePaymentRequest, isForChain, type PaymentRequest, requestedMinor } from "./payment-request.ts";

const chainId = Uint8Array.from({ length: 32 }, (_, index) => 200 - index);
const payee = addressFromBytes(new Uint8Array(32).fill(254));
const request = addressFromBytes(new Uint8Array(32).fill(255));
const base: PaymentRequest = {
  chainId,
  payee,
  instrument: 4_294_967_295,
  unit: "CNY",
  decimals: 2,
  merchant: {
    name: "Tea House at the Old Wall",
    city: "Qingdao",
    country: "CN",
    alternate: { language: "ZH", name: "老城墙茶馆", city: "青岛" },
  },
};

test("a request for one payment is written and read", () => {
  const once = { request, expiresMs: 1_767_268_860_999n };
  const text = encodePaymentRequest({ ...base, amountMinor: 2_580n, reference: "Table 7", once });
  expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(MAX_CODE_BYTES);
  const read = decodePaymentRequest(text);
  expect(read).toEqual({
    payee,
    instrument: 4_294_967_295,
    currency: "156",
    merchant: { ...base.merchant, categoryCode: "0000" },
    amount: "25.80",
    reference: "Table 7",
    once: { request, expiresMs: 1_767_268_860_000n },
    chain: chainId.slice(0, 8),
  });
  expect(requestedMinor(read, 2)).toBe(2_580n);
  expect(isForChain(read, chainId)).toBe(true);
  expect(isForChain(read, chainId.toReversed())).toBe(false);
});

test("a code for any number of payments, at any amount", () => {
  const read = decodePaymentRequest(
    encodePaymentRequest({ ...base, unit: "HOUR", merchant: { name: "Tea", city: "Qingdao", country: "CN" } }),
  );
  expect(read).toMatchObject({ currency: "999", merchant: { name: "Tea" } });
  expect(read.once).toBeUndefined();
  expect(requestedMinor(read, 2)).toBeUndefined();
});

test.each<[string, (text: string) => string]>([
  ["not_ours", () => encodeMerchantCode({ ...plain(), accounts: [], schemeAccounts: new Map([["15", "1"]]) })],
  ["not_ours", () => encodeMerchantCode({ ...plain(), templates: [] })],
  ["missing 26.02", () => rewritten("26", (data) => data.delete("02"))],
  ["bad_value 26.01", () => rewritten("26", (data) => data.set("01", "AAAA"))],
  ["bad_value 26.02", () => rewritten("26", (data) => data.set("02", "007"))],
  ["bad_value 26.02", () => rewritten("26", (data) => data.set("02", "4294967296"))],
  ["bad_value 81.01", () => rewritten("81", (data) => data.set("01", "!"))],
  ["bad_value 01", () => encodeMerchantCode({ ...plain(), initiation: "dynamic" })],
])("%s", (expected, make) => {
  try {
    decodePaymentRequest(make(""));
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof CodeError)) throw error;
    expect(error.place === undefined ? error.code : `${error.code} ${error.place}`).toBe(expected);
  }
});

test.each<[bigint, number, string]>([
  [2_372n, 2, "23.72"],
  [5n, 2, "0.05"],
  [5n, 0, "5"],
  [1_000n, 3, "1.000"],
])("%i minor units with %i decimals are %s", (amountMinor, decimals, text) => {
  expect(amountText(amountMinor, decimals)).toBe(text);
  expect(amountMinorOf(text, decimals)).toBe(amountMinor);
});

test("an amount is read in each form that codes may have, and never rounded", () => {
  expect([amountMinorOf("98", 2), amountMinorOf("98.", 2), amountMinorOf("98.7", 2), amountMinorOf("98.700", 2)]).toEqual([
    9_800n,
    9_800n,
    9_870n,
    9_870n,
  ]);
  expect(() => amountMinorOf("98.701", 2)).toThrow(CodeError);
});

function plain() {
  return decodeMerchantCode(encodePaymentRequest(base));
}

function rewritten(id: string, change: (data: Map<string, string>) => void): string {
  const code = plain();
  const apply = (templates: typeof code.templates) =>
    templates.map((template) => {
      const data = new Map(template.data);
      if (template.id === id) change(data);
      return { ...template, data };
    });
  return encodeMerchantCode({ ...code, accounts: apply(code.accounts), templates: apply(code.templates) });
}

test.each([
  ["\u202e", "turned round"],
  ["\u2066", "set apart"],
  ["\u2028", "a line of its own"],
  ["\u001b", "a command to a terminal"],
])("a name with %j, %s, is not shown to who pays", (character) => {
  const merchant = { ...base.merchant, alternate: { language: "ZH", name: `茶馆${character}` } };
  expect(() => encodePaymentRequest({ ...base, merchant })).toThrow(expect.objectContaining({ code: "bad_value", place: "64.01" }));
});
