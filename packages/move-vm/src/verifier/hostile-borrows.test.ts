import { describe, expect, it } from "vitest";
import { type CodeCase, eitherWay, load, outcomeOf, overwrite, ret } from "../../test-data/hostile-code.ts";
import { bool, borrowed, mutable, u64, type Step, type ModuleEditor } from "../../test-data/module-editor.ts";
import { ABILITY } from "../runtime/runtime-type.ts";

/** Where borrows meet, part and pass through calls. */
const BORROWS: readonly CodeCase[] = [
  ...[0, 1].map(
    (stored): CodeCase => [
      "borrowed_local_overwritten",
      `local ${stored} stored over where ways meet that borrow local 0 and local 1`,
      () => ({
        parameters: [u64, u64, bool],
        locals: [borrowed()],
        results: [u64],
        code: [
          ...eitherWay(
            ["MoveLoc", 2],
            [
              ["ImmBorrowLoc", 0],
              ["StLoc", 3],
            ],
            [
              ["ImmBorrowLoc", 1],
              ["StLoc", 3],
            ],
          ),
          load(),
          ["StLoc", stored],
          ["MoveLoc", 3],
          ["ReadRef"],
          ret,
        ],
      }),
    ],
  ),
  ...Array.from(
    { length: 12 },
    (_, field): CodeCase => [
      "conflicting_borrow",
      `field ${field} borrowed where ways meet that borrow twelve fields`,
      (m) => {
        const wide = m.addStruct(
          "Wide",
          Array.from({ length: 12 }, () => u64),
          ABILITY.drop,
        );
        const ways = Array.from({ length: 12 }, (_each, way): Step[] => [
          ["LdTrue"],
          ["BrTrue", 6 * way + 6],
          ["CopyLoc", 0],
          ["MutBorrowField", m.field("Wide", way)],
          ["StLoc", 1],
          ["Branch", 78],
        ]).flat();
        return {
          parameters: [mutable(wide)],
          locals: [mutable()],
          results: [u64],
          code: [
            ...ways,
            ["CopyLoc", 0],
            ["MutBorrowField", m.field("Wide", 0)],
            ["StLoc", 1],
            ["Nop"],
            ["Nop"],
            ["Nop"],
            ["MoveLoc", 0],
            ["ImmBorrowField", m.field("Wide", field)],
            load(),
            ["MoveLoc", 1],
            ["WriteRef"],
            ["ReadRef"],
            ret,
          ],
        };
      },
    ],
  ),
  [
    "accepted",
    "a write where ways meet of which the one that branches has ended the borrow",
    () => ({
      parameters: [mutable(), bool],
      locals: [mutable()],
      code: [
        ["CopyLoc", 0],
        ["StLoc", 2],
        ...eitherWay(["MoveLoc", 1], [["Nop"]], [["MoveLoc", 2], ["Pop"]], 2),
        ...overwrite(["MoveLoc", 0]),
        ret,
      ],
    }),
  ],
  [
    "accepted",
    "a write where ways meet of which the one that does not branch has ended the borrow",
    () => ({
      parameters: [mutable(), bool],
      locals: [mutable()],
      code: [
        ["CopyLoc", 0],
        ["StLoc", 2],
        ...eitherWay(["MoveLoc", 1], [["MoveLoc", 2], ["Pop"]], [["Nop"]], 2),
        ...overwrite(["MoveLoc", 0]),
        ret,
      ],
    }),
  ],
  [
    "conflicting_borrow",
    "a field borrowed under a reference from a call into a part of it",
    (m) => ({
      parameters: [mutable(m.type("Nested"))],
      locals: [mutable()],
      code: [
        ["CopyLoc", 0],
        ["Call", pairOf(m)],
        ["MutBorrowField", m.field("Pair", 0)],
        ["StLoc", 1],
        ["MoveLoc", 0],
        ["MutBorrowField", m.field("Nested", 0)],
        ["Pop"],
        load(),
        ["MoveLoc", 1],
        ["WriteRef"],
        ret,
      ],
    }),
  ],
  [
    "conflicting_borrow",
    "a field borrowed under a mutable reference to a field of it",
    (m) => ({
      parameters: [mutable(m.type("Nested"))],
      locals: [mutable()],
      code: [
        ["CopyLoc", 0],
        ["MutBorrowField", m.field("Nested", 0)],
        ["MutBorrowField", m.field("Pair", 0)],
        ["StLoc", 1],
        ["MoveLoc", 0],
        ["ImmBorrowField", m.field("Nested", 0)],
        ["Pop"],
        load(),
        ["MoveLoc", 1],
        ["WriteRef"],
        ret,
      ],
    }),
  ],
  [
    "conflicting_borrow",
    "a field of a field borrowed under a reference from a call into a part of it",
    (m) => {
      const outer = m.addStruct("Outer", [m.type("Nested")], ABILITY.drop);
      return {
        parameters: [mutable(outer)],
        locals: [mutable()],
        code: [
          ["CopyLoc", 0],
          ["MutBorrowField", m.field("Outer", 0)],
          ["Call", pairOf(m)],
          ["MutBorrowField", m.field("Pair", 0)],
          ["StLoc", 1],
          ["MoveLoc", 0],
          ["MutBorrowField", m.field("Outer", 0)],
          ["MutBorrowField", m.field("Nested", 0)],
          ["Pop"],
          load(),
          ["MoveLoc", 1],
          ["WriteRef"],
          ret,
        ],
      };
    },
  ],
  [
    "conflicting_borrow",
    "a field borrowed under a copy of the reference",
    (m) => ({
      parameters: [mutable(m.type("Pair"))],
      locals: [mutable(m.type("Pair"))],
      code: [
        ["CopyLoc", 0],
        ["StLoc", 1],
        ["MoveLoc", 0],
        ["ImmBorrowField", m.field("Pair", 0)],
        load(),
        load(),
        ["Pack", m.struct("Pair")],
        ["MoveLoc", 1],
        ["WriteRef"],
        ["Pop"],
        ret,
      ],
    }),
  ],
  [
    "dangling_reference",
    "an immutable reference to a local returned by way of a call",
    (m) => ({
      parameters: [m.type("Box", u64)],
      results: [borrowed()],
      code: [["ImmBorrowLoc", 0], ["CallGeneric", m.functionInstance("look", u64)], ret],
    }),
  ],
  [
    "borrowed_result",
    "a reference out of nowhere returned twice",
    (m) => ({
      locals: [mutable()],
      results: [mutable(), mutable()],
      code: [
        ["Call", m.add("nowhere", { results: [mutable()], code: [load(), ["Abort"]] })],
        ["StLoc", 0],
        ["CopyLoc", 0],
        ["MoveLoc", 0],
        ret,
      ],
    }),
  ],
];

/** Adds a function from a mutable reference to a struct to one to its first field. */
function pairOf(m: ModuleEditor): number {
  return m.add("pair_of", {
    parameters: [mutable(m.type("Nested"))],
    results: [mutable(m.type("Pair"))],
    code: [["MoveLoc", 0], ["MutBorrowField", m.field("Nested", 0)], ret],
  });
}

describe("code that is wrong where borrows meet", () => {
  it.each(BORROWS)("%s: %s", (fault, _what, make) => {
    expect(outcomeOf(make)).toBe(fault);
  });
});
