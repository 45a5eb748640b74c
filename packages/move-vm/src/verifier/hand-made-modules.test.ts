import { expect, test } from "vitest";
import { compileTestPackage } from "../../test-data/compile-package.ts";
import { ModuleEditor, u64 } from "../../test-data/module-editor.ts";
import type { CompiledModule, TypeToken } from "../format/compiled-module.ts";
import { decodeModule } from "../format/decode-module.ts";
import { verifyModule } from "./verify-package.ts";

const parts = (await compileTestPackage("verified")).map(decodeModule).find((module) => module.identifiers.includes("arithmetic8"));

function verify(edit: (m: ModuleEditor) => void): () => void {
  if (parts === undefined) throw new Error("the test package has no such module");
  const editor = new ModuleEditor(parts);
  edit(editor);
  const module: CompiledModule = editor.module;
  return () => verifyModule(module);
}

/** What no bytes can say, and types of TypeScript do not allow. */
const noNumber = undefined as unknown as number;

test.each([["MoveLoc"], ["Call"], ["LdConst"], ["Branch"], ["Pack"]] as const)("%s of no index is out of bounds", (op) => {
  const edited = verify((m) => {
    m.add("f", { parameters: [u64], code: [["Nop"], ["Ret"]] });
    m.codeOf("f").instructions.splice(0, 1, { op, index: noNumber, literal: 0n });
  });
  expect(edited).toThrow(expect.objectContaining({ fault: "index_out_of_bounds" }));
});

test.each([["toString"], ["constructor"], ["__proto__"]])("there is no instruction %s", (name) => {
  const edited = verify((m) => {
    m.add("f", { code: [["Nop"], ["Ret"]] });
    m.codeOf("f").instructions.splice(0, 1, { op: name as "Nop", index: 0, literal: 0n });
  });
  expect(edited).toThrow(expect.objectContaining({ fault: "bad_operand" }));
});

test("a type argument that is not there hides none that is", () => {
  const edited = verify((m) => {
    const reference: TypeToken = { kind: "reference", target: { kind: "reference", target: u64 } };
    m.module.datatypeHandles.push({
      module: m.module.selfModule,
      name: m.addIdentifier("Two"),
      abilities: 0,
      typeParameters: [0, 0].map((constraints) => ({ constraints, isPhantom: false })),
    });
    const handle = m.module.datatypeHandles.length - 1;
    m.module.signatures.push([{ kind: "datatype", handle, typeArguments: [reference, noNumber as unknown as TypeToken] }]);
  });
  expect(edited).toThrow("a type is made of something that is not there");
});
