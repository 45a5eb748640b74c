import { FIRST_GAS_SCHEDULE } from "../gas/gas-schedule.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { compileScenarios, SCENARIO_ADDRESS } from "../../test-data/compile-scenarios.ts";
import { ScenarioMachine } from "../../test-data/scenario-machine.ts";
import { createModuleLinker } from "./create-module-linker.ts";
import { linkModules } from "./link-modules.ts";
import { ModuleLinkError } from "./module-link-error.ts";
import { ABILITY } from "./runtime-type.ts";
import type { TypeName } from "./virtual-machine.ts";

const STD = `0x${"1".padStart(64, "0")}` as const;
let modules: Uint8Array[];
let machine: ScenarioMachine;
beforeAll(async () => {
  modules = await compileScenarios();
  machine = new ScenarioMachine(modules);
}, 60_000);

function struct(module: string, name: string, typeArguments: TypeName[] = [], address: `0x${string}` = SCENARIO_ADDRESS): TypeName {
  return { kind: "struct", address, module, name, typeArguments };
}

function faultOf(link: () => unknown): string {
  try {
    link();
    return "none";
  } catch (error) {
    if (error instanceof ModuleLinkError) return error.code;
    throw error;
  }
}

describe("linking", () => {
  it("takes modules in any order", () => {
    const linked = linkModules([...modules].reverse());
    expect(linked.size).toBe(modules.length);
  });

  it("refuses a module twice, a missing module, a missing native", () => {
    const [first] = modules;
    expect(faultOf(() => linkModules([...modules, ...(first === undefined ? [] : [first])]))).toBe("duplicate_module");
    const names = [...linkModules(modules).values()].map((module) => module.name);
    const without = modules.filter((_, index) => names[index] !== "deep");
    expect(faultOf(() => linkModules(without))).toBe("missing_module");
    const context = { gas: 0, depth: 0, slots: 0, memory: 0, transaction: undefined, schedule: FIRST_GAS_SCHEDULE };
    expect(faultOf(() => createModuleLinker(modules, new Map(), context))).toBe("missing_native");
  });

  it("refuses modules that fit other versions of what they import", async () => {
    const others = await compileScenarios({
      "sources/inner.move": "module scenarios::inner; public fun checked(n: u64, by: u64): u64 { n / by }",
      "sources/deep.move": "module scenarios::deep; public fun through(n: u64): u64 { scenarios::inner::checked(n, 2) }",
    });
    const changed = swapped(others, "inner");
    expect(faultOf(() => linkModules(changed))).toBe("handle_mismatch");
    const hidden = await compileScenarios({
      "sources/inner.move": "module scenarios::inner; fun checked(n: u64): u64 { n }",
      "sources/deep.move": "module scenarios::deep; public fun through(n: u64): u64 { n }",
    });
    expect(faultOf(() => linkModules(swapped(hidden, "inner")))).toBe("not_visible");
    const gone = await compileScenarios({
      "sources/inner.move": "module scenarios::inner; public fun other(n: u64): u64 { n }",
      "sources/deep.move": "module scenarios::deep; public fun through(n: u64): u64 { n }",
    });
    expect(faultOf(() => linkModules(swapped(gone, "inner")))).toBe("missing_function");
  });
});

/** The scenario modules with one of them as `others` have it. */
function swapped(others: readonly Uint8Array[], name: string): Uint8Array[] {
  const nameOf = (bytes: Uint8Array, set: readonly Uint8Array[]) => [...linkModules([...set]).values()][set.indexOf(bytes)]?.name;
  const other = others.find((bytes) => nameOf(bytes, others) === name);
  if (other === undefined) throw new Error(`no module ${name}`);
  return modules.map((bytes) => (nameOf(bytes, modules) === name ? other : bytes));
}

describe("types", () => {
  it("are one object each", () => {
    const { linker } = machine;
    const name: TypeName = { kind: "vector", element: struct("values", "Box", [struct("values", "Point")]) };
    const type = linker.resolveType(name);
    expect(type).toBe(linker.resolveType(structuredClone(name)));
    expect(type?.key).toBe("vector<0x7::values::Box<0x7::values::Point>>");
    expect(type === undefined ? undefined : linker.typeName(type)).toEqual(name);
    expect(linker.typeOfKey("vector<0x7::values::Box<0x7::values::Point>>")).toBe(type);
    expect(linker.typeOfKey("vector<0x7::values::Nothing>")).toBeUndefined();
  });

  it("have the abilities of their instantiation", () => {
    const { linker } = machine;
    const abilities = (name: TypeName) => linker.resolveType(name)?.abilities;
    const all = ABILITY.copy | ABILITY.drop | ABILITY.store;
    expect(abilities(struct("values", "Box", [{ kind: "u8" }]))).toBe(all);
    expect(abilities(struct("values", "Box", [struct("values", "Held")]))).toBe(0);
    expect(abilities(struct("values", "Box", [{ kind: "signer" }]))).toBe(ABILITY.drop);
    expect(abilities({ kind: "vector", element: { kind: "signer" } })).toBe(ABILITY.drop);
    expect(abilities(struct("table", "Table", [{ kind: "u64" }, struct("values", "Point")], STD))).toBe(ABILITY.store);
  });

  it("refuse names and type arguments that do not fit", () => {
    const { linker } = machine;
    expect(linker.resolveType(struct("values", "Nothing"))).toBeUndefined();
    expect(linker.resolveType(struct("nothing", "Point"))).toBeUndefined();
    expect(linker.resolveType(struct("values", "Point", [{ kind: "u8" }]))).toBeUndefined();
    expect(linker.resolveType(struct("values", "Box"))).toBeUndefined();
    expect(linker.resolveType(struct("table", "Table", [struct("values", "Held"), { kind: "u8" }], STD))).toBeUndefined();
  });

  it("lists what is declared without type parameters", () => {
    const keys = machine.linker.declaredTypes().map((type) => type.key);
    expect(keys).toContain("0x7::values::Held");
    expect(keys).toContain("0x7::variants::Shape");
    expect(keys.filter((key) => key.includes("<"))).toEqual([]);
  });
});

describe("functions", () => {
  it("are described", () => {
    expect(machine.linker.describeFunction(SCENARIO_ADDRESS, "values", "rewrap")).toEqual({
      name: "rewrap",
      visibility: "private",
      isEntry: false,
      typeParameters: [ABILITY.copy | ABILITY.drop],
      parameters: ["&mut 0x7::values::Box<T0>", "T0"],
      results: ["T0"],
    });
    expect(machine.linker.describeFunction(SCENARIO_ADDRESS, "values", "nothing")).toBeUndefined();
    expect(machine.linker.modules().map((module) => module.name)).toContain("values");
  });

  it("are instantiated once for the same types, and only for types that fit", () => {
    const { linker } = machine;
    const identity = linker.findFunction(SCENARIO_ADDRESS, "values", "identity");
    if (identity === undefined) throw new Error("no function");
    const u8 = linker.primitive("u8");
    expect(linker.instantiate(identity, [u8])).toBe(linker.instantiate(identity, [u8]));
    expect(linker.instantiate(identity, [])).toBeUndefined();
    const rewrap = linker.findFunction(SCENARIO_ADDRESS, "values", "rewrap");
    expect(rewrap === undefined ? rewrap : linker.instantiate(rewrap, [linker.primitive("signer")])).toBeUndefined();
    expect(machine.call("values::identity", [[7]], [linker.vectorOf(u8)])).toMatchObject({ value: [7] });
  });
});
