import { describe, expect, it } from "vitest";
import {
  type CodeCase,
  eitherWay,
  fieldInto,
  identity,
  load,
  outcomeOf,
  overwrite,
  overwritePair,
  ret,
} from "../../test-data/hostile-code.ts";
import { bool, borrowed, type ModuleEditor, mutable, type Step, u64 } from "../../test-data/module-editor.ts";

const pop: Step = ["Pop"];
const drop = (...locals: number[]): Step[] => locals.flatMap((local): Step[] => [["MoveLoc", local], pop]);
/** A function that takes an immutable reference and answers a mutable one, which can be to nothing that it was given. */
const outOfNowhere = (m: ModuleEditor): Step => {
  const nowhere = m.add("nowhere", { results: [mutable()], code: [load(), ["Abort"]] });
  return ["Call", m.add("launder", { parameters: [borrowed()], results: [mutable()], code: [...drop(0), ["Call", nowhere], ret] })];
};
/** A function from a pair to a mutable reference to one of its fields and an immutable one to the other. */
const split = (m: ModuleEditor): Step => [
  "Call",
  m.add("split", {
    parameters: [mutable(m.type("Pair"))],
    results: [mutable(), borrowed()],
    code: [["CopyLoc", 0], ["MutBorrowField", m.field("Pair", 0)], ["MoveLoc", 0], ["ImmBorrowField", m.field("Pair", 1)], ret],
  }),
];
/** Puts a reference to the first field of the pair that local 0 refers to, or what a call answers for it, into local 2. */
const fieldOrResult = (m: ModuleEditor): Step[] =>
  eitherWay(["MoveLoc", 1], fieldInto(m, "Pair", 0, 2), [
    ["CopyLoc", 0],
    ["Call", m.function("larger")],
    ["StLoc", 2],
  ]);

const RESULTS: readonly CodeCase[] = [
  [
    "accepted",
    "writes through results of calls, the last one first, each released before the next",
    (m) => {
      const call = identity(m, u64);
      return {
        parameters: [mutable()],
        locals: [mutable(), mutable()],
        code: [
          ["CopyLoc", 0],
          call,
          ["StLoc", 1],
          ["CopyLoc", 1],
          call,
          ["StLoc", 2],
          ...overwrite(["CopyLoc", 2]),
          ...drop(2),
          ...overwrite(["CopyLoc", 1]),
          ...drop(1),
          ...overwrite(["MoveLoc", 0]),
          ret,
        ],
      };
    },
  ],
  [
    "conflicting_write",
    "a write through a result under what another call made of it",
    (m) => {
      const call = identity(m, u64);
      return {
        parameters: [mutable()],
        locals: [mutable(), mutable()],
        code: [["CopyLoc", 0], call, ["StLoc", 1], ["CopyLoc", 1], call, ["StLoc", 2], ...overwrite(["CopyLoc", 1]), ret],
      };
    },
  ],
  [
    "accepted",
    "a write through a field on one way and a call's result on the other",
    (m) => ({
      parameters: [mutable(m.type("Pair")), bool],
      locals: [mutable()],
      code: [...fieldOrResult(m), ...overwrite(["MoveLoc", 2]), ret],
    }),
  ],
  [
    "conflicting_write",
    "the whole written under a field on one way and a call's result on the other",
    (m) => ({
      parameters: [mutable(m.type("Pair")), bool],
      locals: [mutable()],
      code: [...fieldOrResult(m), ...overwritePair(m, ["CopyLoc", 0]), ret],
    }),
  ],
  [
    "accepted",
    "a mutable result of a call that was given an immutable reference, beside that reference",
    (m) => ({
      parameters: [borrowed()],
      locals: [mutable()],
      code: [
        ["CopyLoc", 0],
        outOfNowhere(m),
        ["StLoc", 1],
        ...overwrite(["CopyLoc", 1]),
        ["MoveLoc", 0],
        ["ReadRef"],
        pop,
        ...drop(1),
        ret,
      ],
    }),
  ],
  [
    "accepted",
    "a function that answers itself with a mutable reference for an immutable one",
    (m) => ({ parameters: [borrowed()], results: [mutable()], code: [["MoveLoc", 0], ["Call", m.module.functionHandles.length], ret] }),
  ],
  [
    "accepted",
    "a mutable and an immutable result written and read in turns",
    (m) => ({
      parameters: [mutable(m.type("Pair"))],
      locals: [mutable(), borrowed()],
      code: [
        ["CopyLoc", 0],
        split(m),
        ["StLoc", 2],
        ["StLoc", 1],
        ...overwrite(["CopyLoc", 1]),
        ["CopyLoc", 2],
        ["ReadRef"],
        pop,
        ...overwrite(["MoveLoc", 1]),
        ...drop(2, 0),
        ret,
      ],
    }),
  ],
  [
    "conflicting_write",
    "the whole written under the immutable one of two results",
    (m) => ({
      parameters: [mutable(m.type("Pair"))],
      locals: [borrowed()],
      code: [["CopyLoc", 0], split(m), ["StLoc", 1], pop, ...overwritePair(m, ["CopyLoc", 0]), ret],
    }),
  ],
  [
    "conflicting_borrow",
    "a field returned mutably and once more immutably",
    (m) => ({
      parameters: [mutable(m.type("Pair"))],
      results: [mutable(), borrowed()],
      code: [["CopyLoc", 0], ["MutBorrowField", m.field("Pair", 0)], ["MoveLoc", 0], ["ImmBorrowField", m.field("Pair", 0)], ret],
    }),
  ],
  [
    "conflicting_borrow",
    "a field of a field returned mutably with the field around it",
    (m) => ({
      parameters: [mutable(m.type("Nested"))],
      results: [mutable(), borrowed(m.type("Pair"))],
      code: [
        ["CopyLoc", 0],
        ["MutBorrowField", m.field("Nested", 0)],
        ["MutBorrowField", m.field("Pair", 0)],
        ["MoveLoc", 0],
        ["ImmBorrowField", m.field("Nested", 0)],
        ret,
      ],
    }),
  ],
  [
    "conflicting_write",
    "a box written under what a generic call made of it",
    (m) => ({
      parameters: [mutable(m.type("Box", u64))],
      locals: [mutable()],
      code: [
        ["CopyLoc", 0],
        ["CallGeneric", m.functionInstance("reach", u64)],
        ["StLoc", 1],
        load(),
        ["CallGeneric", m.functionInstance("box", u64)],
        ["CopyLoc", 0],
        ["WriteRef"],
        ret,
      ],
    }),
  ],
];

describe("references that go through calls", () => {
  it.each(RESULTS)("%s: %s", (fault, _what, make) => {
    expect(outcomeOf(make)).toBe(fault);
  });
});
