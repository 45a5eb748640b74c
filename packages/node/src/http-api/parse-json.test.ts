import {
  type Address,
  type Authenticator,
  type Call,
  type CallArgument,
  CodedError,
  MAX_CALL_ARGUMENTS,
  MAX_CALLS,
  MAX_KEYS,
  MAX_SIGNERS,
  transactionToJson,
  type TypeTag,
} from "@sycee/protocol";
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
    ["more parts than any transaction", bytes(`[${"1,".repeat(65_536)}1]`)],
  ])("are refused when they are %s", (_, body) => {
    expect(codeOf(body)).toBe("malformed_json");
  });

  it("have room for the transaction that has the most parts", () => {
    const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);
    const call: Call = {
      address: "0x2",
      module: "wallet",
      function: "pay",
      typeArguments: times<TypeTag>(32, { kind: "u8" }),
      arguments: times<CallArgument>(MAX_CALL_ARGUMENTS, { kind: "result", call: 65_535, value: 65_535 }),
    };
    const group: Authenticator = {
      kind: "k-of-n",
      threshold: 1,
      publicKeys: times(MAX_KEYS, new Uint8Array(32)),
      signatures: Array.from({ length: MAX_KEYS }, (_, index) => ({ index, signature: new Uint8Array(64) })),
    };
    const signers = Array.from({ length: MAX_SIGNERS }, (_, index): Address => `0x${index.toString(16).padStart(64, "0")}`);
    const payload = { chainId: new Uint8Array(32), signers, nonce: 1n, expiryMs: 1n, gasLimit: 1n, feePayer: signers[0] };
    const json = transactionToJson({ payload: { ...payload, calls: times(MAX_CALLS, call) }, authenticators: times(MAX_SIGNERS, group) });
    expect(parseJson(bytes(JSON.stringify(json)))).toEqual(json);
  });

  it("may nest 32 levels", () => {
    expect(codeOf(bytes("[".repeat(32) + "]".repeat(32)))).toBe("no error");
  });
});
