import { expect, it } from "vitest";
import { compileTestPackage } from "../../test-data/compile-package.ts";
import { ModuleEditor, mutable, type NewFunction, u64, vector } from "../../test-data/module-editor.ts";
import { decodeModule } from "../format/decode-module.ts";
import { verifyModule } from "./verify-package.ts";

const parts = (await compileTestPackage("verified")).map(decodeModule).find((module) => module.identifiers.includes("arithmetic8"));

/** Operands of another type than the instruction's, each where no other rule would notice. */
const CASES: readonly (readonly [what: string, make: (m: ModuleEditor) => NewFunction])[] = [
  ["an order of two types", () => ({ code: [["LdU64", 0, 1n], ["LdU8", 0, 1n], ["Lt"], ["Pop"], ["Ret"]] })],
  [
    "an element of another type pushed",
    (m) => ({ parameters: [mutable(vector(u64))], code: [["MoveLoc", 0], ["LdU8", 0, 1n], ["VecPushBack", m.signature([u64])], ["Ret"]] }),
  ],
  [
    "a vector of another type unpacked",
    (m) => ({ parameters: [vector({ kind: "u8" })], code: [["MoveLoc", 0], ["VecUnpack", m.signature([u64]), 1n], ["Pop"], ["Ret"]] }),
  ],
];

it.each(CASES)("refuses %s", (_what, make) => {
  if (parts === undefined) throw new Error("the module is missing");
  const editor = new ModuleEditor(parts);
  editor.add("added", make(editor));
  expect(() => verifyModule(editor.module)).toThrow(expect.objectContaining({ fault: "type_mismatch", function: "added" }));
});
