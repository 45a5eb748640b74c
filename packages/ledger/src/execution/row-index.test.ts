import fc from "fast-check";
import { expect, test } from "vitest";
import { MOVED_SLOTS, RowIndex } from "./row-index.ts";

/** An index of numbers, each in a row of its own. */
function numbers() {
  const rows: number[] = [];
  const index = new RowIndex<readonly number[]>((row, wanted, at) => rows[row] === wanted[at]);
  return {
    index,
    add(hash: number, number: number): void {
      index.add(hash, rows.length);
      rows.push(number);
    },
    find: (hash: number, number: number): number | undefined => index.find(hash, [number], 0),
    clear(): void {
      index.clear();
      rows.length = 0;
    },
  };
}

test("finds what it was given and nothing else, at any size, also where hashes are alike, and forgets all when told", () => {
  const step = fc.record({ count: fc.nat(700), modulus: fc.constantFrom(1, 13, 997, 2 ** 32), clear: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 5 }), (steps) => {
      const table = numbers();
      const known: { hash: number; number: number }[] = [];
      let next = 0;
      for (const { count, modulus, clear } of steps) {
        if (clear) {
          table.clear();
          known.length = 0;
        }
        // Thousands of equal hashes are a list to be walked, which is the caller's to prevent.
        for (let added = 0; added < (modulus === 1 ? count % 100 : count); added++, next++) {
          const hash = (Math.imul(next, 0x9e37_79b1) >>> 0) % modulus;
          expect(table.find(hash, next)).toBeUndefined();
          table.add(hash, next);
          known.push({ hash, number: next });
        }
        for (const [row, { hash, number }] of known.entries()) expect(table.find(hash, number)).toBe(row);
        for (const { hash, number } of known) expect(table.find(hash, -1 - number)).toBeUndefined();
      }
    }),
    { numRuns: 60 },
  );
});

test("one addition writes a bounded number of slots, however many rows there are", () => {
  const table = numbers();
  let most = 0;
  for (let row = 0; row < 1_000_000; row++) {
    const before = table.index.slotsWritten;
    table.add(Math.imul(row, 0x9e37_79b1) >>> 0, row);
    const written = table.index.slotsWritten - before;
    if (written > most) most = written;
  }
  process.stdout.write(`a million rows: ${most} slots written by one addition at most\n`);
  // The row's own slot, and those that are taken over.
  expect(most).toBeLessThanOrEqual(1 + MOVED_SLOTS);
  expect(table.index.slotsWritten).toBeGreaterThan(1_000_000);
});
