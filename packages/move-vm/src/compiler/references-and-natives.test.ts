import { FIRST_GAS_SCHEDULE } from "../gas/gas-schedule.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { compileScenarios, SCENARIO_ADDRESS } from "../../test-data/compile-scenarios.ts";
import { ScenarioMachine } from "../../test-data/scenario-machine.ts";
import type { NativeTable } from "../natives/native-function.ts";
import { STANDARD_NATIVES } from "../natives/standard-natives.ts";
import { createModuleLinker } from "../runtime/create-module-linker.ts";
import { ExecutionError } from "../runtime/execution-error.ts";
import type { StructType } from "../runtime/runtime-type.ts";
import { LocalReference } from "../values/primitive-reference.ts";

const CHECK = `0x${"1".padStart(64, "0")}::string::internal_check_utf8`;
const SOURCES = {
  "sources/natives.move": `module scenarios::natives;
public fun bytes(n: u64): vector<u8> { let m = n + 1; std::bcs::to_bytes(&m) }
public fun field_bytes(n: u64): vector<u8> { let v = vector[n]; std::bcs::to_bytes(&v[0]) }
public fun generic_bytes<T>(value: &T): vector<u8> { std::bcs::to_bytes(value) }
public fun of_reference(n: &u64): vector<u8> { generic_bytes(n) }
public fun copy_often(n: u64): u64 { let v = b"${"x".repeat(1000)}"; let mut total = 0; let mut i = 0; while (i < n) { let w = v; total = total + w.length(); i = i + 1 }; total + v.length() }
public fun same(n: &u64): &u64 { n }
`,
};

let modules: Uint8Array[];
let machine: ScenarioMachine;
beforeAll(async () => {
  modules = await compileScenarios(SOURCES);
  machine = new ScenarioMachine(modules);
}, 60_000);

describe("references to primitives", () => {
  it("reach natives as objects, from locals, elements and parameters", () => {
    expect(machine.value("natives::bytes", 6)).toEqual([7, 0, 0, 0, 0, 0, 0, 0]);
    expect(machine.value("natives::field_bytes", 2n ** 63n)).toEqual([0, 0, 0, 0, 0, 0, 0, 0x80]);
    expect(machine.value("natives::of_reference", new LocalReference(5))).toEqual([5, 0, 0, 0, 0, 0, 0, 0]);
    const u8 = machine.linker.primitive("u8");
    expect(machine.call("natives::generic_bytes", [new LocalReference(5)], [u8])).toMatchObject({ value: [5] });
    expect(machine.call("natives::generic_bytes", [[1, 2]], [machine.linker.vectorOf(u8)])).toMatchObject({ value: [2, 1, 2] });
  });

  it("come in and go out as objects", () => {
    expect(machine.value("values::larger", new LocalReference(5), new LocalReference(2n ** 60n))).toBe(2n ** 60n);
    expect(machine.value("natives::same", new LocalReference(5))).toMatchObject({ v: 5 });
    const counter = new LocalReference(41);
    expect(machine.value("values::bump", counter)).toBe(42);
    expect(counter.get()).toBe(42);
    const point = machine.linker.declaredTypes().find((type) => type.name === "Point") as StructType;
    const value = new point.make(1, 2);
    const field = machine.value("values::pick", value, false) as LocalReference;
    field.set(9);
    expect(value).toMatchObject({ f0: 1, f1: 9 });
  });
});

it("forgets compiled functions at its limit and compiles them again", () => {
  const { linker } = machine;
  const identity = linker.findFunction(SCENARIO_ADDRESS, "values", "identity");
  const u8 = linker.primitive("u8");
  if (identity === undefined) throw new Error("no function");
  const first = linker.instantiate(identity, [u8]);
  const sumBefore = machine.call("control::sum_to", [50]);
  for (let number = 0; number < 9000; number += 1) {
    let type = u8;
    for (const bit of number.toString(2)) {
      const box = {
        kind: "struct",
        address: SCENARIO_ADDRESS,
        module: "values",
        name: "Box",
        typeArguments: [linker.typeName(type)],
      } as const;
      type = bit === "1" ? linker.vectorOf(type) : (linker.resolveType(box) ?? type);
    }
    machine.context.gas = 1000;
    if (linker.instantiate(identity, [type])?.invoke(number) !== number) throw new Error(`wrong for ${type.key}`);
  }
  expect(first?.invoke(7)).toBe(7);
  expect(machine.call("control::sum_to", [50])).toEqual(sumBefore);
});

