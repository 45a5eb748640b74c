import fc from "fast-check";
import { expect, test } from "vitest";
import { AddressMap } from "./address-map.ts";

// Few different bytes, so that many addresses begin or end alike.
const address = fc.uint8Array({ minLength: 32, maxLength: 32, max: 1 });

test("finds what was put there last under the very same address, wherever it lay", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(address, fc.nat(3), fc.uint8Array({ maxLength: 2 }))), fc.array(address), (puts, asked) => {
      const map = new AddressMap();
      const model = new Map<string, Uint8Array>();
      for (const [bytes, at, value] of puts) {
        map.set(Uint8Array.from([...new Array<number>(at).fill(9), ...bytes, 7]), at, value);
        model.set(bytes.join(), value);
      }
      for (const bytes of [...asked, ...puts.map(([each]) => each)]) {
        expect(map.get(bytes)).toBe(model.get(bytes.join()));
        expect(map.has(bytes)).toBe(model.has(bytes.join()));
        expect(map.get(Uint8Array.from([9, 9, ...bytes, 7]), 2)).toBe(model.get(bytes.join()));
      }
    }),
  );
});
