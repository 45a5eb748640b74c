import { beforeAll, describe, expect, it } from "vitest";
import { compileScenarios } from "../../test-data/compile-scenarios.ts";
import { borrowed, ModuleEditor, mutable, type Step, u64, vector } from "../../test-data/module-editor.ts";
import { ScenarioMachine } from "../../test-data/scenario-machine.ts";
import { decodeModule } from "../format/decode-module.ts";
import { encodeModule } from "../format/encode-module.ts";
import { verifyModule } from "../verifier/verify-package.ts";

/** Code that a module may hold though no compiler writes it: sound, so it verifies, and runs to the same end however it is compiled. */
describe.each([
  ["structured", false],
  ["dispatched", true],
])("%s code", (_name, alwaysDispatch) => {
  let machine: ScenarioMachine;
  beforeAll(async () => {
    machine = new ScenarioMachine(await withUnusualCode(), alwaysDispatch);
  }, 60_000);

  it.each([
    ["borrow_on_one_path", 100],
    ["freeze_on_one_path", 100],
    ["element_borrowed_on_one_path", 7],
    ["pop_after_borrow_on_one_path", 7],
    ["aliases", 5],
    ["switch_to_one_place", 3],
  ])("%s", (name, expected) => {
    expect(machine.value(`variants::${name}`)).toBe(expected);
  });

  it("a switch that goes back for every variant ends when the gas does", () => {
    expect(machine.fault("variants::switch_for_ever")).toBe("out_of_gas in variants::switch_for_ever");
  });

  it("a variant that is another than the code takes apart is told", () => {
    expect(machine.fault("variants::wrong_variant")).toBe("enum_error in variants::wrong_variant");
  });
});

async function withUnusualCode(): Promise<Uint8Array[]> {
  const modules = await compileScenarios();
  const index = modules.findIndex((bytes) => decodeModule(bytes).enumDefinitions.length === 3);
  const editor = new ModuleEditor(decodeModule(modules[index] ?? new Uint8Array()));
  const elements = editor.signature([u64]);
  const shape = editor.type("Shape");
  const circle = editor.variant("Shape", 1);
  const add = (name: string, locals: Parameters<ModuleEditor["add"]>[1]["locals"], code: readonly Step[], targets?: readonly number[]) =>
    editor.add(name, {
      results: [u64],
      ...(locals === undefined ? {} : { locals }),
      code,
      ...(targets === undefined ? {} : { jumpTables: [{ enum: editor.enum("Shape"), targets }] }),
    });
  const literal = (value: bigint): Step => ["LdU64", 0, value];

  // A reference that is there on one of two paths is gone where they meet.
  add(
    "borrow_on_one_path",
    [u64, borrowed()],
    [
      literal(42n),
      ["StLoc", 0],
      ["LdTrue"],
      ["BrFalse", 6],
      ["ImmBorrowLoc", 0],
      ["StLoc", 1],
      literal(100n),
      ["StLoc", 0],
      ["MoveLoc", 0],
      ["Ret"],
    ],
  );
  add(
    "freeze_on_one_path",
    [u64, mutable(), borrowed()],
    [
      literal(42n),
      ["StLoc", 0],
      ["MutBorrowLoc", 0],
      ["StLoc", 1],
      ["LdTrue"],
      ["BrFalse", 9],
      ["CopyLoc", 1],
      ["FreezeRef"],
      ["StLoc", 2],
      literal(100n),
      ["MoveLoc", 1],
      ["WriteRef"],
      ["MoveLoc", 0],
      ["Ret"],
    ],
  );
  add(
    "element_borrowed_on_one_path",
    [vector(u64), borrowed()],
    [
      literal(7n),
      ["VecPack", elements, 1n],
      ["StLoc", 0],
      ["LdTrue"],
      ["BrFalse", 9],
      ["ImmBorrowLoc", 0],
      literal(0n),
      ["VecImmBorrow", elements],
      ["StLoc", 1],
      ["MoveLoc", 0],
      ["VecUnpack", elements, 1n],
      ["Ret"],
    ],
  );
  add(
    "pop_after_borrow_on_one_path",
    [vector(u64), borrowed()],
    [
      literal(7n),
      ["VecPack", elements, 1n],
      ["StLoc", 0],
      ["LdTrue"],
      ["BrFalse", 9],
      ["ImmBorrowLoc", 0],
      literal(0n),
      ["VecImmBorrow", elements],
      ["StLoc", 1],
      ["MutBorrowLoc", 0],
      ["VecPopBack", elements],
      ["Ret"],
    ],
  );
  // Two references to one field of a variant; the one made first is let go first.
  add(
    "aliases",
    [shape, mutable(shape), mutable(), mutable()],
    [
      literal(9n),
      ["PackVariant", circle],
      ["StLoc", 0],
      ["MutBorrowLoc", 0],
      ["StLoc", 1],
      ["CopyLoc", 1],
      ["UnpackVariantMutRef", circle],
      ["StLoc", 2],
      ["MoveLoc", 1],
      ["UnpackVariantMutRef", circle],
      ["StLoc", 3],
      literal(4n),
      ["MoveLoc", 2],
      ["WriteRef"],
      literal(5n),
      ["MoveLoc", 3],
      ["WriteRef"],
      ["MoveLoc", 0],
      ["UnpackVariant", circle],
      ["Ret"],
    ],
  );
  add(
    "switch_to_one_place",
    [shape],
    [
      literal(3n),
      ["PackVariant", circle],
      ["StLoc", 0],
      ["ImmBorrowLoc", 0],
      ["VariantSwitch", 0],
      ["MoveLoc", 0],
      ["UnpackVariant", circle],
      ["Ret"],
    ],
    [5, 5, 5],
  );
  add(
    "switch_for_ever",
    [shape],
    [literal(3n), ["PackVariant", circle], ["StLoc", 0], ["ImmBorrowLoc", 0], ["VariantSwitch", 0], literal(1n), ["Ret"]],
    [3, 3, 3],
  );
  add(
    "wrong_variant",
    [shape],
    [
      ["PackVariant", editor.variant("Shape", 0)],
      ["StLoc", 0],
      ["ImmBorrowLoc", 0],
      ["VariantSwitch", 0],
      ["MoveLoc", 0],
      ["UnpackVariant", circle],
      ["Ret"],
    ],
    [4, 4, 4],
  );
  verifyModule(editor.module);
  modules[index] = encodeModule(editor.module);
  return modules;
}
