import { describe, expect, it } from "vitest";
import { createVirtualMachine } from "../runtime/create-virtual-machine.ts";
import { markOf } from "./state-slot.ts";
import type { VirtualMachine } from "../runtime/virtual-machine.ts";
import {
  A,
  B,
  MemoryStore,
  OWN,
  address,
  begin,
  call,
  coinAt,
  coinType,
  modules,
  program,
  result,
  signer,
  u64,
  vm,
} from "../../test-data/program-fixture.ts";

describe("blocks", () => {
  const minted = (value: number, index = 0) => [call("mint", u64(value)), call("keep", signer(index), result(0))];

  it("programs see those before them, and committed state stays as it was until the block is committed", () => {
    const store = new MemoryStore();
    const session = begin(store);
    session.execute(program(minted(5)));
    expect(session.execute(program([call("spend", address(A), u64(6))])).outcome).toMatchObject({ code: "arithmetic_error" });
    expect(session.execute(program([call("spend", address(A), u64(2))])).outcome).toEqual({ kind: "executed" });
    expect(session.execute(program([call("expect_value", address(A), u64(3))])).outcome).toEqual({ kind: "executed" });
    const discarded = vm.beginBlock(store, 1n, 1_000n);
    expect(coinAt(discarded, A)).toBeUndefined();
    expect(() => session.commit()).toThrow("the block session is over");
  });

  it("the write set is sorted, has the last values, and leaves out what did not change in the end", () => {
    const store = new MemoryStore();
    const first = begin(store);
    for (const calls of [minted(5, 1), minted(6, 0)]) first.execute(program(calls));
    const writes = first.writeSet();
    expect(writes.map(({ key }) => Buffer.from(key).toString("hex"))).toEqual(
      [A, B].map((at) => Buffer.from(vm.resourceKey(vm.resolveType(coinType) ?? expect.fail(), at)).toString("hex")),
    );
    expect(writes.map(({ value }) => value)).toEqual([Uint8Array.of(6, 0, 0, 0, 0, 0, 0, 0), Uint8Array.of(5, 0, 0, 0, 0, 0, 0, 0)]);
    store.apply(writes);
    first.commit();

    const second = vm.beginBlock(store, 2n, 2_000n);
    second.execute(program([call("spend", address(A), u64(1))]));
    second.execute(program([call("add", address(A), u64(1))]));
    second.execute(program([call("give_back", signer(1)), call("burn", result(0))]));
    second.execute(program([call("open_purse", signer(0)), call("mint", u64(1)), call("fill", address(A), u64(7), result(1))]));
    second.execute(program([call("empty_one", address(A), u64(7)), call("burn", result(0))]));
    const changes = second.writeSet();
    expect(changes.map(({ key, value }) => [vm.describeKey(store, key)?.type.key, value?.length])).toEqual([
      ["0x7::coin::Purse", 48],
      ["0x7::coin::Coin", undefined],
    ]);
    expect(changes.map(({ key }) => key)).toEqual(changes.map(({ key }) => key).toSorted(Buffer.compare));
  });

  it("gives the same results and gas over decoded objects and over bytes", () => {
    const blocks = (machine: () => VirtualMachine) => {
      const store = new MemoryStore();
      const outcomes: unknown[] = [];
      let transactions = 0;
      const contents = [
        [minted(50, 0), [call("open_purse", signer(1))], [call("tick", signer(0))]],
        [
          [call("mint", u64(2)), call("fill", address(B), u64(2 ** 40), result(0))],
          [call("spend", address(A), u64(60))],
          [call("tick", signer(0))],
        ],
        [
          [call("empty_one", address(B), u64(2 ** 40)), call("burn", result(0))],
          [call("tick", signer(0))],
          [call("add", address(A), u64(1))],
        ],
      ];
      for (const [index, programs] of contents.entries()) {
        const session = machine().beginBlock(store, BigInt(index + 1), BigInt(index + 1) * 1_000n);
        for (const calls of programs) {
          const { outcome, gasUsed } = session.execute(program(calls, { transactionId: new Uint8Array(32).fill(++transactions) }));
          outcomes.push(outcome, gasUsed);
        }
        const writes = session.writeSet();
        outcomes.push(writes.map(({ key, value }) => [Buffer.from(key).toString("hex"), value && Buffer.from(value).toString("hex")]));
        store.apply(writes);
        session.commit();
      }
      return { outcomes, state: [...store.entries].sort(([left], [right]) => (left < right ? -1 : 1)) };
    };
    const one = createVirtualMachine({ modules });
    const tiny = createVirtualMachine({ modules, objectCacheSize: 0 });
    const expected = blocks(() => one);
    expect(blocks(() => tiny)).toEqual(expected);
    expect(blocks(() => createVirtualMachine({ modules }))).toEqual(expected);
  });

  it("begins from the store again when its state did not come from here", () => {
    const store = new MemoryStore();
    const first = begin(store);
    first.execute(program(minted(5)));
    const writes = first.writeSet();
    first.commit();
    // Block 2 was applied by somebody else.
    store.apply(writes.map(({ key }) => ({ key, value: Uint8Array.of(9, 0, 0, 0, 0, 0, 0, 0) })));
    expect(coinAt(vm.beginBlock(store, 3n, 3_000n), A)).toEqual({ f0: 9 });
    expect(coinAt(vm.beginBlock(new MemoryStore(), 3n, 3_000n), A)).toBeUndefined();
  });

  it("a value whose mark is that of the value before is told from it, and one changed back in a later block is left out", () => {
    const store = new MemoryStore();
    const valuesOf = (height: bigint, ...steps: ReturnType<typeof call>[]) => {
      const session = vm.beginBlock(store, height, height);
      for (const step of steps) expect(session.execute(program([step])).outcome).toEqual({ kind: "executed" });
      const writes = session.writeSet();
      store.apply(writes);
      session.commit();
      return writes.map(({ value }) => value);
    };
    const first = begin(store);
    first.execute(program(minted(2)));
    store.apply(first.writeSet());
    first.commit();
    const [before, after] = [Uint8Array.of(2, 0, 0, 0, 0, 0, 0, 0), Uint8Array.of(0, 1, 0, 0, 0, 0, 0, 0)];
    expect(markOf(before, 8)).toBe(markOf(after, 8));
    expect(valuesOf(2n, call("add", address(A), u64(254)))).toEqual([after]);
    expect(valuesOf(3n, call("spend", address(A), u64(254)), call("add", address(A), u64(254)))).toEqual([]);
    expect(valuesOf(4n, call("spend", address(A), u64(254)))).toEqual([before]);
    expect(valuesOf(5n, call("spend", address(A), u64(2)), call("add", address(A), u64(2)))).toEqual([]);
  });

  it("keys of generic types are explained by the store, once", () => {
    const store = new MemoryStore();
    const session = begin(store);
    session.execute(program([call("mint", u64(1)), call("wrap", signer(0), result(0))]));
    const writes = session.writeSet();
    expect(writes.map(({ key }) => key[0])).toEqual([1, 3]);
    expect(new TextDecoder().decode(writes[1]?.value)).toBe("0x7::coin::Wrapped<0x7::coin::Coin>");
    const key = writes[0]?.key ?? expect.fail();
    const stranger = createVirtualMachine({ modules });
    expect(stranger.describeKey(store, key)).toBeUndefined();
    store.apply(writes);
    session.commit();
    expect(stranger.describeKey(store, key)).toMatchObject({
      kind: "resource",
      address: A,
      type: { key: "0x7::coin::Wrapped<0x7::coin::Coin>" },
    });
    expect(stranger.describeKey(store, writes[1]?.key ?? expect.fail())).toBeUndefined();
    const next = vm.beginBlock(store, 2n, 2_000n);
    next.execute(program([call("mint", u64(1)), call("wrap", signer(1), result(0))]));
    expect(next.writeSet().map((write) => write.key[0])).toEqual([1]);
  });

  it("tells natives the height and time of the block", () => {
    const session = vm.beginBlock(new MemoryStore(), 7n, 1_000n);
    for (let run = 0; run < 2; run++) session.execute(program([call("tick", signer(0))]));
    const counter = vm.resolveType({ kind: "struct", address: OWN, module: "coin", name: "Counter", typeArguments: [] }) ?? expect.fail();
    expect(session.readResource(counter, A)).toEqual({ f0: 2, f1: [1_007, 1_007] });
  });
});
