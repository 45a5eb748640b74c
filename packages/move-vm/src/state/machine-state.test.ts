import { BcsWriter } from "@sycee/bcs";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { compileTestPackage } from "../../test-data/compile-package.ts";
import { createVirtualMachine } from "../runtime/create-virtual-machine.ts";
import type { ProgramArgument, ProgramCall, StateWrite } from "../runtime/virtual-machine.ts";

const OWN = `0x${"7".padStart(64, "0")}` as const;
const OWNERS = ["a", "b", "c"].map((digit): `0x${string}` => `0x${digit.repeat(64)}`);

/** What the modules should have in storage: an owner's coin, and its purse with coins by key. */
interface Model {
  readonly coins: Map<number, number>;
  readonly purses: Map<number, Map<number, number>>;
}

type Step =
  | { readonly do: "keep" | "add" | "spend"; readonly owner: number; readonly value: number }
  | { readonly do: "burn" | "open"; readonly owner: number }
  | { readonly do: "fill"; readonly owner: number; readonly key: number; readonly value: number }
  | { readonly do: "empty"; readonly owner: number; readonly key: number };

const owner = fc.nat(OWNERS.length - 1);
const value = fc.nat(5);
const key = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom("keep" as const, "add" as const, "spend" as const), owner, value }),
  fc.record({ do: fc.constantFrom("burn" as const, "open" as const), owner }),
  fc.record({ do: fc.constant("fill" as const), owner, key, value }),
  fc.record({ do: fc.constant("empty" as const), owner, key }),
);
const block = fc.record({ programs: fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), isKept: fc.boolean() });

const literal = (write: (writer: BcsWriter) => unknown): ProgramArgument => {
  const writer = new BcsWriter();
  write(writer);
  return { kind: "literal", bytes: writer.toBytes() };
};
const u64 = (number: number) => literal((writer) => writer.u64(number));

/** The calls of one step, given how many calls stand before them. */
function callsOf(step: Step, before: number): ProgramCall[] {
  const at = literal((writer) => writer.fixedBytes(Buffer.from((OWNERS[step.owner] ?? "").slice(2), "hex")));
  const who: ProgramArgument = { kind: "signer", index: step.owner };
  const made: ProgramArgument = { kind: "result", call: before, value: 0 };
  const call = (name: string, ...args: ProgramArgument[]): ProgramCall => {
    return { address: OWN, module: "coin", function: name, typeArguments: [], arguments: args };
  };
  switch (step.do) {
    case "keep":
      return [call("mint", u64(step.value)), call("keep", who, made)];
    case "add":
    case "spend":
      return [call(step.do, at, u64(step.value))];
    case "burn":
      return [call("give_back", who), call("burn", made)];
    case "open":
      return [call("open_purse", who)];
    case "fill":
      return [call("mint", u64(step.value)), call("fill", at, u64(step.key), made)];
    case "empty":
      return [call("empty_one", at, u64(step.key)), call("burn", made)];
  }
}

/** Does a step to the model; false if the modules must refuse it. */
function apply({ coins, purses }: Model, step: Step): boolean {
  const coin = coins.get(step.owner);
  const purse = purses.get(step.owner);
  switch (step.do) {
    case "keep":
      return step.value > 0 && coin === undefined && coins.set(step.owner, step.value).size > 0;
    case "add":
      return coin !== undefined && coins.set(step.owner, coin + step.value).size > 0;
    case "spend":
      return coin !== undefined && coin >= step.value && coins.set(step.owner, coin - step.value).size > 0;
    case "burn":
      return coins.delete(step.owner);
    case "open":
      return purse === undefined && purses.set(step.owner, new Map()).size > 0;
    case "fill":
      return purse !== undefined && !purse.has(step.key) && purse.set(step.key, step.value).size > 0;
    case "empty":
      return purse?.delete(step.key) ?? false;
  }
}

const copied = ({ coins, purses }: Model): Model => ({
  coins: new Map(coins),
  purses: new Map([...purses].map(([at, purse]) => [at, new Map(purse)])),
});
const emptyModel = (): Model => ({ coins: new Map(), purses: new Map() });
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

class MemoryStore {
  readonly entries = new Map<string, Uint8Array>();

  get(key: Uint8Array): Uint8Array | undefined {
    return this.entries.get(hexOf(key));
  }

  apply(writes: readonly StateWrite[]): void {
    for (const { key, value } of writes) {
      if (value === undefined) expect(this.entries.delete(hexOf(key))).toBe(true);
      else this.entries.set(hexOf(key), value);
    }
  }
}

let modules: Uint8Array[];
beforeAll(async () => {
  modules = await compileTestPackage("programs");
});

/** Reads the store's bytes back into a model. */
function modelOf(vm: ReturnType<typeof createVirtualMachine>, store: MemoryStore): Model {
  const model = emptyModel();
  const owners = new Map<unknown, number>();
  const read = [...store.entries].map(([key, bytes]) => ({
    meaning: vm.describeKey(store, Buffer.from(key, "hex")) ?? expect.fail(),
    bytes,
  }));
  for (const { meaning, bytes } of read) {
    if (meaning.kind !== "resource") continue;
    const index = OWNERS.indexOf(meaning.address);
    const decoded = vm.decodeValue(meaning.type, bytes);
    if (meaning.type.key === "0x7::coin::Coin") model.coins.set(index, (decoded as { f0: number }).f0);
    else {
      model.purses.set(index, new Map());
      owners.set((decoded as unknown as { f0: { f0: string } }).f0.f0, index);
    }
  }
  for (const { meaning, bytes } of read) {
    if (meaning.kind !== "table-entry") continue;
    const purse = model.purses.get(owners.get(meaning.handle) ?? -1) ?? expect.fail("an entry of no table");
    purse.set(meaning.keyBytes[0] ?? -1, (vm.decodeValue(meaning.type, bytes) as { f0: number }).f0);
  }
  return model;
}

const sorted = (model: Model) => ({
  coins: [...model.coins].toSorted(([left], [right]) => left - right),
  purses: [...model.purses]
    .toSorted(([left], [right]) => left - right)
    .map(([at, purse]) => [at, [...purse].toSorted(([left], [right]) => left - right)]),
});

it.each([1_000, 0])(
  "programs, blocks, discarded blocks and refusals leave what a simple model says, with %i objects cached",
  (objectCacheSize) => {
    const vm = createVirtualMachine({ modules, objectCacheSize });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        const store = new MemoryStore();
        let committed = emptyModel();
        let height = 1n;
        let transactions = 0;
        for (const { programs, isKept } of blocks) {
          const session = vm.beginBlock(store, height, height * 100n);
          let current = copied(committed);
          for (const steps of programs) {
            const next = copied(current);
            const fits = steps.every((each) => apply(next, each));
            const calls: ProgramCall[] = [];
            for (const each of steps) calls.push(...callsOf(each, calls.length));
            const transactionId = new Uint8Array(32).fill(++transactions);
            const { outcome } = session.execute({ transactionId, signers: OWNERS, gasLimit: 1_000_000, calls });
            expect(outcome.kind === "executed").toBe(fits);
            if (fits) current = next;
          }
          const writes = session.writeSet();
          for (const write of writes) {
            const before = store.get(write.key);
            expect(before === undefined ? undefined : hexOf(before)).not.toBe(write.value === undefined ? undefined : hexOf(write.value));
          }
          if (!isKept) continue;
          store.apply(writes);
          session.commit();
          committed = current;
          height++;
          expect(sorted(modelOf(vm, store))).toEqual(sorted(committed));
        }
      }),
      { numRuns: 150 },
    );
  },
);
