import { addressFromBytes, bytesToHex } from "@sycee/protocol";
import { describe, expect, test } from "vitest";
import { CliError } from "../output/cli-error.ts";
import { readArgument } from "./move-arguments.ts";

const bob = addressFromBytes(new Uint8Array(32).fill(0xb0));
const resolve = (name: string) => (name === "bob" ? Promise.resolve(bob) : Promise.reject(new CliError("unknown_name", name)));

test.each([
  ["u8", "255", "ff"],
  ["u16", "0x1234", "3412"],
  ["u64", "1_000", "e803000000000000"],
  ["u128", "1", `01${"00".repeat(15)}`],
  ["u256", "0", "00".repeat(32)],
  ["bool", "true", "01"],
  ["address", "bob", "b0".repeat(32)],
  ["vector<u8>", "0x0102", "020102"],
  ["vector<u8>", "[1,2]", "020102"],
  ["vector<u8>", "0x", "00"],
  ["0x1::string::String", "café", "05636166c3a9"],
  ["0x1::ascii::String", "none", "046e6f6e65"],
  ["0x1::option::Option<u64>", "none", "00"],
  ["0x1::option::Option<u64>", "7", "010700000000000000"],
  ["vector<address>", "[bob, bob]", `02${"b0".repeat(64)}`],
  ["vector<vector<u8>>", "[0x01,[2,3]]", "020101020203"],
  ["vector<0x1::string::String>", '["a,b", c]', "0203612c620163"],
  ["vector<0x1::option::Option<u8>>", "[none, 1]", "02000101"],
  ["vector<u64>", "[]", "00"],
])("%s %s", async (type, text, expected) => {
  const argument = await readArgument(type, text, resolve);
  expect(argument.kind === "literal" && bytesToHex(argument.bytes)).toBe(expected);
});

describe("what does not fit is refused", () => {
  test.each([
    ["u8", "256"],
    ["u64", "-1"],
    ["u64", "1.5"],
    ["u64", ""],
    ["bool", "yes"],
    ["vector<u8>", "0x1"],
    ["vector<u64>", "1,2"],
    ["vector<u8>", "[1,256]"],
    ["0x2::money::Money", "5"],
    ["0x1::table::Table<u8, u8>", "5"],
  ])("%s %s", async (type, text) => {
    await expect(readArgument(type, text, resolve)).rejects.toMatchObject({ code: "invalid_argument" });
  });
});
