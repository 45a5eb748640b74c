import type { StateWrite } from "@sycee/move-vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blake2b } from "../hash.ts";
import { rebuildRoot } from "./rebuild-root.ts";
import { openStateCommitment } from "./state-commitment.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const keyOf = (number: number): Buffer => Buffer.from(`\u0001 key ${number}`, "latin1");

/** The root as the format's description has it, written as plainly as possible, sharing nothing with the code. */
function plainRoot(state: ReadonlyMap<number, string>): string {
  const entries = [...state].map(([number, value]) => {
    const key = hex(blake2b(keyOf(number)));
    return { key, value: hex(blake2b(Buffer.from(`e1${key}${Buffer.from(value).toString("hex")}`, "hex"))) };
  });
  const top = subtree(
    entries.sort((left, right) => (left.key < right.key ? -1 : 1)),
    "",
  );
  return hex(blake2b(Buffer.from(`e4${top}${"00".repeat(32)}`, "hex")));
}

function subtree(entries: { key: string; value: string }[], path: string): string {
  if (entries.length === 0) return "00".repeat(32);
  const place = path.length.toString(16).padStart(2, "0") + (path.length % 2 === 0 ? path : `${path}0`);
  const parts =
    entries.length <= 16
      ? ["e2", place, ...entries.flatMap(({ key, value }) => [key, value])]
      : [
          "e3",
          place,
          entries.length.toString(16).padStart(12, "0"),
          ...Array.from({ length: 16 }, (_, nibble) => child(nibble.toString(16))),
        ];
  function child(nibble: string): string {
    return subtree(
      entries.filter(({ key }) => key[path.length] === nibble),
      path + nibble,
    );
  }
  return hex(blake2b(Buffer.from(parts.join(""), "hex")));
}

function memoryState() {
  const stored = new Map<string, Uint8Array>();
  return {
    stored,
    get: (key: Uint8Array) => stored.get(hex(key)),
    apply(writes: readonly StateWrite[]) {
      for (const { key, value } of writes) {
        if (value === undefined) stored.delete(hex(key));
        else stored.set(hex(key), value);
      }
    },
  };
}

type Change = readonly [number, string | undefined];

function writesOf(changes: readonly Change[]): StateWrite[] {
  const byKey = new Map(changes);
  return [...byKey]
    .map(([number, value]) => ({ key: keyOf(number), value: value === undefined ? undefined : Buffer.from(value) }))
    .sort((left, right) => left.key.compare(right.key));
}

const change = (keys: number) =>
  fc.tuple(fc.nat(keys), fc.oneof({ arbitrary: fc.string({ maxLength: 8 }), weight: 2 }, { arbitrary: fc.constant(undefined), weight: 1 }));

function checkHistory(batches: readonly (readonly Change[])[], cacheBytes: number): void {
  const store = memoryState();
  const state = new Map<number, string>();
  let commitment = openStateCommitment(store, cacheBytes);
  for (const [number, batch] of batches.entries()) {
    for (const [key, value] of batch) {
      if (value === undefined) state.delete(key);
      else state.set(key, value);
    }
    const update = commitment.update(writesOf(batch));
    store.apply(update.nodeWrites);
    update.commit();
    expect(hex(update.root)).toBe(plainRoot(state));
    expect(hex(commitment.root)).toBe(hex(update.root));
    if (number % 3 === 2) commitment = openStateCommitment(store, cacheBytes);
    expect(hex(commitment.root)).toBe(hex(update.root));
  }
  const entries = [...state].map(([key, value]) => ({ key: keyOf(key), value: Buffer.from(value) }));
  expect(hex(rebuildRoot(entries))).toBe(hex(commitment.root));
  // No node of the past is left: the same state made at once stores the same nodes.
  const fresh = memoryState();
  const whole = openStateCommitment(fresh).update(writesOf([...state]));
  fresh.apply(whole.nodeWrites);
  expect(store.stored).toEqual(fresh.stored);
}

describe("the root depends on the entries, never on their history", () => {
  test("random batches around the size of one bucket", () => {
    fc.assert(
      fc.property(fc.array(fc.array(change(24), { maxLength: 12 }), { maxLength: 12 }), (batches) => checkHistory(batches, 10_000)),
      { numRuns: 150 },
    );
  });

  test("random batches over three levels, with a cache too small for them", () => {
    fc.assert(
      fc.property(fc.array(fc.array(change(900), { maxLength: 400, size: "max" }), { maxLength: 6 }), (batches) =>
        checkHistory(batches, 4_000),
      ),
      { numRuns: 15 },
    );
  });

  test("growing to thousands one batch after another, then down to nothing", () => {
    const store = memoryState();
    const commitment = openStateCommitment(store);
    const state = new Map<number, string>();
    const step = (changes: readonly Change[]) => {
      for (const [key, value] of changes) {
        if (value === undefined) state.delete(key);
        else state.set(key, value);
      }
      const update = commitment.update(writesOf(changes));
      store.apply(update.nodeWrites);
      update.commit();
      expect(hex(update.root)).toBe(plainRoot(state));
    };
    for (const size of [1, 15, 1, 1, 63, 2_000, 3, 1_000])
      step(Array.from({ length: size }, (_, index) => [state.size + index, `v${index}`] as const));
    while (state.size > 0) step([...state.keys()].slice(0, Math.ceil(state.size / 3)).map((key) => [key, undefined] as const));
    expect(store.stored.size).toBe(0);
    expect(hex(commitment.root)).toBe(hex(rebuildRoot([])));
  });
});

