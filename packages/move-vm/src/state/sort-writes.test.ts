import fc from "fast-check";
import { expect, test } from "vitest";
import type { StateWrite } from "../runtime/virtual-machine.ts";
import { sortByKey } from "./sort-writes.ts";

const texts = (writes: readonly StateWrite[]) => writes.map(({ key }) => Buffer.from(key).toString("hex"));

test("writes sort by the bytes of their keys, whatever the keys share", () => {
  // Few different bytes, so that keys often share their first five, or begin with each other.
  const key = fc.array(fc.constantFrom(0, 1, 2, 5, 255), { maxLength: 8 }).map((rest) => Uint8Array.from([1 + (rest.length % 6), ...rest]));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), (keys) => {
      const writes = keys.map((each): StateWrite => ({ key: each, value: undefined }));
      expect(texts(sortByKey(writes))).toEqual(texts(writes).sort());
    }),
    { numRuns: 500 },
  );
});

test("keys under other tags sort too", () => {
  const writes = [[200, 1], [7], [16, 3], []].map((bytes): StateWrite => ({ key: Uint8Array.from(bytes), value: undefined }));
  expect(texts(sortByKey(writes))).toEqual(["", "07", "1003", "c801"]);
});
