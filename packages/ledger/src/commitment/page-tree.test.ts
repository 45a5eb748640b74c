import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blake2b } from "../hash.ts";
import { createMemoryStore, type MemoryStore } from "../memory-store.ts";
import { rebuildRoot } from "./rebuild-root.ts";
import { RootBuilder } from "./root-builder.ts";
import { openStateCommitment } from "./state-commitment.ts";

const NONE = "00".repeat(32);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const hash = (preimage: string): string => hex(blake2b(Buffer.from(preimage, "hex")));
const u64 = (number: number): string => number.toString(16).padStart(16, "0");

/** Key of page `number` of a collection of the test. */
function pageKey(collection: number, number: number): Buffer {
  const key = Buffer.alloc(57, collection);
  key[0] = 0x06;
  key.writeBigUInt64BE(BigInt(number), 49);
  return key;
}

type Pages = ReadonlyMap<number, string>;

/** The root over one collection of pages, written as plainly as possible from the format's description, sharing nothing with the code. */
function plainRoot(collection: number, pages: Pages): string {
  const last = Math.max(-1, ...pages.keys());
  if (last < 0) return hash(`e4${NONE}${NONE}`);
  const id = hex(pageKey(collection, 0)).slice(0, 98);
  let levels = 0;
  while (32 ** levels <= last) levels += 1;
  const subtree = (level: number, number: number): string => {
    if (level === 0) {
      const page = pages.get(number);
      return page === undefined ? NONE : hash(`e8${id}${u64(number)}${Buffer.from(page).toString("hex")}`);
    }
    const numbers = [...pages.keys()].filter((page) => Math.floor(page / 32 ** level) === number);
    if (numbers.length === 0) return NONE;
    const wanted = new Set(numbers.map((page) => Math.floor(page / 32 ** (level - 1))));
    const ways = Array.from({ length: 32 }, (_, way) => (wanted.has(number * 32 + way) ? subtree(level - 1, number * 32 + way) : NONE));
    return hash(`e9${id}${level.toString(16).padStart(2, "0")}${u64(number)}${ways.join("")}`);
  };
  const record = hash(`ea${id}${levels.toString(16).padStart(2, "0")}${u64(pages.size)}${subtree(levels, 0)}`);
  return hash(`e4${NONE}${hash(`e600${hash(id)}${record}`)}`);
}

type Change = readonly [number, string | undefined];

function applyChanges(store: MemoryStore, collection: number, batches: readonly (readonly Change[])[]): string {
  const pages = new Map<number, string>();
  let commitment = openStateCommitment(store, 20_000);
  for (const [number, batch] of batches.entries()) {
    const last = new Map(batch);
    for (const [page, value] of last) {
      if (value === undefined) pages.delete(page);
      else pages.set(page, value);
    }
    const ordered = [...last].sort(([left], [right]) => left - right);
    const writes = ordered.map(([page, value]) => ({
      key: pageKey(collection, page),
      value: value === undefined ? undefined : Buffer.from(value),
    }));
    const update = commitment.update(writes);
    store.apply(update.nodeWrites);
    update.commit();
    expect(hex(update.root)).toBe(plainRoot(collection, pages));
    if (number % 3 === 2) commitment = openStateCommitment(store, 20_000);
    expect(hex(commitment.root)).toBe(hex(update.root));
  }
  const fresh = createMemoryStore();
  const builder = new RootBuilder((key, node) => fresh.apply([{ key, value: node }]));
  for (const [page, value] of [...pages].sort(([left], [right]) => left - right))
    builder.add(pageKey(collection, page), Buffer.from(value));
  expect(hex(builder.finish())).toBe(hex(commitment.root));
  // Nothing of the past is left: the same pages make the same nodes.
  expect(contentOf(store)).toEqual(contentOf(fresh));
  return hex(commitment.root);
}

function contentOf(store: MemoryStore): string[] {
  return Array.from(store.scan(Buffer.alloc(0)), ({ key, value }) => `${hex(key)} ${hex(value)}`);
}

const pageNumber = fc.oneof(fc.nat(3), fc.nat(40), fc.nat(1_100), fc.nat(40_000));
const change = fc.tuple(
  pageNumber,
  fc.oneof({ arbitrary: fc.string({ maxLength: 5 }), weight: 3 }, { arbitrary: fc.constant(undefined), weight: 2 }),
);

describe("the root over pages depends on the pages alone, never on their history", () => {
  test("random changes over four levels, with gaps", () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 20 }), { maxLength: 12 }), (batches) => {
        applyChanges(createMemoryStore(), 7, batches);
      }),
      { numRuns: 60 },
    );
  });

  test("a collection that grows page by page past 32 and 1,024, then shrinks to nothing", () => {
    const grow = Array.from({ length: 1_100 }, (_, page): Change => [page, `page ${page}`]);
    const batches = [0, 1, 2, 31, 32, 33, 34, 1_023, 1_024, 1_025].map((end, index, ends) => grow.slice(ends[index - 1] ?? 0, end));
    const shrink = [1_024, 1_023, 500, 33, 32, 31, 2, 1, 0].map((left, index, all): Change[] =>
      grow.slice(left, all[index - 1] ?? 1_025).map(([page]) => [page, undefined]),
    );
    expect(applyChanges(createMemoryStore(), 1, [...batches, ...shrink])).toBe(hash(`e4${NONE}${NONE}`));
  });

  test("the largest page number that a number holds exactly", () => {
    applyChanges(createMemoryStore(), 2, [[[Number.MAX_SAFE_INTEGER, "far"]], [[0, "near"]], [[Number.MAX_SAFE_INTEGER, undefined]]]);
  });
});

