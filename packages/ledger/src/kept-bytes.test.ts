import { expect, test } from "vitest";
import { KeptBytes } from "./kept-bytes.ts";

const filled = (length: number, byte: number): Uint8Array => new Uint8Array(length).fill(byte);

test.each([0, 1, 100, 8_192, 8_193, 100_000])("a value of %i bytes is copied, beside its neighbours", (length) => {
  const memory = new KeptBytes();
  const value = filled(length, 7);
  const [before, kept, after] = [memory.add(filled(60, 1)), memory.add(value), memory.add(filled(60, 2))];
  value.fill(9);
  expect(new Uint8Array(kept)).toEqual(filled(length, 7));
  expect(new Uint8Array(before)).toEqual(filled(60, 1));
  expect(new Uint8Array(after)).toEqual(filled(60, 2));
});

test("a value of the same length takes the place of the one before, another has memory of its own", () => {
  const memory = new KeptBytes();
  const kept = memory.add(filled(10, 1));
  expect(memory.renew(kept, filled(10, 2))).toBe(kept);
  expect(new Uint8Array(kept)).toEqual(filled(10, 2));
  const longer = memory.renew(kept, filled(11, 3));
  expect(longer.buffer).not.toBe(kept.buffer);
  expect(longer.buffer.byteLength).toBe(11);
  expect(memory.renew(undefined, filled(5, 4)).buffer.byteLength).toBe(5);
});

test("nothing else lies in its memory: not what the engine's pool of buffers gives", () => {
  const memory = new KeptBytes();
  const kept = [memory.add(filled(8, 1)), memory.renew(undefined, filled(8, 1))];
  for (const { buffer } of kept) expect(buffer).not.toBe(Buffer.from("anything").buffer);
});

test("blocks that are given back are used again before new ones are made", () => {
  const first = new KeptBytes();
  const values = Array.from({ length: 30 }, (_, index) => first.add(filled(8_000, index)));
  const blocks = new Set(values.map(({ buffer }) => buffer));
  const second = new KeptBytes(first.release());
  const again = Array.from({ length: 30 }, (_, index) => second.add(filled(7_000 + index, 100 + index)));
  for (const [index, value] of again.entries()) expect(new Uint8Array(value)).toEqual(filled(7_000 + index, 100 + index));
  expect(again.filter(({ buffer }) => !blocks.has(buffer))).toEqual([]);
  const more = Array.from({ length: 30 }, (_, index) => second.add(filled(8_000, index)));
  expect(more.some(({ buffer }) => !blocks.has(buffer))).toBe(true);
  expect(new Set(second.release()).size).toBeGreaterThan(blocks.size);
});
