import { crc32 } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32OfRange } from "./crc32-of-range.ts";

test("the checksum of a part of some bytes is zlib's", () => {
  const part = fc
    .uint8Array({ maxLength: 300 })
    .chain((bytes) => fc.tuple(fc.constant(bytes), fc.nat({ max: bytes.length }), fc.nat({ max: bytes.length })));
  fc.assert(
    fc.property(part, ([bytes, one, other]) => {
      const [start, end] = one < other ? [one, other] : [other, one];
      expect(crc32OfRange(bytes, start, end)).toBe(crc32(bytes.subarray(start, end)));
    }),
    { numRuns: 1_000 },
  );
});

test("every length up to four strides, and the check value of the code's catalogue", () => {
  const bytes = Buffer.from("123456789".repeat(5));
  // The check value that every catalogue of checksums gives for crc32: that of the nine digits.
  expect(crc32OfRange(bytes, 9, 18)).toBe(0xcbf4_3926);
  for (let end = 0; end <= 32; end += 1) expect(crc32OfRange(bytes, 0, end)).toBe(crc32(bytes.subarray(0, end)));
});