describe("an update of pages", () => {
  const writesOf = (collections: number, pages: number, value = "v") =>
    Array.from({ length: collections * pages }, (_, index) => ({
      key: pageKey(1 + Math.floor(index / pages), index % pages),
      value: Buffer.from(`${value}${index}`),
    }));

  test("takes many collections and keyed entries together", () => {
    const keyed = Array.from({ length: 50 }, (_, index) => ({ key: Buffer.from([1, index]), value: Buffer.from([index]) }));
    const sorted = [...keyed, ...writesOf(40, 5)].sort((left, right) => left.key.compare(right.key));
    const { root } = openStateCommitment(createMemoryStore()).update(sorted);
    expect(hex(rebuildRoot(sorted))).toBe(hex(root));
    expect(hex(rebuildRoot(sorted.slice(1)))).not.toBe(hex(root));
  });

  test("tells collections, page numbers and contents apart", () => {
    const rootOf = (key: Buffer, value: string) => hex(rebuildRoot([{ key, value: Buffer.from(value) }]));
    const roots = [
      rootOf(pageKey(1, 0), "a"),
      rootOf(pageKey(2, 0), "a"),
      rootOf(pageKey(1, 1), "a"),
      rootOf(pageKey(1, 32), "a"),
      rootOf(pageKey(1, 0), "b"),
      rootOf(pageKey(1, 0), ""),
      rootOf(Buffer.from([1]), "a"),
    ];
    expect(new Set(roots).size).toBe(roots.length);
  });

  test("refuses a stored node or record that was changed or lost", () => {
    const store = createMemoryStore();
    const writes = writesOf(20, 40);
    store.apply(openStateCommitment(store).update(writes).nodeWrites);
    const again = writesOf(20, 40, "w");
    for (const { key, value } of store.scan(Buffer.alloc(0))) {
      if (key.length === 2) continue;
      const damaged = Buffer.from(value);
      damaged[damaged.length - 1] = (damaged[damaged.length - 1] ?? 0) ^ 1;
      store.apply([{ key, value: damaged }]);
      expect(() => openStateCommitment(store).update(again)).toThrow("is damaged");
      store.apply([{ key, value: undefined }]);
      expect(() => openStateCommitment(store).update(again)).toThrow("is missing");
      store.apply([{ key, value }]);
    }
  });

  test("refuses a key that only begins like a page's", () => {
    expect(() => openStateCommitment(createMemoryStore()).update([{ key: Buffer.alloc(50, 6), value: Buffer.from("v") }])).toThrow(
      "57 bytes",
    );
  });

  test("refuses pages that are not sorted by key", () => {
    const [first, second] = writesOf(2, 1);
    const [one, two] = writesOf(1, 2);
    if (first === undefined || second === undefined || one === undefined || two === undefined) throw new Error("pages");
    const keyed = { key: Buffer.from([1]), value: Buffer.from("v") };
    for (const writes of [
      [second, first],
      [one, keyed, two],
      [first, second, first],
      [two, one],
      [one, one],
    ]) {
      expect(() => openStateCommitment(createMemoryStore()).update(writes)).toThrow("sorted by key");
    }
  });

  test("a builder refuses pages out of order", () => {
    const builder = new RootBuilder();
    builder.add(pageKey(1, 3), Buffer.from("c"));
    expect(() => builder.add(pageKey(1, 3), Buffer.from("c"))).toThrow("ascending");
    expect(() => builder.add(pageKey(1, 2), Buffer.from("b"))).toThrow("ascending");
  });
});

test("the format of pages is fixed: roots of known collections", () => {
  const rootOf = (pages: number) =>
    hex(rebuildRoot(Array.from({ length: pages }, (_, page) => ({ key: pageKey(9, page), value: Buffer.from(`page ${page}`) }))));
  expect([1, 2, 32, 33, 1_025].map(rootOf)).toEqual([
    "251bb19d1edb0e294da33b84c3157cb880d924ac4212c4da7eef338af527eef5",
    "734c162abfa0dfc4f4b7cf4d462b34d99fb47abbfde57a91d3481b44bd26f446",
    "0e56238a7cd64fcf206fd2cd8ba49d7da6c650b014125aa3e3a67438212de28a",
    "38ad47cfe38343ca136c73a6715f0aedfee8f36b0f7e354427d727704d45293c",
    "8c8c48b99390d06db3abe627a21564b06d8137366418cddc8e72db8cce12538d",
  ]);
});
