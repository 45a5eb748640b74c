import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { IdTable } from "./id-table.ts";

const idOf = (number: number): Buffer => createHash("sha256").update(`${number}`).digest();

test("finds every id it was given and no other, whatever its size", () => {
  const table = new IdTable();
  for (let number = 0; number < 5_000; number += 1) {
    expect(table.find(idOf(number))).toBeUndefined();
    table.add(idOf(number), number * 3, number % 7);
    expect(table.find(idOf(number))).toEqual({ height: number * 3, index: number % 7 });
  }
  for (let number = 0; number < 5_000; number += 1) expect(table.find(idOf(number))).toEqual({ height: number * 3, index: number % 7 });
  expect(table.size).toBe(5_000);
});

test("keeps the first place of an id, and compares all 16 bytes of prefix", () => {
  const table = new IdTable();
  const ids = Array.from({ length: 16 }, (_, at) => Buffer.alloc(32, 9).fill(8, at, at + 1));
  for (const [number, id] of ids.entries()) table.add(id, number, 0);
  for (const id of ids) table.add(id, 99, 99);
  for (const [number, id] of ids.entries()) expect(table.find(id)).toEqual({ height: number, index: 0 });
  expect(table.size).toBe(16);
});

test("gives its entries in byte order, also those alike in their first bytes", () => {
  const table = new IdTable();
  const ids: Buffer[] = [];
  for (let number = 0; number < 3_000; number += 1) {
    const id = idOf(number);
    if (number % 3 === 0) id.fill(number % 5 === 0 ? 0 : 0xff, 0, number % 15);
    ids.push(id);
    table.add(id, 2 ** 40 + number, number);
  }
  const written: Buffer[] = [];
  for (const piece of table.sorted()) {
    for (const entry of piece) {
      const bytes = Buffer.alloc(28);
      table.writeEntry(entry, bytes, 0);
      written.push(bytes);
    }
  }
  const expected = ids.map((id, number) => {
    const bytes = Buffer.alloc(28);
    id.copy(bytes, 0, 0, 16);
    bytes.writeUIntLE(2 ** 40 + number, 16, 6);
    bytes.writeUInt32LE(number, 24);
    return bytes;
  });
  expected.sort((left, right) => left.compare(right));
  expect(Buffer.concat(written).equals(Buffer.concat(expected))).toBe(true);
});

test("takes the ids of another, and after it has forgotten all is as a new one", () => {
  const all = new IdTable();
  const few = new IdTable();
  let added = 0;
  for (const size of [3, 700, 1, 0, 2_000, 5]) {
    for (let place = 0; place < size; place += 1) few.add(idOf(added + place), added, place);
    // One that is there keeps its first place.
    if (added > 0 && size > 0) few.add(idOf(0), 99, 99);
    all.addAll(few);
    added += size;
    few.clear();
    expect(few.size).toBe(0);
    expect([...few.sorted()].flatMap((piece) => [...piece])).toEqual([]);
    for (let number = 0; number < added; number += 1) expect(few.find(idOf(number))).toBeUndefined();
  }
  expect(all.size).toBe(added);
  expect(all.find(idOf(0))).toEqual({ height: 0, index: 0 });
  expect(all.find(idOf(2))).toEqual({ height: 0, index: 2 });
  expect(all.find(idOf(3))).toEqual({ height: 3, index: 0 });
  expect(all.find(idOf(703))).toEqual({ height: 703, index: 0 });
  expect(all.find(idOf(added - 1))).toEqual({ height: added - 5, index: 4 });
});
