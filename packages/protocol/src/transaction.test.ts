import { BcsError } from "@sycee/bcs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Address, addressFromBytes, parseAddress } from "./address.ts";
import { addressOfKeys, type Authenticator } from "./authenticator.ts";
import { bytesToHex } from "./hex.ts";
import { decodePlainTransaction } from "./plain-transaction.ts";
import {
  decodeAnyTransaction,
  decodeBatch,
  decodeTransaction,
  encodeBatch,
  encodePayload,
  encodeTransaction,
  type TransactionPayload,
  transactionId,
} from "./transaction.ts";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const address = bytes(32).map(addressFromBytes);
const call = fc.record({
  address,
  module: fc.stringMatching(/^[a-z_]{1,10}$/),
  function: fc.stringMatching(/^[a-z_]{1,10}$/),
  typeArguments: fc.array(
    fc.oneof(
      fc.constant({ kind: "u64" as const }),
      fc.constant({ kind: "vector" as const, element: { kind: "u8" as const } }),
      address.map((at) => ({
        kind: "struct" as const,
        address: at,
        module: "money",
        name: "Money",
        typeArguments: [{ kind: "bool" as const }],
      })),
    ),
    { maxLength: 3 },
  ),
  arguments: fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 40 }).map((literal) => ({ kind: "literal" as const, bytes: literal })),
      fc.nat(255).map((index) => ({ kind: "signer" as const, index })),
      fc.tuple(fc.nat(65_535), fc.nat(65_535)).map(([from, value]) => ({ kind: "result" as const, call: from, value })),
    ),
    { maxLength: 5 },
  ),
});
const u64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const payload: fc.Arbitrary<TransactionPayload> = fc.record({
  chainId: bytes(32),
  signers: fc.uniqueArray(address, { minLength: 1, maxLength: 4 }),
  nonce: u64,
  expiryMs: u64,
  gasLimit: u64,
  feePayer: fc.option(address, { nil: undefined }),
  calls: fc.array(call, { minLength: 1, maxLength: 4 }),
});
const signature = (fill: number) => new Uint8Array(64).fill(fill);
const key = (fill: number) => new Uint8Array(32).fill(fill);
const single: Authenticator = { kind: "ed25519", publicKey: key(1), signature: signature(2) };

describe("transactions", () => {
  test("read back as they were written, and only whole", () => {
    fc.assert(
      fc.property(payload, (value) => {
        const transaction = { payload: value, authenticators: value.signers.map(() => single) };
        const encoded = encodeTransaction(transaction);
        const { payloadBytes, ...decoded } = decodeTransaction(encoded);
        expect(decoded).toEqual(transaction);
        expect(payloadBytes).toEqual(encodePayload(value));
        expect(() => decodeTransaction(encoded.subarray(0, encoded.length - 1))).toThrow(BcsError);
        expect(() => decodeTransaction(Uint8Array.from([...encoded, 0]))).toThrow("trailing bytes");
      }),
      { numRuns: 200 },
    );
  });

  test("of the plainest form are read as any other: the same is answered for them, and for all bytes that differ a little", () => {
    const plainCall = fc.record({
      address: fc.constantFrom(parse("0x2"), parse("0x4")),
      module: fc.constantFrom("wallet", "account"),
      function: fc.constantFrom("pay", "open"),
      typeArguments: fc.constant([]),
      arguments: fc.array(
        fc.oneof(
          fc.uint8Array({ maxLength: 130 }).map((literal) => ({ kind: "literal" as const, bytes: literal })),
          fc.nat(255).map((index) => ({ kind: "signer" as const, index })),
        ),
        { maxLength: 5 },
      ),
    });
    const plain = fc.record({
      chainId: bytes(32),
      signers: fc.tuple(address),
      nonce: u64,
      expiryMs: u64,
      gasLimit: u64,
      feePayer: fc.constant(undefined),
      calls: fc.array(plainCall, { minLength: 1, maxLength: 3 }),
    });
    const outcomeOf = (decode: (encoded: Uint8Array) => unknown, encoded: Uint8Array): unknown => {
      try {
        return decode(encoded);
      } catch (error) {
        if (error instanceof BcsError) return "refused";
        throw error;
      }
    };
    let plainOnes = 0;
    fc.assert(
      fc.property(
        fc.oneof({ weight: 4, arbitrary: plain }, payload),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 2 }),
        fc.integer({ min: -2, max: 2 }),
        (value, changes, growth) => {
          const encoded = encodeTransaction({ payload: value, authenticators: value.signers.map(() => single) });
          // The second time the heads of its calls are known.
          decodeTransaction(encoded);
          if (decodePlainTransaction(encoded) !== undefined) plainOnes += 1;
          expect(decodeTransaction(encoded)).toEqual(decodeAnyTransaction(encoded));
          const changed = new Uint8Array(encoded.length + growth);
          changed.set(encoded.subarray(0, changed.length));
          for (const [at, byte] of changes) changed[at % changed.length] = byte;
          expect(outcomeOf(decodeTransaction, changed)).toEqual(outcomeOf(decodeAnyTransaction, changed));
        },
      ),
      { numRuns: 600 },
    );
    expect(plainOnes).toBeGreaterThan(200);
  });

  test("cut short anywhere are refused on both ways", () => {
    const value: TransactionPayload = {
      chainId: key(9),
      signers: [parse("0x5")],
      nonce: 2n ** 64n - 1n,
      expiryMs: 2n ** 53n,
      gasLimit: 2n ** 53n - 1n,
      feePayer: undefined,
      calls: [oneCall],
    };
    const encoded = encodeTransaction({ payload: value, authenticators: [single] });
    expect(decodeTransaction(encoded)).toEqual(decodeAnyTransaction(encoded));
    for (let length = 0; length < encoded.length; length++) {
      expect(decodePlainTransaction(encoded.subarray(0, length))).toBeUndefined();
      expect(() => decodeTransaction(encoded.subarray(0, length))).toThrow(BcsError);
    }
  });

  test("another signature is the same transaction, another nonce is not", () => {
    const base: TransactionPayload = {
      chainId: key(9),
      signers: [parse("0x5")],
      nonce: 1n,
      expiryMs: 2n,
      gasLimit: 3n,
      feePayer: undefined,
      calls: [oneCall],
    };
    const idOf = (value: TransactionPayload) => bytesToHex(transactionId(encodePayload(value)));
    expect(idOf(base)).toBe(idOf({ ...base }));
    expect(idOf(base)).not.toBe(idOf({ ...base, nonce: 2n }));
  });

  const shapes: readonly [string, Partial<TransactionPayload>, Authenticator[]][] = [
    ["no signer", { signers: [] }, []],
    ["a signer twice", { signers: [parse("0x5"), parse("0x5")] }, [single, single]],
    ["no call", { calls: [] }, [single]],
    ["one authenticator for two signers", { signers: [parse("0x5"), parse("0x6")] }, [single]],
  ];
  for (const [what, change, authenticators] of shapes) {
    test(`with ${what} are refused`, () => {
      const value: TransactionPayload = {
        chainId: key(9),
        signers: [parse("0x5")],
        nonce: 1n,
        expiryMs: 2n,
        gasLimit: 3n,
        feePayer: undefined,
        calls: [oneCall],
        ...change,
      };
      expect(() => decodeTransaction(encodeTransaction({ payload: value, authenticators }))).toThrow("not canonical");
    });
  }
});