test("a proof stays what it was when later blocks change all that is beside it", () => {
  const store = memoryState();
  const commitment = openStateCommitment(store);
  const step = (value: string) => {
    const update = commitment.update(writesOf(Array.from({ length: 300 }, (_, key) => [key, value] as const)));
    store.apply(update.nodeWrites);
    update.commit();
  };
  step("first");
  const proof = commitment.proveEntry(keyOf(7));
  const told = JSON.stringify(proof);
  step("other");
  expect(JSON.stringify(proof)).toBe(told);
  expect(JSON.stringify(commitment.proveEntry(keyOf(7)))).not.toBe(told);
});

describe("an update", () => {
  test("changes nothing before it is committed, and may be given up", () => {
    const store = memoryState();
    const commitment = openStateCommitment(store);
    const empty = hex(commitment.root);
    const given = commitment.update(writesOf([[1, "given up"]]));
    expect(hex(commitment.root)).toBe(empty);
    const kept = commitment.update(writesOf([[1, "kept"]]));
    expect(() => given.commit()).toThrow("only the latest update");
    kept.commit();
    expect(() => kept.commit()).toThrow("only the latest update");
    expect(hex(commitment.root)).toBe(plainRoot(new Map([[1, "kept"]])));
  });

  test("does not depend on the order of its writes", () => {
    const writes = writesOf(Array.from({ length: 500 }, (_, index) => [index, `v${index}`] as const));
    const forward = openStateCommitment(memoryState()).update(writes);
    const backward = openStateCommitment(memoryState()).update(writes.toReversed());
    expect(hex(forward.root)).toBe(hex(backward.root));
  });

  test("tells an empty value from an absent one, and equal values of different keys apart", () => {
    const rootAfter = (changes: readonly Change[]) => hex(openStateCommitment(memoryState()).update(writesOf(changes)).root);
    const roots = [rootAfter([]), rootAfter([[1, ""]]), rootAfter([[2, ""]]), rootAfter([[1, "a"]]), rootAfter([[2, "a"]])];
    expect(new Set(roots).size).toBe(roots.length);
    expect(rootAfter([[7, undefined]])).toBe(rootAfter([]));
  });

  test("refuses a stored node that was changed or lost", () => {
    const store = memoryState();
    const first = openStateCommitment(store).update(writesOf(Array.from({ length: 400 }, (_, index) => [index, "v"] as const)));
    store.apply(first.nodeWrites);
    for (const [key, node] of new Map(store.stored)) {
      if (key === "1000") continue;
      const damaged = Buffer.from(node);
      damaged[damaged.length - 1] = (damaged[damaged.length - 1] ?? 0) ^ 1;
      store.stored.set(key, damaged);
      const all = writesOf(Array.from({ length: 400 }, (_, index) => [index, "w"] as const));
      expect(() => openStateCommitment(store).update(all)).toThrow("is damaged");
      store.stored.delete(key);
      expect(() => openStateCommitment(store).update(all)).toThrow("is missing");
      store.stored.set(key, node);
    }
  });
});

test("the format is fixed: roots of known states", () => {
  const rootOf = (size: number) =>
    hex(
      openStateCommitment(memoryState()).update(writesOf(Array.from({ length: size }, (_, index) => [index, `value ${index}`] as const)))
        .root,
    );
  expect([0, 1, 16, 17, 1_000].map(rootOf)).toEqual([
    "4b50084efb5e57c62132c03a4ef8503d00125da7bdc0f1c016f11b00c92f7fc6",
    "433cdad87a1747376bbdbcd77ea49302925e80eaaa7b67e1765c0836cd316420",
    "8e4371b81a1e484d053202a4d79f6b21f4410993588da44b7c8475d032c9b4a0",
    "5f3f99ba6c78f91c8948f1f296476455ba2ce259a3c7b2c51bef12d98f97ad73",
    "0ff97b83644cacd99c60c28583cd6edd276eb640bbb296241cfd0aecb3bef7ae",
  ]);
});
