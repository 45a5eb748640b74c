import { describe, expect, test } from "vitest";
import { RootBuilder } from "../commitment/root-builder.ts";
import { EntryChunkReader, EntryChunkWriter } from "./entry-chunk.ts";

const value = Uint8Array.of(1);
const pageKey = (length: number, ...number: number[]) =>
  Uint8Array.of(0x06, ...new Array<number>(length - 1 - number.length).fill(7), ...number);

/** Reads a chunk with one entry, and builds the root over it as an import does. */
function read(key: Uint8Array): Uint8Array {
  const writer = new EntryChunkWriter(1_000);
  writer.add({ key, value });
  const chunk = writer.take();
  if (chunk === undefined) throw new Error("the chunk has an entry");
  const root = new RootBuilder();
  for (const entry of new EntryChunkReader().read(3, chunk.payload, chunk.count)) root.add(entry.key, entry.value);
  return root.finish();
}

describe("a chunk of entries", () => {
  test("has keys of every kind of state", () => {
    for (const key of [Uint8Array.of(1), Uint8Array.of(0x0f, 1), pageKey(57, 0, 0x1f, 255, 255, 255, 255, 255, 255)]) {
      expect(read(key).length).toBe(32);
    }
  });

  const wrong: readonly (readonly [name: string, key: Uint8Array])[] = [
    ["the checkpoint's own kind", Uint8Array.of(0)],
    ["a node of the commitment", Uint8Array.of(0x10, 1)],
    ["a page without a number", pageKey(49)],
    ["a page with more than a number", pageKey(58)],
    ["a page of a number above 53 bits", pageKey(57, 0, 0x20, 0, 0, 0, 0, 0, 0)],
    ["no bytes", new Uint8Array(0)],
  ];
  for (const [name, key] of wrong) {
    test(`is refused with the key of ${name}`, () => {
      expect(() => read(key)).toThrow(expect.objectContaining({ code: "snapshot_damaged" }));
    });
  }
});
