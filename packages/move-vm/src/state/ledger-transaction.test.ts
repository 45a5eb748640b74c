import { FIRST_GAS_SCHEDULE } from "../gas/gas-schedule.ts";
import { BcsWriter } from "@sycee/bcs";
import { describe, expect, it } from "vitest";
import { ModuleStage } from "../publishing/module-stage.ts";
import type { ExecutionContext } from "../runtime/execution-context.ts";
import type { MoveValue, PrimitiveReference, RuntimeType } from "../runtime/runtime-type.ts";
import { TypeRegistry } from "../runtime/type-registry.ts";
import { operationsOf } from "../values/operations-of.ts";
import { LedgerTransaction } from "./ledger-transaction.ts";
import { ObjectCache } from "./object-cache.ts";
import { MAX_EVENTS, MAX_STORED_BYTES, STATE_GAS } from "./state-gas.ts";
import { resourceKey, tableEntryKey } from "./state-key.ts";

const registry = new TypeRegistry();
const u64 = registry.primitive("u64");
const bytes = registry.vectorOf(registry.primitive("u8"));
const A = `0x${"a".repeat(64)}`;
const B = `0x${"b".repeat(64)}`;
const ABUNDANT = 1_000_000_000;

/** A store of real bytes that counts its reads. */
class CountingStore {
  readonly entries = new Map<string, Uint8Array>();
  reads = 0;

  get(key: Uint8Array): Uint8Array | undefined {
    this.reads++;
    return this.entries.get(Buffer.from(key).toString("hex"));
  }

  put(key: Uint8Array, type: RuntimeType, value: MoveValue): void {
    const writer = new BcsWriter();
    operationsOf(type).write(writer, value);
    this.entries.set(Buffer.from(key).toString("hex"), writer.toBytes());
  }
}

function begin(gas = ABUNDANT, store = new CountingStore(), cache = new ObjectCache(100)) {
  const context: ExecutionContext = { gas, depth: 0, slots: 0, memory: 0, transaction: undefined, schedule: FIRST_GAS_SCHEDULE };
  let transactions = 0;
  const block = { context, cache, store, block: 1, height: 5n, timeMs: 1_000n, modules: new ModuleStage(new Map()) };
  return { context, store, cache, transaction: () => new LedgerTransaction(block, ++transactions, new Uint8Array(32).fill(transactions)) };
}

const coded = (code: string) => expect.objectContaining({ name: "ExecutionError", code });

describe("a transaction's storage", () => {
  it("reads its own writes and forgets them with the transaction", () => {
    const { transaction } = begin();
    const first = transaction();
    expect(first.exists(bytes, A)).toBe(false);
    first.publish(bytes, A, [1]);
    (first.borrowMut(bytes, A) as number[]).push(2);
    expect(first.borrow(bytes, A)).toEqual([1, 2]);
    expect(first.take(bytes, A)).toEqual([1, 2]);
    expect(first.exists(bytes, A)).toBe(false);
    first.publish(bytes, A, [3]);
    expect(first.changed.map((slot) => slot.owner)).toEqual([A]);
    expect(transaction().exists(bytes, A)).toBe(false);
  });

  it("hands out the shared object to read and a copy to change", () => {
    const { store, transaction } = begin();
    store.put(resourceKey(bytes, A), bytes, [1, 2, 3]);
    const first = transaction();
    const shared = first.borrow(bytes, A);
    const owned = first.borrowMut(bytes, A);
    expect(owned).not.toBe(shared);
    (owned as number[])[0] = 9;
    expect(shared).toEqual([1, 2, 3]);
    expect(first.borrow(bytes, A)).toBe(owned);
    expect(first.borrowMut(bytes, A)).toBe(owned);
    const second = transaction();
    expect(second.borrow(bytes, A)).toBe(shared);
    expect(second.changed).toEqual([]);
  });

  it("copies what it takes out of the layers below", () => {
    const { store, transaction } = begin();
    store.put(resourceKey(bytes, A), bytes, [1]);
    const taken = transaction().take(bytes, A) as number[];
    taken.push(2);
    expect(transaction().borrow(bytes, A)).toEqual([1]);
  });

  it("refuses what is there already and what is not there", () => {
    const { transaction } = begin();
    const state = transaction();
    state.publish(bytes, A, [1]);
    state.tableAdd(A, u64, 7, bytes, [1]);
    expect(() => state.publish(bytes, A, [1])).toThrow(coded("resource_exists"));
    expect(() => state.tableAdd(A, u64, 7, bytes, [1])).toThrow(coded("resource_exists"));
    for (const missing of [
      () => state.borrow(bytes, B),
      () => state.borrowMut(bytes, B),
      () => state.take(bytes, B),
      () => state.borrow(u64, A),
      () => state.tableBorrow(A, u64, 8, bytes),
      () => state.tableBorrowMut(B, u64, 7, bytes),
      () => state.tableRemove(A, u64, 2n ** 60n, bytes),
    ]) {
      expect(missing).toThrow(coded("missing_resource"));
    }
  });

  it("gives references to stored primitives that write through, and only in the transaction", () => {
    const { store, transaction } = begin();
    store.put(tableEntryKey(A, u64, bytes, [1]), u64, 10);
    const first = transaction();
    expect((first.tableBorrow(A, bytes, [1], u64) as PrimitiveReference).get()).toBe(10);
    const reference = first.tableBorrowMut(A, bytes, [1], u64) as PrimitiveReference;
    reference.set(11);
    expect(reference.get()).toBe(11);
    expect((first.tableBorrow(A, bytes, [1], u64) as PrimitiveReference).get()).toBe(11);
    expect((transaction().tableBorrow(A, bytes, [1], u64) as PrimitiveReference).get()).toBe(10);
  });

  it("tells keys of a table apart by value, whatever their type", () => {
    const { transaction } = begin();
    const state = transaction();
    const keys: [RuntimeType, MoveValue, MoveValue][] = [
      [u64, 1, 2n ** 63n],
      [registry.primitive("bool"), false, true],
      [registry.primitive("u128"), 5n, 6n],
      [registry.primitive("address"), A, B],
      [bytes, [1, 0], [1]],
      [registry.vectorOf(bytes), [[1], []], [[], [1]]],
    ];
    for (const [type, one, other] of keys) {
      const handle = state.newHandle();
      state.tableAdd(handle, type, one, u64, 1);
      state.tableAdd(handle, type, other, u64, 2);
      expect(state.tableRemove(handle, type, operationsOf(type).copy(one), u64)).toBe(1);
      expect(state.tableContains(handle, type, one, u64)).toBe(false);
      expect(state.tableContains(handle, type, other, u64)).toBe(true);
    }
  });

  it("makes handles that no other transaction and no other call makes", () => {
    const { transaction } = begin();
    const [first, second] = [transaction(), transaction()];
    const handles = [first.newHandle(), first.newHandle(), second.newHandle()];
    expect(new Set(handles).size).toBe(3);
    for (const handle of handles) expect(handle).toMatch(/^0x[0-9a-f]{64}$/);
  });
});

