import { describe, expect, it } from "vitest";
import {
  type CodeCase,
  elementInto,
  fieldInto,
  identity,
  load,
  outcomeOf,
  overwrite,
  overwritePair,
  ret,
} from "../../test-data/hostile-code.ts";
import { borrowed, type ModuleEditor, mutable, type Step, u64, vector } from "../../test-data/module-editor.ts";

const pop: Step = ["Pop"];
const drop = (...locals: number[]): Step[] => locals.flatMap((local): Step[] => [["MoveLoc", local], pop]);
const takesBoth = (m: ModuleEditor, first = borrowed(), second = mutable()): Step => [
  "Call",
  m.add("takes_both", { parameters: [first, second], code: [...drop(0, 1), ret] }),
];

const ARGUMENTS: readonly CodeCase[] = [
  [
    "conflicting_borrow",
    "a field of a local borrowed mutably while another reference to the local is there",
    (m) => ({
      parameters: [m.type("Pair")],
      locals: [borrowed(m.type("Pair")), mutable(m.type("Pair"))],
      code: [
        ["ImmBorrowLoc", 0],
        ["StLoc", 1],
        ["MutBorrowLoc", 0],
        ["StLoc", 2],
        ["MoveLoc", 1],
        ["MoveLoc", 2],
        ["MutBorrowField", m.field("Pair", 0)],
        takesBoth(m, borrowed(m.type("Pair"))),
        ret,
      ],
    }),
  ],
  [
    "conflicting_borrow",
    "a field of a local borrowed by way of the second of two mutable references to it",
    (m) => ({
      parameters: [m.type("Pair")],
      locals: [mutable(m.type("Pair")), mutable(m.type("Pair"))],
      code: [
        ["MutBorrowLoc", 0],
        ["StLoc", 1],
        ["MutBorrowLoc", 0],
        ["MutBorrowField", m.field("Pair", 0)],
        ...overwritePair(m, ["MoveLoc", 1]),
        pop,
        ret,
      ],
    }),
  ],
  [
    "conflicting_borrow",
    "an element borrowed mutably while another reference to the vector is there",
    (m) => ({
      parameters: [vector(u64)],
      locals: [borrowed(vector(u64))],
      code: [
        ["ImmBorrowLoc", 0],
        ["StLoc", 1],
        ["MoveLoc", 1],
        ["MutBorrowLoc", 0],
        load(0n),
        ["VecMutBorrow", m.signature([u64])],
        takesBoth(m, borrowed(vector(u64))),
        ret,
      ],
    }),
  ],
  [
    "borrowed_argument",
    "a mutable and an immutable reference to one local passed together",
    (m) => ({ parameters: [u64], code: [["ImmBorrowLoc", 0], ["MutBorrowLoc", 0], takesBoth(m), ret] }),
  ],
  [
    "accepted",
    "an immutable reference passed twice",
    (m) => ({ parameters: [borrowed()], code: [["CopyLoc", 0], ["MoveLoc", 0], takesBoth(m, borrowed(), borrowed()), ret] }),
  ],
  [
    "accepted",
    "references to two fields passed together",
    (m) => ({
      parameters: [mutable(m.type("Pair"))],
      code: [
        ["CopyLoc", 0],
        ["ImmBorrowField", m.field("Pair", 0)],
        ["MoveLoc", 0],
        ["MutBorrowField", m.field("Pair", 1)],
        takesBoth(m),
        ret,
      ],
    }),
  ],
  [
    "accepted",
    "a whole written once the local with the reference into it is stored over",
    (m) => ({
      parameters: [mutable(m.type("Pair")), mutable()],
      locals: [mutable()],
      code: [
        ...fieldInto(m, "Pair", 0, 2),
        ["MoveLoc", 1],
        ["StLoc", 2],
        ...overwritePair(m, ["MoveLoc", 0]),
        ...overwrite(["MoveLoc", 2]),
        ret,
      ],
    }),
  ],
  [
    "accepted",
    "an abort with references to locals outstanding",
    (m) => ({
      parameters: [m.type("Pair")],
      locals: [mutable(m.type("Pair")), mutable()],
      code: [["MutBorrowLoc", 0], ["StLoc", 1], ["CopyLoc", 1], ["MutBorrowField", m.field("Pair", 0)], ["StLoc", 2], load(), ["Abort"]],
    }),
  ],
];

