import { BcsWriter } from "@sycee/bcs";
import { beforeAll, describe, expect, it } from "vitest";
import { compileTestPackage } from "../../test-data/compile-package.ts";
import { createVirtualMachine } from "../runtime/create-virtual-machine.ts";
import { ModuleStage } from "../publishing/module-stage.ts";
import type {
  BlockSession,
  Program,
  ProgramArgument,
  ProgramCall,
  ProgramResult,
  StateWrite,
  TypeName,
  VirtualMachine,
} from "../runtime/virtual-machine.ts";
import { linkerOf } from "../runtime/linker-of.ts";
import { LedgerTransaction } from "./ledger-transaction.ts";
import { ObjectCache } from "./object-cache.ts";
import { metered } from "./run-program.ts";
import { STATE_GAS } from "./state-gas.ts";

const padded = (digits: string): `0x${string}` => `0x${digits.padStart(64, "0")}`;
const [STD, OWN, A, B] = [padded("1"), padded("7"), padded("a"), padded("b")];
const GAS = 10_000_000;

/** Committed bytes, applied block by block as a ledger's store would. */
class MemoryStore {
  readonly entries = new Map<string, Uint8Array>();

  get(key: Uint8Array): Uint8Array | undefined {
    return this.entries.get(Buffer.from(key).toString("hex"));
  }

  apply(writes: readonly StateWrite[]): void {
    for (const { key, value } of writes) {
      if (value === undefined) this.entries.delete(Buffer.from(key).toString("hex"));
      else this.entries.set(Buffer.from(key).toString("hex"), value);
    }
  }
}

const bcs = (write: (writer: BcsWriter) => unknown): ProgramArgument => {
  const writer = new BcsWriter();
  write(writer);
  return { kind: "literal", bytes: writer.toBytes() };
};
const u64 = (value: number | bigint) => bcs((writer) => writer.u64(value));
const address = (text: string) => bcs((writer) => writer.fixedBytes(Buffer.from(text.slice(2), "hex")));
const text = (value: string) => bcs((writer) => writer.string(value));
const raw = (...bytes: number[]): ProgramArgument => ({ kind: "literal", bytes: Uint8Array.from(bytes) });
const signer = (index: number): ProgramArgument => ({ kind: "signer", index });
const result = (call: number, value = 0): ProgramArgument => ({ kind: "result", call, value });
const call = (name: string, ...args: ProgramArgument[]): ProgramCall => generic(name, [], ...args);
const generic = (name: string, typeArguments: TypeName[], ...args: ProgramArgument[]): ProgramCall => ({
  address: OWN,
  module: "coin",
  function: name,
  typeArguments,
  arguments: args,
});
const coinType: TypeName = { kind: "struct", address: OWN, module: "coin", name: "Coin", typeArguments: [] };

let modules: Uint8Array[];
let vm: VirtualMachine;
let transactions = 0;
beforeAll(async () => {
  modules = await compileTestPackage("programs");
  vm = createVirtualMachine({ modules });
});

const program = (calls: ProgramCall[], options: Partial<Program> = {}): Program => ({
  transactionId: new Uint8Array(32).fill(++transactions),
  signers: [A, B],
  gasLimit: GAS,
  calls,
  ...options,
});
const begin = (store = new MemoryStore(), height = 1n): BlockSession => vm.beginBlock(store, height, 1_000n);
const run = (...calls: ProgramCall[]): ProgramResult => begin().execute(program(calls));
const coinAt = (session: BlockSession, at: `0x${string}`) => session.readResource(vm.resolveType(coinType) ?? expect.fail(), at);

