import { CodedError, MAX_CALL_ARGUMENTS, MAX_CALLS } from "@sycee/protocol";
import { describe, expect, it } from "vitest";
import { parseJson } from "./parse-json.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const codeOf = (body: Uint8Array) => {
  try {
    parseJson(body);
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
  return "no error";
};

describe("bodies in JSON", () => {
  it("are read with brackets in strings not counted", () => {
    expect(parseJson(bytes(`{"a":"${"[{".repeat(500)}","b":"\\"[","c":[1]}`))).toEqual({ a: "[{".repeat(500), b: '"[', c: [1] });
  });

  it.each([
    ["nothing", bytes("")],
    ["half an object", bytes('{"a":')],
    ["two values", bytes("1 2")],
    ["bytes that are not UTF-8", Uint8Array.of(0x22, 0xff, 0x22)],
    ["33 levels", bytes("[".repeat(33) + "]".repeat(33))],
    ["a million levels", bytes("[".repeat(1_000_000))],
    ["more parts than the largest transaction", bytes(`[${"1,".repeat(40_000)}1]`)],
  ])("are refused when they are %s", (_, body) => {
    expect(codeOf(body)).toBe("malformed_json");
  });

  it("have room for as many calls and arguments as a transaction may have", () => {
    const call = { function: "0x2::wallet::pay", arguments: Array.from({ length: MAX_CALL_ARGUMENTS }, () => ({ literal: "0x00" })) };
    const calls = Array.from({ length: MAX_CALLS }, () => call);
    expect(parseJson(bytes(JSON.stringify({ payload: { calls } })))).toEqual({ payload: { calls } });
  });

  it("may nest 32 levels", () => {
    expect(codeOf(bytes("[".repeat(32) + "]".repeat(32)))).toBe("no error");
  });
});