it("charges copies by size before it makes them", () => {
  const gas = (n: number) => {
    const end = machine.call("natives::copy_often", [n]);
    return "gas" in end ? end.gas : Number.NaN;
  };
  expect(gas(3) - gas(2)).toBeGreaterThan(4000);
  expect(gas(3) - gas(2)).toBeLessThan(4100);
  expect(machine.call("natives::copy_often", [3], [], gas(2) + 3000)).toMatchObject({
    code: "out_of_gas",
    location: { function: "copy_often" },
  });
});

describe("natives that refuse", () => {
  function callWith(thrown: unknown): unknown {
    const natives: NativeTable = new Map([
      ...STANDARD_NATIVES,
      [
        CHECK,
        () => () => {
          throw thrown;
        },
      ],
    ]);
    const context = { gas: 1e9, depth: 0, slots: 0, memory: 0, transaction: undefined, schedule: FIRST_GAS_SCHEDULE };
    const linker = createModuleLinker(modules, natives, context);
    const linked = linker.findFunction(SCENARIO_ADDRESS, "aborts", "bad_string");
    try {
      return linked === undefined ? undefined : linker.instantiate(linked, [])?.invoke();
    } catch (error) {
      return error;
    }
  }

  it("get the place of the innermost Move function", () => {
    const error = callWith(new ExecutionError("limit_exceeded", "too long"));
    expect(error).toBeInstanceOf(ExecutionError);
    const place = error instanceof ExecutionError ? error.location : undefined;
    expect(`${place?.module}::${place?.function}`).toMatch(/^string::/);
    expect(place?.offset).toBeGreaterThan(0);
  });

  it("keep the place they came with, and faults of the machine stay what they are", () => {
    const location = { address: "0x0", module: "m", function: "f", offset: 3 };
    expect(callWith(new ExecutionError("limit_exceeded", "too long", undefined, location))).toMatchObject({ location });
    const broken = new TypeError("broken");
    expect(callWith(broken)).toBe(broken);
  });
});

describe("emitted source", () => {
  it("holds no name or text of a module", async () => {
    const { FunctionScope } = await import("./function-scope.ts");
    const { emitFunction } = await import("./compile-function.ts");
    const { EMITTED_LIBRARY } = await import("./emitted-library.ts");
    const { linkModules } = await import("../runtime/link-modules.ts");
    const { TypeRegistry } = await import("../runtime/type-registry.ts");
    const words = new Set<string>([
      ...Object.keys(EMITTED_LIBRARY),
      ..."use strict const library return function let if for switch case default break continue throw new try catch typeof number".split(
        " ",
      ),
      ..."gas depth slots f v t get set copy equals assign size push pop length floor Math BigInt Number true false else finally memory image undefined".split(
        " ",
      ),
    ]);
    const types = new TypeRegistry();
    const targets = { cell: () => ({ f: () => undefined }), native: () => () => undefined };
    const tooLarge: string[] = [];
    let functions = 0;
    for (const module of linkModules(modules).values()) {
      for (const declared of module.functions.values()) {
        if (declared.isNative) continue;
        functions += 1;
        const typeArguments = declared.typeParameters.map(() => types.primitive("address"));
        const source = orTooLarge(() =>
          emitFunction(declared, new FunctionScope(declared, typeArguments, types, targets, FIRST_GAS_SCHEDULE.code), functions % 2 === 0),
        );
        if (source === undefined) {
          tooLarge.push(declared.name);
          continue;
        }
        const found = source.match(/[A-Za-z_$][\w$]*/g) ?? [];
        const others = found.filter((word) => !words.has(word) && !/^(?:[klftBL]\d+|[xkLNDewpng])$/.test(word));
        expect({ name: declared.name, others }).toEqual({ name: declared.name, others: [] });
        expect(source.match(/["'`]/g)?.length).toBe(2 + 2 * (source.match(/"number"/g) ?? []).length);
      }
    }
    expect(functions).toBeGreaterThan(150);
    // Scenarios of types beyond the limit: their code is never emitted.
    expect(tooLarge.length).toBeLessThan(5);
  });
});

function orTooLarge(emit: () => string): string | undefined {
  try {
    return emit();
  } catch (error) {
    if (error instanceof ExecutionError && error.code === "limit_exceeded") return undefined;
    throw error;
  }
}
