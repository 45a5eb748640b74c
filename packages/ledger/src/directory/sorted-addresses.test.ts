import { addressFromBytes, type Address } from "@sycee/protocol/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { SortedAddresses } from "./sorted-addresses.ts";

const addressOf = (byte: number): Address => addressFromBytes(new Uint8Array(32).fill(byte));

test("pages of random adding and removing agree with a sorted set", () => {
  const acts = fc.array(fc.record({ byte: fc.nat(40), adds: fc.boolean() }), { maxLength: 200 });
  fc.assert(
    fc.property(acts, fc.integer({ min: 1, max: 7 }), (list, limit) => {
      const listed = new SortedAddresses(1_000);
      const model = new Set<Address>();
      for (const { byte, adds } of list) {
        const address = addressOf(byte);
        expect(adds ? listed.add(address) : listed.delete(address)).toBe(adds !== model.has(address));
        if (adds) model.add(address);
        else model.delete(address);
      }
      const all: Address[] = [];
      let after: Address | undefined;
      do {
        const page = listed.page(after, limit);
        expect(page.addresses.length).toBeLessThanOrEqual(limit);
        all.push(...page.addresses);
        after = page.next;
      } while (after !== undefined);
      expect(all).toEqual([...model].sort());
      expect(listed.isComplete).toBe(true);
    }),
    { seed: 5, numRuns: 200 },
  );
});

test("a page goes on after an address that was removed meanwhile", () => {
  const listed = new SortedAddresses(10);
  for (const byte of [1, 2, 3, 4]) listed.add(addressOf(byte));
  const { next } = listed.page(undefined, 2);
  expect(next).toBe(addressOf(2));
  listed.delete(addressOf(2));
  expect(listed.page(next, 2)).toEqual({ addresses: [addressOf(3), addressOf(4)], next: undefined });
});

test("what a full list has no room for is left out, and told even after others went", () => {
  const listed = new SortedAddresses(2);
  expect([1, 2, 3].map((byte) => listed.add(addressOf(byte)))).toEqual([true, true, false]);
  expect(listed.isComplete).toBe(false);
  listed.delete(addressOf(1));
  expect([listed.isComplete, listed.size]).toEqual([false, 1]);
});