const U64S = vector(u64);
const elements = (m: ModuleEditor): number => m.signature([u64]);

/** Code that could do no harm: whether it is refused depends on how borrows are written down, here as in Move's own machine. */
const HARMLESS: readonly CodeCase[] = [
  [
    "conflicting_write",
    "a local written by way of a mutable reference beside an immutable one",
    (m) => ({
      parameters: [m.type("Pair")],
      locals: [borrowed(m.type("Pair")), mutable(m.type("Pair"))],
      code: [["ImmBorrowLoc", 0], ["StLoc", 1], ["MutBorrowLoc", 0], ["StLoc", 2], ...overwritePair(m, ["MoveLoc", 2]), ...drop(1), ret],
    }),
  ],
  [
    "conflicting_freeze",
    "a vector measured under a mutable reference to an element",
    (m) => ({
      parameters: [mutable(U64S)],
      locals: [mutable()],
      code: [...elementInto(m, u64, 1), ["MoveLoc", 0], ["FreezeRef"], ["VecLen", elements(m)], pop, ...overwrite(["MoveLoc", 1]), ret],
    }),
  ],
  [
    "conflicting_borrow",
    "a switch on a local under a reference to the field of its variant",
    (m) => ({
      parameters: [m.type("Shape")],
      locals: [mutable()],
      code: [
        ["MutBorrowLoc", 0],
        ["UnpackVariantMutRef", m.variant("Shape", 1)],
        ["StLoc", 1],
        ["ImmBorrowLoc", 0],
        ["VariantSwitch", 0],
        ...overwrite(["MoveLoc", 1]),
        ret,
      ],
      jumpTables: [{ enum: m.enum("Shape"), targets: [5, 5, 5] }],
    }),
  ],
  [
    "borrowed_argument",
    "a mutable reference passed under a copy of it",
    (m) => ({
      parameters: [mutable()],
      locals: [mutable()],
      code: [["CopyLoc", 0], ["StLoc", 1], ["MoveLoc", 0], identity(m, u64), pop, ...overwrite(["MoveLoc", 1]), ret],
    }),
  ],
  [
    "accepted",
    "a copy of a mutable reference passed, and written through what it is a copy of once the result is gone",
    (m) => ({
      parameters: [mutable()],
      code: [["CopyLoc", 0], identity(m, u64), pop, ...overwrite(["MoveLoc", 0]), ret],
    }),
  ],
  [
    "accepted",
    "a vector changed by way of a copy of its reference",
    (m) => ({
      parameters: [mutable(U64S)],
      locals: [mutable(U64S)],
      code: [
        ["CopyLoc", 0],
        ["StLoc", 1],
        ["CopyLoc", 1],
        load(),
        ["VecPushBack", elements(m)],
        ["MoveLoc", 1],
        load(0n),
        load(1n),
        ["VecSwap", elements(m)],
        ["MoveLoc", 0],
        ["VecPopBack", elements(m)],
        pop,
        ret,
      ],
    }),
  ],
  [
    "borrowed_local_overwritten",
    "a struct stored over under a reference to the whole",
    (m) => ({
      parameters: [m.type("Pair"), m.type("Pair")],
      locals: [mutable(m.type("Pair"))],
      code: [
        ["MutBorrowLoc", 0],
        ["StLoc", 2],
        ["MoveLoc", 1],
        ["StLoc", 0],
        load(),
        ["MoveLoc", 2],
        ["MutBorrowField", m.field("Pair", 0)],
        ["WriteRef"],
        ret,
      ],
    }),
  ],
];

describe("references among the arguments of a call, and beside others", () => {
  it.each([...ARGUMENTS, ...HARMLESS])("%s: %s", (fault, _what, make) => {
    expect(outcomeOf(make)).toBe(fault);
  });
});
