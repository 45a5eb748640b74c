import fc from "fast-check";
import { expect, test } from "vitest";
import { createMemoryStore, type MemoryStore } from "../memory-store.ts";
import type { LedgerStore } from "../ledger-store.ts";
import { StateScan } from "./state-scan.ts";

/** The store with and without a way to go on inside a part. */
function forms(store: MemoryStore): LedgerStore[] {
  const { get, scan } = store;
  const scanFrom = function* (prefix: Uint8Array, from: Uint8Array) {
    for (const entry of scan(prefix)) if (Buffer.compare(entry.key, from) >= 0) yield entry;
  };
  return [
    { get, scan },
    { get, scan, scanFrom },
  ];
}

// Few kinds and bytes, so that parts hold several entries and blocks change what is visited, what is next and what comes later.
const key = fc
  .tuple(fc.constantFrom(1, 2, 3, 4, 6), fc.constantFrom(0, 1, 255), fc.nat(3), fc.nat(3))
  .map((bytes) => Uint8Array.from(bytes));
const write = fc.record({ key, value: fc.option(fc.uint8Array({ minLength: 1, maxLength: 5 }), { nil: undefined }) });
const block = fc.array(write, { maxLength: 20 });

test("a scan in pieces passes over the state as it was when it began, whatever blocks change meanwhile", () => {
  fc.assert(
    fc.property(block, fc.array(block, { maxLength: 12 }), fc.nat(20), (initial, blocks, pieceBytes) => {
      for (const form of [0, 1]) {
        for (const parts of [1, 256] as const) {
          const store = createMemoryStore();
          store.apply(initial);
          const expected = [1, 2, 4, 6].flatMap((kind) => [...store.scan(Uint8Array.of(kind))].map(text));
          const scan = new StateScan(forms(store)[form] ?? store, parts);
          const visited: string[] = [];
          let goesOn = true;
          for (const writes of blocks) {
            if (goesOn) goesOn = scan.next(pieceBytes, (entryKey, value) => visited.push(text({ key: entryKey, value })));
            // One that is executed and not committed changes nothing.
            scan.keep(blocks[0] ?? []);
            scan.keep(writes);
            store.apply(writes);
          }
          while (goesOn) goesOn = scan.next(pieceBytes + 1, (entryKey, value) => visited.push(text({ key: entryKey, value })));
          expect(visited.sort()).toEqual(expected.sort());
        }
      }
    }),
    { numRuns: 300 },
  );
});

function text({ key: entryKey, value }: { key: Uint8Array; value: Uint8Array }): string {
  return `${Buffer.from(entryKey).toString("hex")}=${Buffer.from(value).toString("hex")}`;
}
