import { BcsReader, BcsWriter } from "@sycee/bcs";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { compileTestPackage } from "../../test-data/compile-package.ts";
import { createVirtualMachine } from "../runtime/create-virtual-machine.ts";
import type { ProgramArgument, ProgramCall, StateWrite } from "../runtime/virtual-machine.ts";
import { applyPagePatch } from "./page-patch.ts";

const OWN = `0x${"7".padStart(64, "0")}` as const;
const OWNER = `0x${"a".repeat(64)}` as const;
const PAGE = 64;
const U64_MAX = 2n ** 64n - 1n;

type Step =
  | { readonly do: "push"; readonly first: bigint; readonly count: number }
  | { readonly do: "pop"; readonly count: number }
  | { readonly do: "set" | "add"; readonly at: number; readonly value: bigint }
  | { readonly do: "swap"; readonly at: number; readonly with: number }
  | { readonly do: "remove"; readonly at: number };

const at = fc.oneof(fc.nat(5), fc.integer({ min: 60, max: 68 }), fc.nat(200));
const value = fc.oneof(fc.bigInt(0n, 9n), fc.bigInt(2n ** 53n - 2n, 2n ** 53n + 2n), fc.bigInt(U64_MAX - 3n, U64_MAX));
const count = fc.oneof(fc.nat(3), fc.nat(70));
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("push" as const), first: fc.oneof(fc.bigInt(0n, 99n), fc.constant(2n ** 53n - 30n)), count }),
  fc.record({ do: fc.constant("pop" as const), count }),
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("set" as const, "add" as const), at, value }) },
  fc.record({ do: fc.constant("swap" as const), at, with: at }),
  fc.record({ do: fc.constant("remove" as const), at }),
);
const block = fc.record({
  programs: fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { maxLength: 5 }),
  isKept: fc.boolean(),
});

const literal = (write: (writer: BcsWriter) => unknown): ProgramArgument => {
  const writer = new BcsWriter();
  write(writer);
  return { kind: "literal", bytes: writer.toBytes() };
};
const u64 = (number: bigint | number) => literal((writer) => writer.u64(number));
const owner = literal((writer) => writer.fixedBytes(Buffer.from(OWNER.slice(2), "hex")));
const call = (name: string, ...args: ProgramArgument[]): ProgramCall => {
  return { address: OWN, module: "pages", function: name, typeArguments: [], arguments: args };
};

function callOf(each: Step): ProgramCall {
  switch (each.do) {
    case "push":
      return call("push_two", owner, u64(each.first), u64(each.count));
    case "pop":
      return call("pop_two", owner, u64(each.count));
    case "set":
    case "add":
      return call(`${each.do}_two`, owner, u64(each.at), u64(each.value));
    case "swap":
      return call("swap_two", owner, u64(each.at), u64(each.with));
    case "remove":
      return call("remove_two", owner, u64(each.at));
  }
}

/** Does a step to the model; false if the module must refuse it. */
function apply(model: bigint[], each: Step): boolean {
  const has = (index: number) => index < model.length;
  const element = (index: number) => model[index] ?? 0n;
  switch (each.do) {
    case "push":
      for (let index = 0; index < each.count; index++) model.push(each.first + BigInt(index));
      return true;
    case "pop":
      if (each.count > model.length) return false;
      model.length -= each.count;
      return true;
    case "set":
      if (has(each.at)) model[each.at] = each.value;
      return has(each.at);
    case "add":
      if (!has(each.at) || element(each.at) + each.value > U64_MAX) return false;
      model[each.at] = element(each.at) + each.value;
      return true;
    case "swap":
      if (!has(each.at) || !has(each.with)) return false;
      [model[each.at], model[each.with]] = [element(each.with), element(each.at)];
      return true;
    case "remove":
      if (!has(each.at)) return false;
      model[each.at] = element(model.length - 1);
      model.pop();
      return true;
  }
}

class Store {
  readonly entries = new Map<string, Uint8Array>();

  get(key: Uint8Array): Uint8Array | undefined {
    return this.entries.get(Buffer.from(key).toString("hex"));
  }

  /** Takes writes by their values, after making sure that patches lead to the same. */
  apply(writes: readonly StateWrite[]): void {
    for (const { key, value: written, patch } of writes) {
      const text = Buffer.from(key).toString("hex");
      const before = this.entries.get(text);
      if (patch !== undefined && before !== undefined) expect(Buffer.from(applyPagePatch(before, patch)).equals(written ?? key)).toBe(true);
      if (patch !== undefined) expect([before === undefined, patch.length === 0]).toEqual([false, false]);
      // Nothing is written that is there already.
      expect(Buffer.compare(before ?? Buffer.alloc(0), written ?? Buffer.alloc(0))).not.toBe(0);
      if (written === undefined) this.entries.delete(text);
      else this.entries.set(text, written);
    }
  }

  /** The elements of both vectors: numbers and coins are written alike. */
  vectors(): bigint[][] {
    const vectors = new Map<string, bigint[]>();
    for (const key of [...this.entries.keys()].sort()) {
      if (!key.startsWith("06")) continue;
      const handle = key.slice(2, 66);
      const elements = vectors.get(handle) ?? [];
      expect(BigInt(`0x${key.slice(98)}`)).toBe(BigInt(elements.length / PAGE));
      const reader = new BcsReader(this.entries.get(key) ?? new Uint8Array(0));
      elements.push(...reader.vector((inner) => inner.u64()));
      reader.finish();
      vectors.set(handle, elements);
    }
    return [...vectors.values()];
  }
}

let modules: Uint8Array[];
beforeAll(async () => {
  modules = await compileTestPackage("pages");
});

it.each([1000, 1])(
  "random programs, blocks, dropped blocks and refusals leave what an array says, with %s objects cached",
  (objectCacheSize) => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        const machine = createVirtualMachine({ modules, objectCacheSize });
        const store = new Store();
        let model: bigint[] = [];
        let height = 1n;
        const all = [{ programs: [], isKept: true }, ...blocks];
        for (const [number, { programs, isKept }] of all.entries()) {
          const session = machine.beginBlock(store, height, 0n);
          // Another machine, which has seen nothing, must do the same at the same cost.
          const fresh = createVirtualMachine({ modules, modulesAreTrusted: true }).beginBlock(store, height, 0n);
          const after = [...model];
          const lists: readonly (readonly Step[] | "make")[] = number === 0 ? ["make"] : programs;
          for (const steps of lists) {
            const calls = steps === "make" ? [call("make_two", { kind: "signer", index: 0 })] : steps.map(callOf);
            const program = { transactionId: new Uint8Array(32), signers: [OWNER], gasLimit: 10_000_000, calls };
            const result = session.execute(program);
            expect(fresh.execute(program)).toEqual(result);
            const next = [...after];
            const isRefused = steps !== "make" && !steps.every((each) => apply(next, each));
            expect(result.outcome.kind === "executed").toBe(!isRefused);
            if (!isRefused) after.splice(0, after.length, ...next);
          }
          const writes = session.writeSet();
          expect(fresh.writeSet()).toEqual(writes);
          if (!isKept) continue;
          store.apply(writes);
          session.commit();
          height += 1n;
          model = after;
          expect(store.vectors()).toEqual(model.length === 0 ? [] : [model, model]);
        }
      }),
      { numRuns: Number(process.env.SYCEE_PAGES_RUNS ?? 30), seed: 11 },
    );
  },
);
