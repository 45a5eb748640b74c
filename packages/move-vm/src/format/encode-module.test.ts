import { describe, expect, it } from "vitest";
import { compileTestPackage } from "../../test-data/compile-package.ts";
import { decodeModule } from "./decode-module.ts";
import { encodeModule } from "./encode-module.ts";

const modules = await compileTestPackage("verified");

describe("writing a module back", () => {
  it("gives the bytes that the compiler wrote", () => {
    expect(modules.length).toBeGreaterThan(15);
    for (const bytes of modules) {
      const module = decodeModule(bytes);
      expect(encodeModule(module)).toEqual(bytes);
      expect(decodeModule(encodeModule(module))).toEqual(module);
    }
  });

  it("gives version 6 what version 6 can hold", () => {
    const withoutEnums = modules.map(decodeModule).filter((module) => module.enumDefinitions.length === 0);
    for (const module of withoutEnums) {
      const older = { ...module, version: 6, flavor: 0 };
      expect(decodeModule(encodeModule(older))).toEqual(older);
    }
    const withEnums = modules.map(decodeModule).find((module) => module.enumDefinitions.length > 0);
    if (withEnums === undefined) throw new Error("no test module has enums");
    expect(() => encodeModule({ ...withEnums, version: 6, flavor: 0 })).toThrow(RangeError);
  });

  it("keeps metadata", () => {
    const [first] = modules.map(decodeModule);
    if (first === undefined) throw new Error("there are no test modules");
    const marked = { ...first, metadata: [{ key: Uint8Array.of(1), value: Uint8Array.of(2, 3) }] };
    expect(decodeModule(encodeModule(marked))).toEqual(marked);
  });

  it("refuses numbers that fit no field", () => {
    const [first] = modules.map(decodeModule);
    if (first === undefined) throw new Error("there are no test modules");
    for (const selfModule of [-1, 1.5, Number.NaN, 2 ** 32]) expect(() => encodeModule({ ...first, selfModule })).toThrow(RangeError);
  });
});
