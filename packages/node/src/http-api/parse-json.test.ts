import { CodedError } from "@sycee/protocol";
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
  ])("are refused when they are %s", (_, body) => {
    expect(codeOf(body)).toBe("malformed_json");
  });

  it("may nest 32 levels", () => {
    expect(codeOf(bytes("[".repeat(32) + "]".repeat(32)))).toBe("no error");
  });
});
