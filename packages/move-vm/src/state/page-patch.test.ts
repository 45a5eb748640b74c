import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPagePatch, putPagePatch } from "./page-patch.ts";

/** BCS of a page of elements of `size` bytes. */
function pageOf(elements: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([Uint8Array.of(elements.length), ...elements]);
}

function patchOf(after: Uint8Array, changed: readonly number[]): Uint8Array {
  const target = new Uint8Array(100_000);
  return target.slice(7, putPagePatch(after, changed, target, 7));
}

const page = fc.integer({ min: 1, max: 40 }).chain((size) => {
  const element = fc.oneof(fc.constant(new Uint8Array(size)), fc.uint8Array({ minLength: size, maxLength: size }));
  return fc.array(fc.record({ before: element, after: element, isChanged: fc.boolean() }), { minLength: 1, maxLength: 64 });
});

describe("a patch of a page", () => {
  it("makes the page after of the page before", () => {
    fc.assert(
      fc.property(page, (elements) => {
        const before = pageOf(elements.map((each) => each.before));
        const after = pageOf(elements.map((each) => (each.isChanged ? each.after : each.before)));
        const changed = elements.flatMap((each, position) => (each.isChanged ? [position] : []));
        expect(Buffer.from(applyPagePatch(before, patchOf(after, changed)))).toEqual(Buffer.from(after));
      }),
      { seed: 6 },
    );
  });

  it("of a small number takes few bytes", () => {
    const after = pageOf([new Uint8Array(8), Uint8Array.of(5, 1, 0, 0, 0, 0, 0, 0), new Uint8Array(8)]);
    expect(patchOf(after, [1, 2])).toEqual(Uint8Array.of(1, 2, 5, 1, 2, 0));
  });

  const before = pageOf([new Uint8Array(8).fill(1), new Uint8Array(8).fill(2)]);
  const REFUSED: [string, number[]][] = [
    ["beyond the last element", [2, 1, 1]],
    ["twice at one element", [1, 1, 1, 1, 1, 2]],
    ["backwards", [1, 1, 1, 0, 1, 1]],
    ["of more bytes than an element has", [0, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
    ["with zeros at the end of an element", [0, 2, 1, 0]],
    ["that ends in the middle", [0, 4, 1, 1]],
    ["that ends behind a position", [0]],
  ];
  it.each(REFUSED)("is refused %s", (_, bytes) => {
    expect(() => applyPagePatch(before, Uint8Array.from(bytes))).toThrow(RangeError);
  });

  it("is refused on bytes that are no page of equal elements", () => {
    expect(() => applyPagePatch(Uint8Array.of(2, 1, 1, 1), new Uint8Array(0))).toThrow(RangeError);
    expect(() => applyPagePatch(new Uint8Array(0), Uint8Array.of(0, 0))).toThrow(RangeError);
  });
});