describe("a program that fits", () => {
  it("passes the ledger, signers, literals and results, and reports events by call", () => {
    const session = begin();
    const outcome = session.execute(
      program([call("mint", u64(5)), call("mint", u64(6)), call("join", result(0), result(1)), call("keep", signer(1), result(0))]),
    );
    expect(outcome.outcome).toEqual({ kind: "executed" });
    expect(outcome.events.map((event) => [event.call, event.type.key, event.value])).toEqual([
      [0, "0x7::coin::Minted", { f0: 5 }],
      [1, "0x7::coin::Minted", { f0: 6 }],
    ]);
    expect(coinAt(session, B)).toEqual({ f0: 11 });
    expect(coinAt(session, A)).toBeUndefined();
    expect(outcome.gasUsed).toBeGreaterThan(STATE_GAS.program + 4 * STATE_GAS.call);
  });

  it("borrows a result any number of times, and moves it once", () => {
    const borrowed = run(
      call("mint", u64(5)),
      call("split", result(0), u64(2)),
      call("compare", result(0), result(0)),
      call("value", result(1)),
      call("same", result(3), u64(2)),
      call("burn", result(0)),
      call("burn", result(1)),
    );
    expect(borrowed.outcome).toEqual({ kind: "executed" });
  });

  it("lets a call change a primitive result that it borrows", () => {
    const changed = run(
      call("pair"),
      call("increase", result(0, 0), u64(10)),
      call("same", result(0, 0), u64(13)),
      call("burn", result(0, 1)),
    );
    expect(changed.outcome).toEqual({ kind: "executed" });
  });

  it("reads literals of every type that has them", () => {
    const described = run(
      call(
        "describe",
        text("žluť"),
        text("ok"),
        bcs((writer) => writer.option(7, (inner, value) => inner.u64(value))),
        bcs((writer) =>
          writer.vector([undefined, "x"], (inner, each) => inner.option(each, (innermost, value) => innermost.string(value))),
        ),
        raw(1),
        raw(5),
        bcs((writer) => writer.u256(6n)),
        raw(2, 8, 9),
      ),
      call("read_note", result(0), u64(6)),
      call("take_note", result(0)),
    );
    expect(described.outcome).toEqual({ kind: "executed" });
  });

  it("passes signers by value too, and type arguments", () => {
    expect(run(call("by_value", signer(1), address(B))).outcome).toEqual({ kind: "executed" });
    expect(run(generic("generic", [{ kind: "vector", element: { kind: "u8" } }], raw(1, 2))).outcome).toEqual({ kind: "executed" });
  });
});