describe("gas of storage", () => {
  const touched = (size: number) => STATE_GAS.firstTouch + STATE_GAS.touchedByte * size;

  it("charges the first touch by encoded size, whether the entry was decoded before or not", () => {
    const { store, context, transaction } = begin();
    store.put(resourceKey(bytes, A), bytes, Array(99).fill(1));
    for (let run = 0; run < 2; run++) {
      context.gas = ABUNDANT;
      const state = transaction();
      state.borrow(bytes, A);
      expect(ABUNDANT - context.gas).toBe(touched(100));
      state.exists(bytes, A);
      expect(ABUNDANT - context.gas).toBe(touched(100) + STATE_GAS.operation);
      state.borrowMut(bytes, A);
      expect(ABUNDANT - context.gas).toBe(touched(100) + 2 * STATE_GAS.operation + STATE_GAS.copiedByte * 100);
      state.settle();
      expect(ABUNDANT - context.gas).toBe(touched(100) + 2 * STATE_GAS.operation + (STATE_GAS.copiedByte + STATE_GAS.writtenByte) * 100);
    }
    expect(store.reads).toBe(1);
  });

  it("stops at the limit", () => {
    const { transaction } = begin(touched(0) - 1);
    expect(() => transaction().exists(bytes, A)).toThrow(coded("out_of_gas"));
  });

  it("bounds stored values, keys, events and their number", () => {
    const { transaction } = begin();
    const huge = Array(MAX_STORED_BYTES).fill(0);
    const state = transaction();
    state.publish(bytes, A, huge);
    expect(() => state.settle()).toThrow(coded("limit_exceeded"));
    expect(() => state.emit(bytes, huge)).toThrow(coded("limit_exceeded"));
    expect(() => state.tableContains(A, bytes, huge, u64)).toThrow(coded("limit_exceeded"));
    for (let index = 0; index < MAX_EVENTS; index++) state.emit(u64, index);
    expect(() => state.emit(u64, 0)).toThrow(coded("limit_exceeded"));
  });
});

describe("the cache of decoded entries", () => {
  it("reads the store once for an entry, absent ones included", () => {
    const { store, transaction } = begin();
    for (let run = 0; run < 3; run++) transaction().exists(bytes, A);
    expect(store.reads).toBe(1);
  });

  it("shrinks to its capacity, what was used last stays", () => {
    const cache = new ObjectCache(2);
    const { store, transaction } = begin(ABUNDANT, new CountingStore(), cache);
    const addresses = ["1", "2", "3", "4"].map((digit) => `0x${digit.repeat(64)}`);
    for (const address of addresses) transaction().exists(bytes, address);
    transaction().tableContains(A, u64, 1, bytes);
    expect(cache.size).toBe(5);
    cache.shrink();
    expect(cache.size).toBe(2);
    transaction().exists(bytes, addresses[3] ?? "");
    transaction().exists(bytes, B);
    cache.shrink();
    expect(cache.size).toBe(2);
    const before = store.reads;
    transaction().exists(bytes, B);
    expect(store.reads).toBe(before);
    transaction().exists(bytes, addresses[0] ?? "");
    expect(store.reads).toBe(before + 1);
  });

  it("keeps apart tables of one handle but other types, as blocks that were discarded may leave behind", () => {
    const { store, transaction } = begin();
    store.put(tableEntryKey(A, u64, u64, 1), u64, 5);
    const state = transaction();
    expect(state.tableContains(A, u64, 1, bytes)).toBe(false);
    expect(state.tableContains(A, registry.primitive("u32"), 1, u64)).toBe(false);
    expect(state.tableContains(A, u64, 1, u64)).toBe(true);
  });

  it("calls undecodable stored bytes a broken invariant", () => {
    const { store, transaction } = begin();
    store.entries.set(Buffer.from(resourceKey(u64, A)).toString("hex"), Uint8Array.of(1, 2));
    expect(() => transaction().exists(u64, A)).toThrow("stored value of u64 does not decode");
  });
});
