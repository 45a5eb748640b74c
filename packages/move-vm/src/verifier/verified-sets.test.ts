import { expect, it } from "vitest";
import { faultOf, library, parts, ret, user } from "../../test-data/hostile-modules.ts";
import { ModuleEditor, type Step } from "../../test-data/module-editor.ts";
import { encodeModule } from "../format/encode-module.ts";
import { createVirtualMachine } from "../runtime/create-virtual-machine.ts";

/** A set of modules of which the last has a function more, of this code. */
function modulesWith(...code: Step[]): Uint8Array[] {
  const editor = new ModuleEditor(user);
  editor.add("another", { code });
  return [...library, parts, editor.module].map(encodeModule);
}

const load = (modules: readonly Uint8Array[], verificationLimit?: number) =>
  faultOf(() => createVirtualMachine({ modules, ...(verificationLimit === undefined ? {} : { verificationLimit }) }));

it("trusts a set that was verified before, and none that differs from it by a byte, whoever changed it", () => {
  const sound = modulesWith(["LdTrue"], ["Pop"], ret);
  const unsound = modulesWith(["Pop"], ["LdTrue"], ret);
  expect(unsound.map(({ length }) => length)).toEqual(sound.map(({ length }) => length));
  expect([load(sound), load(sound), load(unsound), load(unsound)]).toEqual(["accepted", "accepted", "stack_underflow", "stack_underflow"]);
  // The bytes that were verified are changed where they are.
  for (const [index, bytes] of sound.entries()) bytes.set(unsound[index] ?? []);
  expect(load(sound)).toBe("stack_underflow");
});

it("verifies a set again under another limit", () => {
  const sound = modulesWith(["LdFalse"], ["Pop"], ret);
  expect([load(sound), load(sound, 1), load(sound)]).toEqual(["accepted", "too_complex", "accepted"]);
});

it("verifies a set again that it has let go of", () => {
  const code: Step[] = [["LdTrue"], ["Pop"]];
  for (let count = 1; count < 12; count++)
    expect(load(modulesWith(...Array.from({ length: count }, () => code).flat(), ret))).toBe("accepted");
  expect(load(modulesWith(...code, ret))).toBe("accepted");
});
