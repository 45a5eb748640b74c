import { BcsError } from "@sycee/bcs";
import { beforeAll, describe, expect, it } from "vitest";
import { compileScenarios, SCENARIO_ADDRESS } from "../../test-data/compile-scenarios.ts";
import { createVirtualMachine, ModuleFormatError, ModuleLinkError, type RuntimeType, type VirtualMachine } from "../index.ts";

let modules: Uint8Array[];
let machine: VirtualMachine;
beforeAll(async () => {
  modules = await compileScenarios();
  machine = createVirtualMachine({ modules });
}, 60_000);

function typeOf(module: string, name: string): RuntimeType {
  const type = machine.resolveType({ kind: "struct", address: SCENARIO_ADDRESS, module, name, typeArguments: [] });
  if (type === undefined) throw new Error(`no type ${name}`);
  return type;
}

describe("a virtual machine", () => {
  it("refuses what is not a module and what does not fit together", () => {
    expect(() => createVirtualMachine({ modules: [...modules, new Uint8Array([1, 2, 3])] })).toThrow(ModuleFormatError);
    expect(() => createVirtualMachine({ modules: modules.slice(1) })).toThrow(ModuleLinkError);
  });

  it("encodes and decodes values of declared types, strictly", () => {
    const shape = typeOf("variants", "Shape");
    const bytes = new Uint8Array([2, 5, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 2, 7, 9]);
    const value = machine.decodeValue(shape, bytes);
    expect(value).toMatchObject({ t: 2, f0: 5, f1: 2n ** 64n - 1n, f2: [7, 9] });
    expect(machine.encodeValue(shape, value)).toEqual(bytes);
    expect(() => machine.decodeValue(shape, new Uint8Array([...bytes, 0]))).toThrow(BcsError);
    expect(() => machine.decodeValue(shape, new Uint8Array([3]))).toThrow(BcsError);
  });

  it("answers for its types and functions", () => {
    const held = typeOf("values", "Held");
    expect(machine.declaredTypes()).toContain(held);
    expect(machine.typeName(held)).toEqual({
      kind: "struct",
      address: SCENARIO_ADDRESS,
      module: "values",
      name: "Held",
      typeArguments: [],
    });
    expect(machine.describeFunction(SCENARIO_ADDRESS, "values", "pick")?.results).toEqual(["&mut u64"]);
    expect(
      machine.resolveType({ kind: "struct", address: SCENARIO_ADDRESS, module: "values", name: "held", typeArguments: [] }),
    ).toBeUndefined();
  });

  it("makes no type that nests without bound", () => {
    let name: Parameters<VirtualMachine["resolveType"]>[0] = { kind: "u8" };
    for (let depth = 1; depth < 256; depth += 1) name = { kind: "vector", element: name };
    expect(machine.resolveType(name)?.depth).toBe(256);
    name = { kind: "vector", element: name };
    expect(machine.resolveType(name)).toBeUndefined();
    for (let depth = 0; depth < 20_000; depth += 1) name = { kind: "vector", element: name };
    expect(machine.resolveType(name)).toBeUndefined();
  });
});
