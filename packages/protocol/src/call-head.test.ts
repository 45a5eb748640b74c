import { BcsError, BcsReader, BcsWriter, writeAddress } from "@sycee/bcs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressFromBytes } from "./address.ts";
import { readCallHead } from "./call-head.ts";

function encoded(head: { readonly address: string; readonly module: string; readonly function: string }): Uint8Array {
  const writer = new BcsWriter();
  writeAddress(writer, head.address);
  return writer.string(head.module).string(head.function).toBytes();
}

const small = fc.constantFrom("a", "b", "ab", "ba", "a".repeat(128));
const heads = fc.record({
  address: fc.constantFrom(1, 2).map((fill) => addressFromBytes(new Uint8Array(32).fill(fill))),
  module: small,
  function: small,
});

describe("heads of calls", () => {
  test("are read alike whatever was read before, wherever they stand and however they end", () => {
    fc.assert(
      fc.property(fc.array(heads, { minLength: 1, maxLength: 30 }), fc.nat(5), fc.nat(5), (list, before, after) => {
        for (const head of list) {
          const bytes = encoded(head);
          const input = new Uint8Array(before + bytes.length + after);
          input.set(bytes, before);
          const reader = new BcsReader(input, before);
          const { address, module, function: name } = readCallHead(reader);
          expect({ address, module, function: name }).toEqual(head);
          expect(reader.offset).toBe(before + bytes.length);
        }
      }),
    );
  });

  test("that were read before are refused like any other when the input ends within them", () => {
    const bytes = encoded({ address: addressFromBytes(new Uint8Array(32)), module: "wallet", function: "pay" });
    readCallHead(new BcsReader(bytes));
    for (let end = 0; end < bytes.length; end += 1) {
      expect(() => readCallHead(new BcsReader(bytes.subarray(0, end))), `cut at ${end}`).toThrow(BcsError);
      // The bytes go on behind the reader's end.
      expect(() => readCallHead(new BcsReader(bytes, 0, end)), `ending at ${end}`).toThrow(BcsError);
    }
  });

  test("keep what they were when the caller's bytes change", () => {
    const head = { address: addressFromBytes(new Uint8Array(32).fill(7)), module: "bank", function: "open" };
    const bytes = encoded(head);
    readCallHead(new BcsReader(bytes));
    bytes.fill(0x61, 33, 37);
    expect(readCallHead(new BcsReader(bytes)).module).toBe("aaaa");
    expect(readCallHead(new BcsReader(encoded(head))).module).toBe("bank");
  });
});
