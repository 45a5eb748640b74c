import { BcsError } from "@sycee/bcs";
import { bytesToHex, parseAddress } from "@sycee/protocol";
import { describe, expect, test } from "vitest";
import { address, bool, bytes, literal, type MoveType, option, string, u128, u16, u256, u32, u64, u8, vector } from "./move-type.ts";

function encoded<T>(type: MoveType<T>, value: T): string {
  const argument = literal(type, value);
  if (argument.kind !== "literal") throw new Error("not a literal");
  return bytesToHex(argument.bytes);
}

const two = parseAddress("0x2") ?? "0x";

// By hand from https://github.com/diem/bcs.
test.each([
  ["u8", encoded(u8, 255), "ff"],
  ["u16", encoded(u16, 0x1234), "3412"],
  ["u32", encoded(u32, 0x12345678), "78563412"],
  ["u64", encoded(u64, 0x0123456789abcdefn), "efcdab8967452301"],
  ["u128", encoded(u128, 1n << 127n), "00000000000000000000000000000080"],
  ["u256", encoded(u256, 1n << 248n), `${"00".repeat(31)}01`],
  ["bool", encoded(bool, true), "01"],
  ["address", encoded(address, two), `${"00".repeat(31)}02`],
  ["string", encoded(string, "čaj"), "04c48d616a"],
  ["bytes", encoded(bytes, Uint8Array.of(1, 2)), "020102"],
  ["vector", encoded(vector(u16), [1, 2]), "0201000200"],
  ["vector of vectors", encoded(vector(bytes), [Uint8Array.of(9), new Uint8Array()]), "02010900"],
  ["long vector", encoded(vector(bool), Array<boolean>(128).fill(false)), `8001${"00".repeat(128)}`],
  ["some", encoded(option(u64), 1n), "010100000000000000"],
  ["none", encoded(option(u64), undefined), "00"],
])("%s", (_, actual, expected) => {
  expect(actual).toBe(expected);
});

describe("a value outside its type is refused", () => {
  test.each([
    ["u8", () => literal(u8, 256)],
    ["u8 below zero", () => literal(u8, -1)],
    ["u16", () => literal(u16, 65_536)],
    ["u32 with a fraction", () => literal(u32, 1.5)],
    ["u64", () => literal(u64, 1n << 64n)],
    ["u64 below zero", () => literal(u64, -1n)],
    ["u128", () => literal(u128, 1n << 128n)],
    ["u256", () => literal(u256, 1n << 256n)],
  ])("%s", (_, make) => {
    expect(make).toThrow(BcsError);
  });

  test("an address in a short form", () => {
    expect(() => literal(address, "0x2")).toThrow(RangeError);
  });
});
