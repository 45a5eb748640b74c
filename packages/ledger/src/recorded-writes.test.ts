import { BcsReader, BcsWriter } from "@sycee/bcs";
import type { StateWrite } from "@sycee/move-vm";
import { describe, expect, it } from "vitest";
import { createMemoryStore } from "./memory-store.ts";
import { expandWrites, putRecordedWrites, readRecordedWrites } from "./recorded-writes.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);
const PAGE = bytes(6, 1, 1);
const PATCHED: StateWrite = { key: PAGE, value: bytes(2, 7, 9), patch: bytes(1, 1, 9) };
const WRITES: StateWrite[] = [
  { key: bytes(1, 1, 1, 1), value: bytes(5) },
  { key: bytes(1, 1, 1, 2), value: undefined },
  { key: bytes(1, 1, 1, 2, 0), value: bytes() },
  PATCHED,
];

function encoded(writes: readonly StateWrite[]): Uint8Array {
  const writer = new BcsWriter();
  putRecordedWrites(writer, writes);
  return writer.toBytes();
}

describe("the writes of a block's record", () => {
  it("are read as they were written, but for the values of patched pages", () => {
    const reader = new BcsReader(encoded(WRITES));
    expect(readRecordedWrites(reader)).toEqual([...WRITES.slice(0, 3), { key: PAGE, value: undefined, patch: bytes(1, 1, 9) }]);
    reader.finish();
  });

  it("have each key without what it shares with the one before, and a patch in place of its page", () => {
    expect(encoded([...WRITES.slice(0, 2), PATCHED])).toEqual(
      new Uint8Array(Buffer.from("03" + "000401010101010105" + "03010200" + "0003060101" + "0203010109", "hex")),
    );
  });

  it.each([
    ["shares more bytes than there are", bytes(1, 1, 0, 0)],
    ["shares fewer bytes than it could", bytes(2, 0, 1, 7, 0, 0, 2, 7, 8, 0)],
    ["has an unknown form", bytes(1, 0, 1, 7, 3, 0)],
  ])("are refused where a key %s", (_, record) => {
    expect(() => readRecordedWrites(new BcsReader(record))).toThrow(expect.objectContaining({ name: "BcsError" }));
  });

  it("get the values of patched pages back from the store before", () => {
    const store = createMemoryStore();
    store.apply([{ key: PAGE, value: bytes(2, 7, 8) }]);
    expect(expandWrites(store, readRecordedWrites(new BcsReader(encoded(WRITES))))).toEqual(WRITES);
  });

  it("do not expand above another store", () => {
    const writes = readRecordedWrites(new BcsReader(encoded([PATCHED])));
    expect(() => expandWrites(createMemoryStore(), writes)).toThrow(RangeError);
    const store = createMemoryStore();
    store.apply([{ key: PAGE, value: bytes(1, 7) }]);
    expect(() => expandWrites(store, writes)).toThrow(RangeError);
  });
});
