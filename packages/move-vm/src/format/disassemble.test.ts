import { beforeAll, expect, it } from "vitest";
import { compileScenarios } from "../../test-data/compile-scenarios.ts";
import { decodeModule } from "./decode-module.ts";
import { disassemble } from "./disassemble.ts";

let texts: string[];
beforeAll(async () => {
  texts = (await compileScenarios()).map((bytes) => disassemble(decodeModule(bytes)));
}, 60_000);

function textOf(name: string): string {
  const found = texts.find((text) => text.includes(`::${name} {`));
  if (found === undefined) throw new Error(`no module ${name}`);
  return found;
}

it("prints instructions with the names of what they use", () => {
  expect(textOf("deep")).toContain(
    [
      "  public fun through(0: u64): (u64) {",
      "       0: MoveLoc 0",
      "       1: Call 0x7::inner::checked",
      "       2: LdU64 2",
      "       3: Mul",
      "       4: Ret",
      "  }",
    ].join("\n"),
  );
});

it("prints types, generics, variants, constants and natives", () => {
  const values = textOf("values");
  expect(values).toContain("  struct Box<T0> has copy, drop, store { inner: T0, count: u8 }");
  expect(values).toContain("  fun rewrap<T0: copy + drop>(0: &mut Box<T0>, 1: T0): (T0) {");
  expect(values).toContain("MutBorrowFieldGeneric Box.inner<T0>");
  expect(values).toMatch(/CallGeneric 0x7::values::wrap<Point>/);
  const variants = textOf("variants");
  expect(variants).toContain("    Rectangle { width: u64, height: u64, tags: vector<u8> },");
  expect(variants).toMatch(/UnpackVariantMutRef Shape::Circle/);
  expect(variants).toMatch(/VariantSwitch \[L\d+, L\d+, L\d+\]/);
  expect(textOf("aborts")).toMatch(/const #\d+: vector<u8> = 0x[0-9a-f]+; \/\/ "E/);
  expect(textOf("vector")).toContain("public native fun length<T0>(0: &vector<T0>): (u64);");
});

it.each(["deep", "values", "variants", "aborts"])("prints the module %s as it did before", async (name) => {
  await expect(textOf(name)).toMatchFileSnapshot(`../../test-data/disassembly/${name}.golden.txt`);
});
