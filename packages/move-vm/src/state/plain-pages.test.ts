import { describe, expect, it } from "vitest";
import { TypeRegistry } from "../runtime/type-registry.ts";
import { PART_ELEMENTS, PlainPages } from "./plain-pages.ts";

const registry = new TypeRegistry();
const numbers = registry.vectorOf(registry.primitive("u64"));
const bytes = registry.vectorOf(registry.primitive("u8"));
const FIRST = `0x${"1".repeat(64)}`;
const SECOND = `0x${"2".repeat(64)}`;

/** Room for so many parts. */
const holding = (parts: number) => new PlainPages(parts * 64);

describe("the pages that are held", () => {
  it("are those of one vector and one type, side by side in parts", () => {
    const pages = holding(10);
    const part = pages.part(FIRST, numbers, PART_ELEMENTS - 1);
    expect(pages.part(FIRST, numbers, 0)).toBe(part);
    expect(part.firstPage).toBe(0);
    expect(pages.part(FIRST, numbers, PART_ELEMENTS).firstPage).toBe(64);
    expect(pages.part(SECOND, numbers, 0)).not.toBe(part);
    expect(pages.part(FIRST, bytes, 0)).not.toBe(part);
    expect(pages.part(FIRST, numbers, 2 ** 40).firstPage).toBe(2 ** 34);
    expect(pages.part(FIRST, numbers, 0)).toBe(part);
  });

  it("are read once", () => {
    let reads = 0;
    const store = {
      get: () => {
        reads++;
        return Buffer.from("0207000000000000000100000000002000", "hex");
      },
    };
    const part = holding(1).part(FIRST, numbers, 70);
    expect([part.lengthOf(store, 1), part.lengthOf(store, 1), reads]).toEqual([2, 2, 1]);
    expect(part.values.slice(64, 67)).toEqual([7, 2n ** 53n + 1n, 0]);
  });

  it("have room made for them as they are read", () => {
    const part = holding(1).part(FIRST, numbers, 0);
    const store = { get: (key: Uint8Array) => Uint8Array.of(1, 1 + (key.at(-1) ?? 0), 0, 0, 0, 0, 0, 0, 0) };
    const read = (page: number) => [part.lengthOf(store, page), part.values.length, part.values[page * 64]];
    expect([read(0), read(5), read(63)]).toEqual([
      [1, 64, 1],
      [1, 512, 6],
      [1, PART_ELEMENTS, 64],
    ]);
    expect([part.values[0], part.values[5 * 64], part.lengthOf({ get: () => undefined }, 5)]).toEqual([1, 6, 1]);
  });

  it("are not taken from a store that has no page there", () => {
    const part = holding(1).part(FIRST, bytes, 0);
    expect(part.lengthOf({ get: () => undefined }, 0)).toBe(0);
    expect(() => part.lengthOf({ get: () => Uint8Array.of(3, 1) }, 1)).toThrow(expect.objectContaining({ name: "BcsError" }));
    expect(() => part.lengthOf({ get: () => Uint8Array.of(65, ...new Uint8Array(65)) }, 2)).toThrow("what is stored is not a page");
  });

  it("go when there are too many, those first that were not used since", () => {
    const pages = holding(2);
    const [first, second, third] = [0, 1, 2].map((part) => pages.part(FIRST, numbers, part * PART_ELEMENTS));
    pages.shrink();
    // All were in use: the oldest went.
    expect(pages.part(FIRST, numbers, PART_ELEMENTS)).toBe(second);
    expect(pages.part(SECOND, numbers, 0)).toBe(pages.part(SECOND, numbers, 1));
    pages.shrink();
    // The third was not used since.
    expect(pages.part(FIRST, numbers, PART_ELEMENTS)).toBe(second);
    expect(pages.part(FIRST, numbers, 2 * PART_ELEMENTS)).not.toBe(third);
    expect(pages.part(FIRST, numbers, 0)).not.toBe(first);
  });
});
