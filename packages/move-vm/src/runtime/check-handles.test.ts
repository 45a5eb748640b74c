import { FIRST_GAS_SCHEDULE } from "../gas/gas-schedule.ts";
import { describe, expect, it } from "vitest";
import { functionOf, handleOf, library, parts, user } from "../../test-data/hostile-modules.ts";
import { ModuleEditor } from "../../test-data/module-editor.ts";
import { encodeModule } from "../format/encode-module.ts";
import { STANDARD_NATIVES } from "../natives/standard-natives.ts";
import { verifyPackage } from "../verifier/verify-package.ts";
import { createModuleLinker } from "./create-module-linker.ts";
import { ModuleLinkError } from "./module-link-error.ts";
import { ABILITY } from "./runtime-type.ts";

/** Links and verifies `user` with handles that were changed, beside what it imports. */
function answerTo(edit: (m: ModuleEditor) => unknown): { linked: string; verified: string } {
  const editor = new ModuleEditor(user);
  edit(editor);
  const context = { gas: 0, depth: 0, slots: 0, memory: 0, transaction: undefined, schedule: FIRST_GAS_SCHEDULE };
  const answer = (check: () => unknown): string => {
    try {
      check();
      return "fits";
    } catch (error) {
      if (error instanceof ModuleLinkError) return error.code;
      if (error instanceof Error && error.name === "VerificationError") return "refused";
      throw error;
    }
  };
  return {
    linked: answer(() => createModuleLinker([...library, parts, editor.module].map(encodeModule), STANDARD_NATIVES, context)),
    verified: answer(() => verifyPackage([editor.module], [...library, parts])),
  };
}

describe("what a module says of the things it imports", () => {
  it.each<[what: string, edit: (m: ModuleEditor) => unknown]>([
    ["as compiled", () => undefined],
    ["a struct that has gained abilities since", (m) => (handleOf(m, "Pair").abilities = ABILITY.store | ABILITY.drop)],
  ])("fits: %s", (_, edit) => {
    expect(answerTo(edit)).toEqual({ linked: "fits", verified: "fits" });
  });

  it("counts on no ability that it does not know of, though the struct has it", () => {
    const edit = (m: ModuleEditor) => (handleOf(m, "Pair").abilities = ABILITY.drop);
    expect(answerTo(edit)).toEqual({ linked: "fits", verified: "refused" });
  });

  it.each<[what: string, edit: (m: ModuleEditor) => unknown]>([
    ["more abilities than the struct has", (m) => (handleOf(m, "Pair").abilities |= ABILITY.key)],
    ["a type parameter that the struct lacks", (m) => handleOf(m, "Pair").typeParameters.push({ constraints: 0, isPhantom: false })],
    ["a type parameter that the function lacks", (m) => functionOf(m, "make").typeParameters.push(0)],
    ["other parameters", (m) => (functionOf(m, "make").parameters = m.signature([{ kind: "u8" }]))],
  ])("does not fit: %s", (_, edit) => {
    expect(answerTo(edit)).toEqual({ linked: "handle_mismatch", verified: "refused" });
  });
});
