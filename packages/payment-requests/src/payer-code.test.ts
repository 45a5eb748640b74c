import { addressFromBytes } from "@sycee/protocol";
import { assert, integer, property, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { CodeError } from "./code-error.ts";
import { readBer, writeBer } from "./emv/ber-tlv.ts";
import { decodePayerCode, encodePayerCode, type PayerCode } from "./payer-code.ts";

const code: PayerCode = {
  chain: Uint8Array.from({ length: 8 }, (_, index) => index),
  payer: addressFromBytes(new Uint8Array(32).fill(7)),
  instrument: 4_000_000_000,
  limitMinor: 18_446_744_073_709_551_615n,
  expiresMs: 1_767_268_860_123n,
  number: 9_223_372_036_854_775_808n,
  signature: Uint8Array.from({ length: 64 }, (_, index) => 255 - index),
};

function fault(text: string): string {
  try {
    decodePayerCode(text);
    return "read";
  } catch (error) {
    if (!(error instanceof CodeError)) throw error;
    return error.code;
  }
}

test("a code is written and read, and begins as consumer-presented codes do", () => {
  const text = encodePayerCode(code);
  // 85 05 CPV01 61 in base64.
  expect(text).toMatch(/^hQVDUFYwMWG/);
  expect(decodePayerCode(text)).toEqual(code);
});

test("numbers that do not fit are not written", () => {
  expect(() => encodePayerCode({ ...code, limitMinor: -1n })).toThrow(RangeError);
  expect(() => encodePayerCode({ ...code, signature: new Uint8Array(63) })).toThrow(RangeError);
});

test("another application's code is not ours", () => {
  const other = writeBer([
    [0x85, new TextEncoder().encode("CPV01")],
    [0x61, writeBer([[0x4f, Uint8Array.of(0xa0, 0, 0, 3, 0x33)]])],
  ]);
  expect(fault(Buffer.from(other).toString("base64"))).toBe("not_ours");
});

test.each<[string, string, string]>([
  ["nothing", "", "not_text"],
  ["four million characters", "A".repeat(4_000_000), "too_long"],
  ["no base64", "hQVDUFYwMWG!", "not_text"],
  ["base64 that is not canonical", "hR==", "not_text"],
  ["an end in the middle", Buffer.from([0x85, 5, 0x43]).toString("base64"), "truncated"],
  ["a length that is too long a form", Buffer.from([0x85, 0x81, 5, 0x43, 0x50, 0x56, 0x30, 0x31]).toString("base64"), "bad_object"],
  ["a length without end", Buffer.from([0x85, 0x80]).toString("base64"), "bad_object"],
  ["an object twice", Buffer.from([0x85, 0, 0x85, 0]).toString("base64"), "duplicate"],
  ["no version in front", Buffer.from([0x61, 0]).toString("base64"), "misplaced"],
  ["no application", Buffer.from([0x85, 5, 0x43, 0x50, 0x56, 0x30, 0x31]).toString("base64"), "missing"],
])("%s", (_, text, expected) => expect(fault(text)).toBe(expected));

test("any bytes end in a coded error, and a changed byte never in another's payment", () => {
  assert(
    property(uint8Array({ maxLength: 200 }), (bytes) => {
      expect(fault(Buffer.from(bytes).toString("base64"))).not.toBe("read");
    }),
  );
  const good = Buffer.from(encodePayerCode(code), "base64");
  assert(
    property(integer({ min: 0, max: good.length - 1 }), integer({ min: 1, max: 255 }), (at, change) => {
      const bytes = Buffer.from(good);
      bytes[at] = (bytes[at] ?? 0) ^ change;
      const text = bytes.toString("base64");
      // What is still read differs in what is signed, or in the signature.
      if (fault(text) === "read") expect(decodePayerCode(text)).not.toEqual(code);
    }),
  );
});

test("objects of BER with one and two bytes of tag and length", () => {
  const objects = new Map([
    [0x5f50, new Uint8Array(127).fill(1)],
    [0xc0, new Uint8Array(255).fill(2)],
    [0x9f08, new Uint8Array(0)],
  ]);
  expect(readBer(writeBer(objects))).toEqual(objects);
});
