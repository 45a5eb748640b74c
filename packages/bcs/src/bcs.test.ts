import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BcsError, type BcsFault } from "./bcs-error.ts";
import { BcsReader } from "./bcs-reader.ts";
import { BcsWriter } from "./bcs-writer.ts";

function faultOf(act: () => unknown): BcsFault | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof BcsError) return error.fault;
    throw error;
  }
}

const refused: readonly [what: string, bytes: number[], read: (reader: BcsReader) => unknown, fault: BcsFault][] = [
  ["a boolean of 2", [2], (reader) => reader.bool(), "bad_bool"],
  ["an empty input", [], (reader) => reader.u8(), "out_of_bytes"],
  ["a u64 of seven bytes", [1, 2, 3, 4, 5, 6, 7], (reader) => reader.u64(), "out_of_bytes"],
  ["a length with a superfluous zero", [0x80, 0x00], (reader) => reader.uleb128(), "bad_uleb128"],
  ["a length above 32 bits", [0xff, 0xff, 0xff, 0xff, 0x10], (reader) => reader.uleb128(), "bad_uleb128"],
  ["a length of six bytes", [0x80, 0x80, 0x80, 0x80, 0x80, 0x01], (reader) => reader.uleb128(), "bad_uleb128"],
  ["a vector longer than the input", [5, 1], (reader) => reader.byteVector(), "length_too_large"],
  ["a vector of a billion", [0x80, 0x94, 0xeb, 0xdc, 0x03], (reader) => reader.vector((inner) => inner.u8()), "length_too_large"],
  ["a vector above its maximum", [3, 1, 2, 3], (reader) => reader.byteVector(2), "length_too_large"],
  ["an overlong UTF-8 slash", [2, 0xc0, 0xaf], (reader) => reader.string(), "bad_utf8"],
  ["a UTF-8 surrogate", [3, 0xed, 0xa0, 0x80], (reader) => reader.string(), "bad_utf8"],
  ["an option tag of 2", [2, 1], (reader) => reader.option((inner) => inner.u8()), "bad_option"],
  ["a variant that does not exist", [3], (reader) => reader.variant(3), "bad_variant"],
  ["a byte after the end", [1, 0], (reader) => (reader.bool(), reader.finish()), "trailing_bytes"],
];

describe("the reader refuses", () => {
  for (const [what, bytes, read, fault] of refused) {
    test(what, () => expect(faultOf(() => read(new BcsReader(Uint8Array.from(bytes))))).toBe(fault));
  }
});

const unwritable: readonly [what: string, write: (writer: BcsWriter) => unknown][] = [
  ["256 as u8", (writer) => writer.u8(256)],
  ["-1 as u16", (writer) => writer.u16(-1)],
  ["a half as u32", (writer) => writer.u32(0.5)],
  ["2^64 as u64", (writer) => writer.u64(2n ** 64n)],
  ["-1 as u64", (writer) => writer.u64(-1n)],
  ["2^128 as u128", (writer) => writer.u128(2n ** 128n)],
  ["2^256 as u256", (writer) => writer.u256(2n ** 256n)],
  ["2^32 as a length", (writer) => writer.uleb128(2 ** 32)],
];

describe("the writer refuses", () => {
  for (const [what, write] of unwritable) {
    test(what, () => expect(faultOf(() => write(new BcsWriter()))).toBe("integer_out_of_range"));
  }
});

test("whatever is written reads back", () => {
  const anything = fc.record({
    u8: fc.integer({ min: 0, max: 0xff }),
    u16: fc.integer({ min: 0, max: 0xffff }),
    u32: fc.integer({ min: 0, max: 0xffff_ffff }),
    u64: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
    u128: fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }),
    u256: fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
    length: fc.integer({ min: 0, max: 0xffff_ffff }),
    text: fc.string({ unit: "grapheme" }),
    list: fc.array(fc.integer({ min: 0, max: 0xffff })),
    maybe: fc.option(fc.boolean(), { nil: undefined }),
  });
  fc.assert(
    fc.property(anything, (value) => {
      const writer = new BcsWriter(1);
      writer.u8(value.u8).u16(value.u16).u32(value.u32).u64(value.u64).u128(value.u128).u256(value.u256).uleb128(value.length);
      writer.string(value.text).vector(value.list, (inner, item) => inner.u16(item));
      writer.option(value.maybe, (inner, item) => inner.bool(item));
      const reader = new BcsReader(writer.toBytes());
      const read = {
        u8: reader.u8(),
        u16: reader.u16(),
        u32: reader.u32(),
        u64: reader.u64(),
        u128: reader.u128(),
        u256: reader.u256(),
        length: reader.uleb128(),
        text: reader.string(),
        list: reader.vector((inner) => inner.u16(), 2),
        maybe: reader.option((inner) => inner.bool()),
      };
      reader.finish();
      expect(read).toEqual(value);
    }),
  );
});

test("a u64 has the same bytes as a number and as a big integer", () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (value) => {
      const [asNumber, asBigInt] = [new BcsWriter().u64(value).toBytes(), new BcsWriter().u64(BigInt(value)).toBytes()];
      expect(asBigInt).toEqual(asNumber);
      expect(new DataView(asNumber.buffer).getBigUint64(0, true)).toBe(BigInt(value));
    }),
  );
});

test("a view shows what was written, until more is", () => {
  const writer = new BcsWriter(2).u8(1).u16(0x0203);
  expect([...writer.view()]).toEqual([...writer.toBytes()]);
  expect([...writer.clear().u8(9).view()]).toEqual([9]);
});