describe("a program that does not fit is refused before anything runs", () => {
  const mint = call("mint", u64(5));
  const burned = call("burn", result(0));
  const REFUSED: [string, string, ProgramCall[]][] = [
    ["a module that is not there", "unknown_function", [{ ...mint, module: "nothing" }]],
    ["a function that is not there", "unknown_function", [call("nothing")]],
    ["a private function", "unknown_function", [call("hidden")]],
    [
      "storage itself",
      "unknown_function",
      [{ address: STD, module: "ledger", function: "take", typeArguments: [coinType], arguments: [address(A)] }],
    ],
    ["a native", "unknown_function", [{ address: STD, module: "hash", function: "sha2_256", typeArguments: [], arguments: [raw(0)] }]],
    ["too few arguments", "wrong_argument_count", [call("mint")]],
    ["too many arguments", "wrong_argument_count", [call("mint", u64(1), u64(2))]],
    ["an argument for the ledger", "wrong_argument_count", [call("add", raw(0), address(A), u64(1))]],
    ["no type argument", "wrong_type_argument", [generic("generic", [], u64(1))]],
    ["a type argument too many", "wrong_type_argument", [generic("mint", [{ kind: "u8" }], u64(1))]],
    [
      "a type argument that does not exist",
      "wrong_type_argument",
      [generic("generic", [{ kind: "struct", address: OWN, module: "coin", name: "Nothing", typeArguments: [] }], u64(1))],
    ],
    ["a type argument without the abilities", "wrong_type_argument", [generic("generic", [coinType], raw(0))]],
    [
      "a type argument whose own argument lacks abilities",
      "wrong_type_argument",
      [
        generic(
          "generic",
          [{ kind: "struct", address: OWN, module: "coin", name: "Wrapped", typeArguments: [{ kind: "signer" }] }],
          raw(0),
        ),
      ],
    ],
    ["bytes short of a literal", "wrong_argument_type", [call("mint", raw(1, 2, 3))]],
    ["bytes after a literal", "wrong_argument_type", [call("mint", raw(1, 0, 0, 0, 0, 0, 0, 0, 0))]],
    ["a struct written out", "wrong_argument_type", [call("burn", u64(5))]],
    ["a struct written out behind a reference", "wrong_argument_type", [call("value", u64(5))]],
    ["a copyable struct written out", "wrong_argument_type", [call("take_note", raw(0, 0))]],
    ["a signer written out", "wrong_argument_type", [call("open_purse", address(A))]],
    ["a signer by value written out", "wrong_argument_type", [call("by_value", address(A), address(A))]],
    ["a signer for a value", "wrong_argument_type", [call("mint", signer(0))]],
    ["a signer for an address", "wrong_argument_type", [call("add", signer(0), u64(1))]],
    ["a signer that is not there", "wrong_argument_type", [call("open_purse", signer(2))]],
    ["a result for a signer", "wrong_argument_type", [mint, call("open_purse", result(0)), burned]],
    ["a result of another type", "wrong_argument_type", [mint, call("mint", result(0)), burned]],
    ["a function that returns a reference", "wrong_argument_type", [call("coin_of", raw(0))]],
    ["a function that wants the ledger twice", "wrong_argument_type", [call("two_ledgers")]],
    ["a resource left over", "unused_result", [mint]],
    ["one of two results left over", "unused_result", [call("pair")]],
    ["the result of a call that is not there", "result_unavailable", [call("burn", result(7))]],
    ["the result of the same call", "result_unavailable", [call("burn", result(0))]],
    ["the result of a later call", "result_unavailable", [call("burn", result(1)), mint]],
    ["a result beyond those returned", "result_unavailable", [mint, call("burn", result(0, 1)), burned]],
    ["a result moved twice", "result_unavailable", [mint, burned, burned]],
    ["a result moved twice in one call", "result_unavailable", [mint, call("join", result(0), result(0)), burned]],
    ["a result borrowed after it was moved", "result_unavailable", [mint, burned, call("value", result(0))]],
    ["a result borrowed twice, once to change it", "result_unavailable", [mint, call("touch", result(0), result(0)), burned]],
    ["a result borrowed and moved in one call", "result_unavailable", [mint, call("swallow", result(0), result(0))]],
    [
      "a primitive result borrowed twice, once to change it",
      "result_unavailable",
      [call("pair"), call("increase", result(0, 0), result(0, 0)), call("burn", result(0, 1))],
    ],
  ];
  it.each(REFUSED)("%s: %s", (_, code, calls) => {
    // A call that would leave a mark, first: nothing of it may be seen.
    const session = begin();
    const shifted = calls.map((each) => ({
      ...each,
      arguments: each.arguments.map((argument) => (argument.kind === "result" ? { ...argument, call: argument.call + 1 } : argument)),
    }));
    const refused = session.execute(program([call("tick", signer(0)), ...shifted]));
    expect(refused).toMatchObject({ outcome: { kind: "failed", code, location: undefined }, gasUsed: 0, events: [] });
    expect(session.writeSet()).toEqual([]);
  });

  const describeWith = (index: number, argument: ProgramArgument): ProgramCall => {
    const good = [text("a"), text("ok"), raw(0), raw(0), raw(1), raw(5), bcs((writer) => writer.u256(6n)), raw(0)];
    return call("describe", ...good.map((each, at) => (at === index ? argument : each)));
  };
  const STRICT: [string, number, ProgramArgument][] = [
    ["text that is not UTF-8", 0, raw(2, 0xc3, 0x28)],
    ["plain text that is not ASCII", 1, text("é")],
    ["an option of two", 2, raw(2, ...Array(16).fill(0))],
    ["an option within a vector that is not 0 or 1", 3, raw(1, 2)],
    ["bad text within an option within a vector", 3, raw(1, 1, 1, 0xff)],
    ["a length in a longer form than needed", 0, raw(0x81, 0x00, 0x61)],
    ["a vector longer than its bytes", 7, raw(0xff, 0xff, 0x03, 0)],
    ["a boolean of 2", 4, raw(2)],
    ["a u8 of two bytes", 5, raw(5, 0)],
    ["a u256 of 31 bytes", 6, raw(...Array(31).fill(0))],
  ];
  it.each(STRICT)("%s", (_, index, argument) => {
    expect(run(describeWith(index, argument)).outcome).toMatchObject({ kind: "failed", code: "wrong_argument_type" });
  });
});

