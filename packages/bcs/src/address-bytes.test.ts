import fc from "fast-check";
import { expect, it } from "vitest";
import { addressOfBytes, putAddress, readAddress, writeAddress } from "./address-bytes.ts";
import { BcsReader } from "./bcs-reader.ts";
import { BcsWriter } from "./bcs-writer.ts";

const address = fc.uint8Array({ minLength: 32, maxLength: 32 });

it("prints 32 bytes as 0x and 64 lowercase digits, and reads them back", () => {
  fc.assert(
    fc.property(address, address, (first, second) => {
      const printed = addressOfBytes(first);
      expect(addressOfBytes(Uint8Array.of(9, ...second), 1)).toBe(`0x${Buffer.from(second).toString("hex")}`);
      expect(printed).toBe(`0x${Buffer.from(first).toString("hex")}`);
      const writer = new BcsWriter();
      writeAddress(writer, printed);
      expect(writer.toBytes()).toEqual(first);
      expect(readAddress(new BcsReader(first))).toBe(printed);
    }),
  );
});

it.each(["", "0x2", `0x${"A".repeat(64)}`, `0x${"g".repeat(64)}`, `0x${"0".repeat(65)}`])(
  "refuses %j, which is never an address here",
  (text) => {
    expect(() => putAddress(new Uint8Array(32), 0, text)).toThrow(RangeError);
  },
);

it("refuses fewer than 32 bytes", () => {
  expect(() => addressOfBytes(new Uint8Array(31))).toThrow(RangeError);
  expect(() => readAddress(new BcsReader(new Uint8Array(31)))).toThrow(expect.objectContaining({ fault: "out_of_bytes" }));
});
