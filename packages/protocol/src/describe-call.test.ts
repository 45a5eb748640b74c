import { BcsWriter } from "@sycee/bcs";
import { expect, test } from "vitest";
import { addressFromBytes } from "./address.ts";
import { describeCall } from "./describe-call.ts";
import type { Call } from "./transaction.ts";

const ADDRESS = addressFromBytes(new Uint8Array(32).fill(1));

/** How a call with one literal prints, of a parameter of this type. */
function print(type: string, write: (writer: BcsWriter) => unknown, length?: "whole"): string {
  const writer = new BcsWriter();
  write(writer);
  const call: Call = {
    address: ADDRESS,
    module: "m",
    function: "f",
    typeArguments: [],
    arguments: [{ kind: "literal", bytes: writer.toBytes() }],
  };
  const description = { name: "f", visibility: "public", isEntry: true, typeParameters: [], parameters: [type], results: [] } as const;
  return describeCall(call, description, length).replace(/^.*::m::f/, "");
}

const numbers = (count: number) => (writer: BcsWriter) =>
  writer.vector(
    Array.from({ length: count }, (_, index) => index),
    (inner, item) => inner.u32(item),
  );
const texts = (count: number) => (writer: BcsWriter) =>
  writer.vector(
    Array.from({ length: count }, () => "a"),
    (inner, item) => inner.string(item),
  );

test("long vectors print their first elements and their length", () => {
  expect(print("vector<u32>", numbers(0))).toBe("([])");
  expect(print("vector<u32>", numbers(4))).toBe("([0, 1, 2, 3])");
  expect(print("vector<u32>", numbers(64))).toMatch(/, 63\]\)$/);
  expect(print("vector<u32>", numbers(65))).toBe("([0, 1, 2, …] (65 items))");
  expect(print("vector<0x1::string::String>", texts(70))).toBe('(["a", "a", "a", …] (70 items))');
});

test("vectors that are not what their parameter says print as bytes", () => {
  expect(print("vector<u32>", (writer) => writer.u8(65).u32(1))).toBe("(0x4101000000)");
  expect(print("vector<u32>", (writer) => numbers(65)(writer).u8(7))).toMatch(/^\(0x41/);
});

test("whoever signs sees all of a long literal", () => {
  expect(print("vector<u32>", numbers(200), "whole")).toMatch(/^\(\[0, 1, .*, 100, .*, 199\]\)$/);
  const bytes = (writer: BcsWriter) => writer.byteVector(new Uint8Array(300).fill(0xab));
  expect(print("vector<u8>", bytes)).toBe("(0xabababababababab… (300 bytes))");
  expect(print("vector<u8>", bytes, "whole")).toBe(`(0x${"ab".repeat(300)})`);
});

test("signs that hide or turn around what stands after them print as their codes", () => {
  expect(print("0x1::string::String", (writer) => writer.string("\u202e茶\u2066\u200b\u2028"))).toBe(
    '("\\u{202e}茶\\u{2066}\\u{200b}\\u{2028}")',
  );
});