describe("a program that fails while it runs leaves nothing", () => {
  const outcomeOf = (...calls: ProgramCall[]) => {
    const session = begin();
    const { outcome, events, gasUsed } = session.execute(program([call("mint", u64(1)), call("keep", signer(0), result(0)), ...calls]));
    expect(session.writeSet()).toEqual([]);
    expect(coinAt(session, A)).toBeUndefined();
    expect(events).toEqual([]);
    return { outcome, gasUsed };
  };

  it("an abort tells place, code, name and text", () => {
    const { outcome } = outcomeOf(call("mint", u64(0)), call("keep", signer(1), result(2)));
    expect(outcome).toMatchObject({
      kind: "aborted",
      name: "EEmpty",
      text: "A coin of nothing is not worth keeping.",
      location: { address: OWN, module: "coin", function: "keep" },
    });
  });

  it("an abort with a plain code has no name", () => {
    expect(outcomeOf(call("same", u64(1), u64(2))).outcome).toMatchObject({
      kind: "aborted",
      abortCode: 7n,
      name: undefined,
      text: undefined,
      location: { function: "same" },
    });
  });

  it.each<[string, string, ProgramCall]>([
    ["subtraction below zero", "arithmetic_error", call("spend", address(A), u64(2))],
    ["division by zero", "arithmetic_error", call("divide", u64(0))],
    ["a resource that is not there", "missing_resource", call("add", address(B), u64(1))],
    ["calls nested too deep", "limit_exceeded", call("deep", u64(1_000_000))],
  ])("%s", (_, code, failing) => {
    const { outcome, gasUsed } = outcomeOf(failing);
    expect(outcome).toMatchObject({ kind: "failed", code });
    expect(gasUsed).toBeGreaterThan(0);
    expect(gasUsed).toBeLessThan(GAS);
  });

  it("a resource that is there already", () => {
    const { outcome } = outcomeOf(call("mint", u64(2)), call("keep", signer(0), result(2)));
    expect(outcome).toMatchObject({ kind: "failed", code: "resource_exists" });
  });

  it("a loop without end takes the whole gas limit", () => {
    expect(outcomeOf(call("forever"))).toMatchObject({ outcome: { kind: "failed", code: "out_of_gas" }, gasUsed: GAS });
  });

  it("too little gas to begin takes what there is", () => {
    expect(begin().execute(program([call("divide", u64(1))], { gasLimit: 100 }))).toMatchObject({
      outcome: { kind: "failed", code: "out_of_gas" },
      gasUsed: 100,
    });
  });

  it("an objection of the inspector stands, and it sees every change", () => {
    const session = begin();
    const calls = [call("mint", u64(1)), call("keep", signer(0), result(0)), call("add", address(A), u64(2))];
    const objection = { kind: "failed", code: "law_broken", detail: "no", location: undefined } as const;
    const refused = session.execute(program(calls), (changes) => {
      expect(changes.map(({ key, type, before, after }) => ({ key, type: type.key, before, after }))).toEqual([
        { key: vm.resourceKey(changes[0]?.type ?? expect.fail(), A), type: "0x7::coin::Coin", before: undefined, after: { f0: 3 } },
      ]);
      return objection;
    });
    expect(refused).toMatchObject({ outcome: objection, events: [] });
    expect(refused.gasUsed).toBeGreaterThan(0);
    expect(session.writeSet()).toEqual([]);
    expect(session.execute(program(calls), () => undefined).outcome).toEqual({ kind: "executed" });
  });
});

describe("a fault of the machine", () => {
  const surroundings = () => {
    const linker = linkerOf(vm);
    const modules = new ModuleStage(linker.loaded());
    return { context: linker.context, cache: new ObjectCache(1), store: new MemoryStore(), block: 1, height: 1n, timeMs: 1n, modules };
  };

  it.each([new RangeError("Maximum call stack size exceeded"), new TypeError("x is undefined")])("never decides a result: %s", (fault) => {
    const transaction = new LedgerTransaction(surroundings(), 1, new Uint8Array(32));
    const failing = () =>
      metered(linkerOf(vm), GAS, transaction, () => {
        throw fault;
      });
    expect(failing).toThrow(expect.objectContaining({ message: "the machine failed while a program ran", cause: fault }));
    expect(run(call("divide", u64(1))).outcome).toEqual({ kind: "executed" });
  });

  it.each([-1, 0.5, 2 ** 53, Number.NaN])("a gas limit of %d is not one", (gasLimit) => {
    expect(() => begin().execute(program([call("divide", u64(1))], { gasLimit }))).toThrow(RangeError);
  });
});

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
      transactions = 0;
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
          const { outcome, gasUsed } = session.execute(program(calls));
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
