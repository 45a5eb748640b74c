import { describe, expect, it } from "vitest";
import { CodedError } from "./status.ts";
import { encodeTransaction, decodeTransaction, type SignedTransaction } from "./transaction.ts";
import { parseFunction, transactionFromJson, transactionToJson } from "./transaction-json.ts";

const key = (fill: number) => new Uint8Array(32).fill(fill);
const signature = (fill: number) => new Uint8Array(64).fill(fill);
const address = `0x${"0".repeat(63)}a` as const;

const transaction: SignedTransaction = {
  payload: {
    chainId: key(7),
    signers: [address, `0x${"0".repeat(63)}b`],
    nonce: 0xffff_ffff_ffff_ffffn,
    expiryMs: 1_700_000_000_000n,
    gasLimit: 1_000_000n,
    feePayer: undefined,
    calls: [
      {
        address: `0x${"0".repeat(63)}2`,
        module: "wallet",
        function: "pay",
        typeArguments: [
          {
            kind: "vector",
            element: { kind: "struct", address, module: "m", name: "S", typeArguments: [{ kind: "u64" }, { kind: "bool" }] },
          },
        ],
        arguments: [
          { kind: "literal", bytes: Uint8Array.of(1, 2) },
          { kind: "signer", index: 1 },
          { kind: "result", call: 0, value: 3 },
        ],
      },
    ],
  },
  authenticators: [
    { kind: "ed25519", publicKey: key(1), signature: signature(2) },
    { kind: "k-of-n", threshold: 1, publicKeys: [key(1), key(2)], signatures: [{ index: 1, signature: signature(3) }] },
  ],
};

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
  return "no error";
}

describe("transactions in JSON", () => {
  it("come back as the same bytes", () => {
    const json = transactionToJson(transaction);
    const again = transactionFromJson(JSON.parse(JSON.stringify(json)));
    expect(encodeTransaction(again)).toEqual(encodeTransaction(transaction));
    expect(transactionToJson(decodeTransaction(encodeTransaction(transaction)))).toEqual(json);
  });

  it("name functions and types as Move prints them", () => {
    const [call] = transactionToJson(transaction).payload.calls;
    expect(call?.function).toBe("0x2::wallet::pay");
    expect(call?.typeArguments).toEqual(["vector<0xa::m::S<u64, bool>>"]);
  });

  const json = transactionToJson(transaction);
  const withPayload = (change: object) => ({ ...json, payload: { ...json.payload, ...change } });
  it.each([
    ["a signer that is no address", withPayload({ signers: ["0xzz", "0x1"] }), "invalid_address"],
    ["a signer named twice", withPayload({ signers: ["0x1", "0x01"] }), "invalid_request"],
    ["more signers than authenticators", { ...json, authenticators: json.authenticators.slice(1) }, "invalid_request"],
    ["a nonce above u64", withPayload({ nonce: "18446744073709551616" }), "invalid_request"],
    ["a negative nonce", withPayload({ nonce: "-1" }), "invalid_request"],
    ["a chain of 31 bytes", withPayload({ chainId: `0x${"00".repeat(31)}` }), "invalid_request"],
    ["a call without a module", withPayload({ calls: [{ function: "0x2::pay", arguments: [] }] }), "invalid_request"],
    ["a call at no address", withPayload({ calls: [{ function: "bank::wallet::pay", arguments: [] }] }), "invalid_address"],
    [
      "a type that is none",
      withPayload({ calls: [{ function: "0x2::w::p", typeArguments: ["u65"], arguments: [] }] }),
      "wrong_type_argument",
    ],
    [
      "an endless type",
      withPayload({ calls: [{ function: "0x2::w::p", typeArguments: ["vector<".repeat(50)], arguments: [] }] }),
      "wrong_type_argument",
    ],
    ["a literal of half a byte", withPayload({ calls: [{ function: "0x2::w::p", arguments: [{ literal: "0x1" }] }] }), "invalid_request"],
  ])("refuse %s", (_, value, code) => {
    expect(codeOf(() => transactionFromJson(value))).toBe(code);
  });

  it("refuse identifiers that are not Move's", () => {
    for (const text of ["0x2::a::b::c", "0x2::a::", "0x2::9a::b", "0x2::a b::c", "::a::b", ""]) {
      expect(["invalid_request", "invalid_address"]).toContain(codeOf(() => parseFunction(text)));
    }
  });
});
