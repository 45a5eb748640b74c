import { describe, expect, it } from "vitest";
import {
  type CodeCase,
  eitherWay,
  fieldInto,
  fieldOfReference,
  identity,
  load,
  outcomeOf,
  overwrite,
  overwritePair,
  ret,
} from "../../test-data/hostile-code.ts";
import { bool, borrowed, mutable, u64, type ModuleEditor, type NewFunction, type Step } from "../../test-data/module-editor.ts";
import type { TypeToken } from "../format/compiled-module.ts";
import { ABILITY } from "../runtime/runtime-type.ts";

const held = (m: ModuleEditor): TypeToken => m.addStruct("Held", [m.type("Shape")], ABILITY.drop);

/** Two references to one thing, come by in two ways. */
const ALIASES: readonly CodeCase[] = [
  [
    "accepted",
    "a reference frozen on one way and immutable on the other",
    (m) => ({
      parameters: [m.type("Pair"), bool],
      locals: [borrowed(m.type("Pair"))],
      results: [u64],
      code: [
        ["MoveLoc", 1],
        ["BrTrue", 5],
        ["ImmBorrowLoc", 0],
        ["StLoc", 2],
        ["Branch", 8],
        ["MutBorrowLoc", 0],
        ["FreezeRef"],
        ["StLoc", 2],
        ["MoveLoc", 2],
        ["Call", m.function("sum")],
        ret,
      ],
    }),
  ],
  [
    "accepted",
    "a mutable reference to one field returned with one to the other",
    (m) => ({
      parameters: [mutable(m.type("Pair"))],
      results: [mutable(), borrowed()],
      code: [["CopyLoc", 0], ["MutBorrowField", m.field("Pair", 0)], ["MoveLoc", 0], ["ImmBorrowField", m.field("Pair", 1)], ret],
    }),
  ],
  [
    "conflicting_borrow",
    "a mutable reference to a field returned with another to it",
    (m) => ({
      parameters: [mutable(m.type("Pair"))],
      results: [mutable(), borrowed()],
      code: [["CopyLoc", 0], ["MutBorrowField", m.field("Pair", 0)], ["MoveLoc", 0], ["ImmBorrowField", m.field("Pair", 0)], ret],
    }),
  ],
  [
    "conflicting_freeze",
    "a mutable reference to a field returned with one to the whole",
    (m) => ({
      parameters: [mutable(m.type("Pair"))],
      results: [mutable(), borrowed(m.type("Pair"))],
      code: [["CopyLoc", 0], ["MutBorrowField", m.field("Pair", 0)], ["MoveLoc", 0], ["FreezeRef"], ret],
    }),
  ],
  [
    "borrowed_argument",
    "a reference given to a call a second time under what the first answered",
    (m) => {
      const call = identity(m, u64);
      return { parameters: [mutable()], results: [mutable(), mutable()], code: [["CopyLoc", 0], call, ["MoveLoc", 0], call, ret] };
    },
  ],
  [
    "borrowed_argument",
    "two arguments that are one on one of the ways",
    (m) => ({
      parameters: [mutable(m.type("Coin")), mutable(m.type("Coin")), bool],
      locals: [mutable(m.type("Coin")), mutable(m.type("Coin"))],
      code: [
        ["MoveLoc", 2],
        ["BrTrue", 7],
        ["CopyLoc", 0],
        ["StLoc", 3],
        ["CopyLoc", 1],
        ["StLoc", 4],
        ["Branch", 11],
        ["CopyLoc", 0],
        ["StLoc", 3],
        ["CopyLoc", 0],
        ["StLoc", 4],
        ["MoveLoc", 3],
        ["MoveLoc", 4],
        ["Call", m.function("swap_coins")],
        ret,
      ],
    }),
  ],
  [
    "conflicting_write",
    "a struct written where ways meet of which one borrowed its field",
    (m) => ({
      parameters: [mutable(m.type("Pair")), bool, mutable()],
      locals: [mutable()],
      code: [
        ...eitherWay(["MoveLoc", 1], fieldInto(m, "Pair", 0, 3), [
          ["MoveLoc", 2],
          ["StLoc", 3],
        ]),
        ...overwritePair(m, ["MoveLoc", 0]),
        ...overwrite(["MoveLoc", 3]),
        ret,
      ],
    }),
  ],
  [
    "conflicting_write",
    "a struct written under a reference to its field where the other way aborts",
    (m) => ({
      parameters: [mutable(m.type("Pair"))],
      locals: [mutable()],
      code: [
        ...fieldOfReference(m),
        ["LdTrue"],
        ["BrTrue", 7],
        load(),
        ["Abort"],
        ...overwritePair(m, ["MoveLoc", 0]),
        ...overwrite(["MoveLoc", 1]),
        ret,
      ],
    }),
  ],
  [
    "conflicting_write",
    "a variant changed by way of a second reference to the enum's field",
    (m) => {
      held(m);
      return changedVariant(m, "Held", [
        ["CopyLoc", 0],
        ["MutBorrowField", m.field("Held", 0)],
        ["CopyLoc", 0],
        ["MutBorrowField", m.field("Held", 0)],
        ["StLoc", 1],
        ["UnpackVariantMutRef", m.variant("Shape", 1)],
        ["StLoc", 2],
      ]);
    },
  ],
  [
    "conflicting_write",
    "a variant changed by way of a reference made after the one to its field",
    (m) => {
      held(m);
      return changedVariant(m, "Held", [
        ["CopyLoc", 0],
        ["MutBorrowField", m.field("Held", 0)],
        ["UnpackVariantMutRef", m.variant("Shape", 1)],
        ["StLoc", 2],
        ["CopyLoc", 0],
        ["MutBorrowField", m.field("Held", 0)],
        ["StLoc", 1],
      ]);
    },
  ],
  [
    "conflicting_borrow",
    "a variant taken apart under what a call made of its reference",
    (m) =>
      changedVariant(m, "Shape", [
        ["CopyLoc", 0],
        identity(m, m.type("Shape")),
        ["StLoc", 1],
        ["MoveLoc", 0],
        ["UnpackVariantMutRef", m.variant("Shape", 1)],
        ["StLoc", 2],
      ]),
  ],
  [
    "conflicting_write",
    "a variant changed under a field taken from what a call made of its reference",
    (m) =>
      changedVariant(m, "Shape", [
        ["CopyLoc", 0],
        identity(m, m.type("Shape")),
        ["UnpackVariantMutRef", m.variant("Shape", 1)],
        ["StLoc", 2],
        ["MoveLoc", 0],
        ["StLoc", 1],
      ]),
  ],
];

/** Code that leaves a reference to an enum in local 1 and one to a field of its variant in local 2; then the enum becomes another variant. */
function changedVariant(m: ModuleEditor, parameter: string, code: readonly Step[]): NewFunction {
  return {
    parameters: [mutable(m.type(parameter))],
    locals: [mutable(m.type("Shape")), mutable()],
    code: [...code, ["PackVariant", m.variant("Shape", 0)], ["MoveLoc", 1], ["WriteRef"], ...overwrite(["MoveLoc", 2]), ret],
  };
}

describe("references to one thing", () => {
  it.each(ALIASES)("%s: %s", (fault, _what, make) => {
    expect(outcomeOf(make)).toBe(fault);
  });
});
