import { randomBytes } from "node:crypto";
import { blake2b256 } from "@sycee/protocol/core";
import { describe, expect, test } from "vitest";
import { hashRange } from "./hash-range.ts";

/** Views that begin inside larger buffers, as pooled ones do. */
const source = randomBytes(3_000).subarray(7, 2_600);
const target = Buffer.alloc(200, 0xee).subarray(11, 150);

describe("a hash of a range", () => {
  test.each([
    [0, 0, 0],
    [0, 1, 1],
    [5, 5, 107],
    [13, 141, 64],
    [0, source.length, 0],
    [source.length, source.length, 3],
    [100, 2_500, 107],
  ])("of bytes %i to %i is put at %i and nowhere else", (from, to, at) => {
    target.fill(0xee);
    hashRange(source, from, to, target, at);
    const hash = blake2b256(source.subarray(from, to));
    expect(target).toEqual(Buffer.concat([Buffer.alloc(at, 0xee), hash, Buffer.alloc(target.length - at - 32, 0xee)]));
  });

  test("of no bytes is taken from a buffer without any", () => {
    hashRange(new Uint8Array(0), 0, 0, target, 0);
    expect(target.subarray(0, 32)).toEqual(Buffer.from(blake2b256(new Uint8Array(0))));
  });

  test.each([
    [-1, 4, 0],
    [5, 4, 0],
    [0, source.length + 1, 0],
    [0, 2 ** 32, 0],
    [2 ** 32, 2 ** 32 + 4, 0],
    [Number.NaN, 4, 0],
    [0, Number.NaN, 0],
    [0, 4, -1],
    [0, 4, target.length - 31],
    [0, 4, 2 ** 32],
    [0, 4, Number.NaN],
  ])("of bytes %i to %i to %i is refused before any memory is touched", (from, to, at) => {
    target.fill(0xee);
    expect(() => hashRange(source, from, to, target, at)).toThrow(RangeError);
    expect(target.every((byte) => byte === 0xee)).toBe(true);
  });
});
