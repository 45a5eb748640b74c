import { describe, expect, it } from "vitest";
import { type CodeCase, outcomeOf, ret } from "../../test-data/hostile-code.ts";
import { bool, type ModuleEditor, mutable, type Step, u64 } from "../../test-data/module-editor.ts";
import type { TypeToken } from "../format/compiled-module.ts";
import { ABILITY } from "../runtime/runtime-type.ts";

const VALUE = ABILITY.copy | ABILITY.drop | ABILITY.store;

/** A struct with a phantom type parameter and another one, of these type arguments, with the instruction that makes it. */
function two(m: ModuleEditor, phantom: TypeToken, other: TypeToken, abilities: number = VALUE): { type: TypeToken; pack: Step[] } {
  const parameters = [true, false].map((isPhantom) => ({ constraints: 0, isPhantom }));
  m.addStruct("Two", [bool], abilities, parameters);
  return { type: m.type("Two", phantom, other), pack: [["LdTrue"], ["PackGeneric", m.structInstance("Two", phantom, other)]] };
}

/** Whether a value has an ability, by what is done to it: only the type argument that is no phantom lends them. */
const USES: readonly (readonly [
  fault: CodeCase[0],
  what: string,
  code: (made: { type: TypeToken; pack: Step[] }) => ReturnType<CodeCase[2]>,
])[] = [
  ["lacks_drop", "written over", ({ type, pack }) => ({ parameters: [mutable(type)], code: [...pack, ["MoveLoc", 0], ["WriteRef"], ret] })],
  ["lacks_drop", "popped", ({ pack }) => ({ code: [...pack, ["Pop"], ret] })],
  ["value_destroyed", "left in a local", ({ type }) => ({ parameters: [type], code: [ret] })],
  [
    "value_destroyed",
    "stored over",
    ({ type, pack }) => ({ parameters: [type], results: [type], code: [...pack, ["StLoc", 0], ["MoveLoc", 0], ret] }),
  ],
  ["lacks_copy", "copied", ({ type }) => ({ parameters: [type], results: [type, type], code: [["CopyLoc", 0], ["MoveLoc", 0], ret] })],
  [
    "lacks_copy",
    "read through a reference",
    ({ type }) => ({ parameters: [mutable(type)], results: [type], code: [["MoveLoc", 0], ["ReadRef"], ret] }),
  ],
  ["lacks_drop", "compared", ({ pack }) => ({ results: [bool], code: [...pack, ...pack, ["Eq"], ret] })],
];

describe("a value of a type with a phantom type argument", () => {
  it.each(USES)("%s for one with a coin, but not for one with a phantom coin: %s", (fault, _what, code) => {
    expect(outcomeOf((m) => code(two(m, u64, m.type("Coin"))))).toBe(fault);
    expect(outcomeOf((m) => code(two(m, m.type("Coin"), u64)))).toBe("accepted");
  });

  it("has no ability that its declaration lacks", () => {
    for (const [fault, , code] of USES) expect(outcomeOf((m) => code(two(m, u64, u64, ABILITY.store)))).toBe(fault);
  });

  it("meets a constraint by its other type arguments", () => {
    const asked = (m: ModuleEditor, phantom: TypeToken, other: TypeToken) => {
      const { type } = two(m, phantom, other);
      return { locals: [m.type("Picky", type)], code: [ret] };
    };
    expect(outcomeOf((m) => asked(m, u64, m.type("Coin")))).toBe("constraint_not_satisfied");
    expect(outcomeOf((m) => asked(m, m.type("Coin"), u64))).toBe("accepted");
  });
});
