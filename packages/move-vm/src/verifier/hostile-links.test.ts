import { describe, expect, it } from "vitest";
import { faultOf, first, functionOf, handleOf, imports, library, parts, user, type ModuleCase } from "../../test-data/hostile-modules.ts";
import { borrowed, ModuleEditor, mutable, u64 } from "../../test-data/module-editor.ts";
import { ABILITY } from "../runtime/runtime-type.ts";
import { VERIFICATION_FAULTS } from "./verification-error.ts";
import { VerificationMeter } from "./verification-meter.ts";
import { verifyModule, verifyPackage } from "./verify-package.ts";

const LINKING: readonly ModuleCase[] = [
  [
    "missing_module",
    "a module that is not there",
    (m) => (first(m.module.moduleHandles.filter((_, index) => index !== m.module.selfModule)).name = m.addIdentifier("nowhere")),
  ],
  ["missing_datatype", "a struct that is not there", (m) => (handleOf(m, "Pair").name = m.addIdentifier("Ghost"))],
  ["missing_function", "a function that is not there", (m) => (functionOf(m, "make").name = m.addIdentifier("ghost"))],
  ["accepted", "a struct counted on for less", (m) => (handleOf(m, "Pair").abilities = ABILITY.store | ABILITY.drop)],
  ["datatype_mismatch", "a struct counted on for more", (m) => (handleOf(m, "Coin").abilities |= ABILITY.copy)],
  [
    "datatype_mismatch",
    "a struct with a type parameter",
    (m) => m.addDatatype("Nested", handleOf(m, "Pair").module, 0, [{ constraints: 0, isPhantom: false }]),
  ],
  [
    "datatype_mismatch",
    "a type parameter that is not phantom",
    (m) => m.addDatatype("Box", handleOf(m, "Pair").module, 0, [{ constraints: 0, isPhantom: true }]),
  ],
  [
    "datatype_mismatch",
    "a type parameter that asks for less",
    (m) => m.addDatatype("Picky", handleOf(m, "Pair").module, 0, [{ constraints: 0, isPhantom: false }]),
  ],
  ["accepted", "a function as it is", (m) => imports(m, "set", [mutable(m.type("Pair")), u64], [])],
  ["function_mismatch", "a function with other parameters", (m) => imports(m, "set", [mutable(m.type("Pair"))], [])],
  ["function_mismatch", "a function with other results", (m) => imports(m, "set", [mutable(m.type("Pair")), u64], [u64])],
  ["function_mismatch", "an immutable reference for a mutable one", (m) => imports(m, "set", [borrowed(m.type("Pair")), u64], [])],
  ["function_mismatch", "a struct for another", (m) => imports(m, "set", [mutable(m.type("Coin")), u64], [])],
  ["function_mismatch", "a function with a type parameter", (m) => imports(m, "set", [mutable(m.type("Pair")), u64], [], [0])],
  ["not_visible", "a private function", (m) => m.module.functionHandles.push({ ...functionOf(m, "sum"), name: m.addIdentifier("casts") })],
];

describe("modules that do not fit together", () => {
  it.each(LINKING)("%s: %s", (fault, _what, edit) => {
    const editor = new ModuleEditor(user);
    edit(editor);
    expect(faultOf(() => verifyPackage([editor.module], [...library, parts]))).toBe(fault);
  });

  it("refuses friends that the owner does not name", () => {
    const editor = new ModuleEditor(parts);
    editor.module.friends.length = 0;
    expect(faultOf(() => verifyPackage([user], [...library, editor.module]))).toBe("not_visible");
  });

  it("refuses a module twice, and modules that import each other", () => {
    expect(faultOf(() => verifyPackage([parts, parts], library))).toBe("duplicate_module");
    const editor = new ModuleEditor(parts);
    editor.module.moduleHandles.push({
      address: editor.module.moduleHandles[editor.module.selfModule]?.address ?? 0,
      name: editor.addIdentifier("user"),
    });
    expect(faultOf(() => verifyPackage([editor.module, user], library))).toBe("module_cycle");
    expect(faultOf(() => verifyPackage([user], [...library, editor.module]))).toBe("module_cycle");
  });

  it("takes modules in any order, a new one in place of an old", () => {
    expect(faultOf(() => verifyPackage([user, parts, ...library], []))).toBe("accepted");
    expect(faultOf(() => verifyPackage([parts], [...library, parts, user]))).toBe("accepted");
  });
});

it("ends when the meter does", () => {
  expect(faultOf(() => verifyModule(parts, new VerificationMeter(1000)))).toBe("too_complex");
  const meter = new VerificationMeter();
  verifyModule(parts, meter);
  expect(meter.spent).toBeGreaterThan(1000);
});

it("gives every fault a number of its own", () => {
  const codes = Object.values(VERIFICATION_FAULTS);
  expect(new Set(codes).size).toBe(codes.length);
});