describe("k-of-n authenticators", () => {
  const good: Extract<Authenticator, { kind: "k-of-n" }> = {
    kind: "k-of-n",
    threshold: 2,
    publicKeys: [key(1), key(2), key(3)],
    signatures: [
      { index: 0, signature: signature(1) },
      { index: 2, signature: signature(3) },
    ],
  };
  const read = (authenticator: Authenticator) => {
    const value: TransactionPayload = {
      chainId: key(9),
      signers: [parse("0x5")],
      nonce: 1n,
      expiryMs: 2n,
      gasLimit: 3n,
      feePayer: undefined,
      calls: [oneCall],
    };
    return decodeTransaction(encodeTransaction({ payload: value, authenticators: [authenticator] })).authenticators[0];
  };

  test("read back", () => expect(read(good)).toEqual(good));

  const [first, third] = good.signatures;
  if (first === undefined || third === undefined) throw new Error("two signatures");
  const wrong: readonly [string, Partial<typeof good>][] = [
    ["fewer signatures than the threshold", { signatures: [first] }],
    ["more signatures than the threshold", { threshold: 1 }],
    ["a threshold of zero", { threshold: 0, signatures: [] }],
    ["one key signing twice", { signatures: [first, first] }],
    ["signatures out of order", { signatures: [third, first] }],
    ["a signature of no key", { signatures: [first, { index: 3, signature: signature(3) }] }],
    ["keys out of order", { publicKeys: [key(2), key(1), key(3)] }],
    ["the same key twice", { publicKeys: [key(1), key(1), key(3)] }],
  ];
  for (const [what, change] of wrong) {
    test(`with ${what} are refused`, () => expect(() => read({ ...good, ...change })).toThrow("not canonical"));
  }

  test("the threshold is part of the address", () => {
    const publicKeys = good.publicKeys;
    expect(addressOfKeys({ kind: "k-of-n", threshold: 1, publicKeys })).not.toBe(
      addressOfKeys({ kind: "k-of-n", threshold: 2, publicKeys }),
    );
  });
});

test("a batch holds encoded transactions, and at most 500", () => {
  const items = [Uint8Array.of(1), Uint8Array.of(), Uint8Array.of(2, 3)];
  expect(decodeBatch(encodeBatch(items))).toEqual(items);
  expect(() => decodeBatch(encodeBatch(Array.from({ length: 501 }, () => Uint8Array.of(1))))).toThrow(BcsError);
});

const oneCall = { address: parse("0x2"), module: "wallet", function: "pay", typeArguments: [], arguments: [] };

function parse(text: string): Address {
  const parsed = parseAddress(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}
