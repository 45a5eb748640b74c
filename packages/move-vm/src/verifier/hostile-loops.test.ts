import { describe, expect, it } from "vitest";
import {
  type CodeCase,
  eitherWay,
  fieldInto,
  fieldOfLocal,
  fieldOfReference,
  identity,
  load,
  outcomeOf,
  overwrite,
  overwritePair,
  perhapsTo,
  ret,
} from "../../test-data/hostile-code.ts";
import { bool, borrowed, type ModuleEditor, mutable, type NewFunction, type Step, u64, vector } from "../../test-data/module-editor.ts";

/** Local 3 is made to point where nothing else is borrowed from. */
const elsewhere: readonly Step[] = [
  ["CopyLoc", 2],
  ["StLoc", 3],
];
/** Two loops, one in the other, that one switch closes both after a field has been borrowed: each begins with some steps. */
const twoLoops = (m: ModuleEditor, outer: readonly Step[], inner: readonly Step[]): NewFunction => {
  const code: Step[] = [...elsewhere, ...outer, ...inner, ...fieldInto(m, "Pair", 0, 3), ["CopyLoc", 1], ["VariantSwitch", 0], ret];
  const start = elsewhere.length;
  return {
    parameters: [mutable(m.type("Pair")), borrowed(m.type("Shape")), mutable()],
    locals: [mutable()],
    code,
    jumpTables: [{ enum: m.enum("Shape"), targets: [start, start + outer.length, code.length - 1] }],
  };
};
/** Three loops, one in the other: the pair is written in the outermost, and the innermost takes these steps. */
const threeLoops = (m: ModuleEditor, innermost: readonly Step[]): NewFunction => ({
  parameters: [mutable(m.type("Pair")), u64, mutable()],
  locals: [mutable()],
  code: [
    ...elsewhere,
    ...overwritePair(m, ["CopyLoc", 0]),
    load(),
    ["StLoc", 1],
    ...innermost,
    ...perhapsTo(9),
    ...perhapsTo(7),
    ...perhapsTo(2),
    ret,
  ],
});

/** References that are there when a loop begins, and go round it. */
const LOOPS: readonly CodeCase[] = [
  [
    "accepted",
    "a local stored over and borrowed anew in each round",
    () => ({ locals: [u64, borrowed()], code: [load(), ["StLoc", 0], ["ImmBorrowLoc", 0], ["StLoc", 1], ["Branch", 0]] }),
  ],
  [
    "accepted",
    "a reference written through in a loop without end",
    (m) => ({
      parameters: [mutable(m.type("Pair"))],
      locals: [mutable()],
      code: [...fieldOfReference(m), ...overwrite(["CopyLoc", 1]), ["Branch", 3]],
    }),
  ],
  [
    "accepted",
    "a loop from the first instruction on",
    (m) => ({ parameters: [mutable(m.type("Pair"))], code: [...overwritePair(m, ["CopyLoc", 0]), ...perhapsTo(0), ret] }),
  ],
  [
    "accepted",
    "a reference handed from local to local and back",
    (m) => ({
      parameters: [mutable(m.type("Pair"))],
      locals: [mutable(m.type("Pair"))],
      code: [["MoveLoc", 0], ["StLoc", 1], ["MoveLoc", 1], ["StLoc", 0], ...perhapsTo(0), ...overwritePair(m, ["MoveLoc", 0]), ret],
    }),
  ],
  [
    "accepted",
    "one of two fields, by the way taken, written in each round and the whole after",
    (m) => ({
      parameters: [mutable(m.type("Pair")), bool],
      locals: [mutable()],
      code: [
        ...eitherWay(["CopyLoc", 1], fieldInto(m, "Pair", 0, 2), fieldInto(m, "Pair", 1, 2)),
        ...overwrite(["MoveLoc", 2]),
        ...perhapsTo(0),
        ...overwritePair(m, ["MoveLoc", 0]),
        ret,
      ],
    }),
  ],
  [
    "accepted",
    "an element written in each round and one pushed after",
    (m) => ({
      parameters: [mutable(vector(u64))],
      code: [
        load(),
        ["CopyLoc", 0],
        load(),
        ["VecMutBorrow", m.signature([u64])],
        ["WriteRef"],
        ...perhapsTo(0),
        ["MoveLoc", 0],
        load(),
        ["VecPushBack", m.signature([u64])],
        ret,
      ],
    }),
  ],
  [
    "accepted",
    "a variant's field written in each round and the enum after",
    (m) => ({
      parameters: [mutable(m.type("Shape"))],
      code: [
        load(),
        ["CopyLoc", 0],
        ["UnpackVariantMutRef", m.variant("Shape", 1)],
        ["WriteRef"],
        ...perhapsTo(0),
        ["PackVariant", m.variant("Shape", 0)],
        ["MoveLoc", 0],
        ["WriteRef"],
        ret,
      ],
    }),
  ],
  [
    "accepted",
    "both fields from a call written in each round",
    (m) => ({
      parameters: [mutable(m.type("Pair"))],
      locals: [mutable(), mutable()],
      code: [
        ["CopyLoc", 0],
        [
          "Call",
          m.add("fields", {
            parameters: [mutable(m.type("Pair"))],
            results: [mutable(), mutable()],
            code: [["CopyLoc", 0], ["MutBorrowField", m.field("Pair", 0)], ["MoveLoc", 0], ["MutBorrowField", m.field("Pair", 1)], ret],
          }),
        ],
        ["StLoc", 1],
        ["StLoc", 2],
        ...overwrite(["MoveLoc", 1]),
        ...overwrite(["MoveLoc", 2]),
        ...perhapsTo(0),
        ret,
      ],
    }),
  ],
  [
    "accepted",
    "two loops closed by one switch, what was borrowed given up where the outer begins",
    (m) => twoLoops(m, [...elsewhere, ...overwritePair(m, ["CopyLoc", 0])], []),
  ],
  [
    "conflicting_write",
    "two loops closed by one switch, a struct written where the outer begins",
    (m) => twoLoops(m, overwritePair(m, ["CopyLoc", 0]), elsewhere),
  ],
  [
    "conflicting_write",
    "two loops closed by one switch, a struct written where the inner begins and the outer has given up what was borrowed",
    (m) => twoLoops(m, elsewhere, overwritePair(m, ["CopyLoc", 0])),
  ],
  [
    "accepted",
    "a field borrowed in the innermost of three loops and given up there",
    (m) => threeLoops(m, [...fieldInto(m, "Pair", 0, 3), ...elsewhere]),
  ],
  [
    "conflicting_write",
    "a field borrowed in the innermost of three loops and kept when the outermost begins anew",
    (m) => threeLoops(m, fieldInto(m, "Pair", 0, 3)),
  ],
  [
    "conflicting_write",
    "a struct written in a loop under a reference to its field",
    (m) => ({
      parameters: [mutable(m.type("Pair"))],
      locals: [mutable()],
      code: [...fieldOfReference(m), ...overwritePair(m, ["CopyLoc", 0]), ...perhapsTo(3), ...overwrite(["MoveLoc", 1]), ret],
    }),
  ],
  [
    "conflicting_write",
    "a struct written in the outer of two loops under a reference to its field",
    (m) => ({
      parameters: [mutable(m.type("Pair"))],
      locals: [mutable()],
      code: [
        ...fieldOfReference(m),
        ["Nop"],
        ["Nop"],
        ...perhapsTo(4),
        ...overwritePair(m, ["CopyLoc", 0]),
        ...perhapsTo(3),
        ...overwrite(["MoveLoc", 1]),
        ret,
      ],
    }),
  ],
  [
    "conflicting_write",
    "an element pushed in a loop under a reference to one",
    (m) => ({
      parameters: [mutable(vector(u64))],
      locals: [mutable()],
      code: [
        ["CopyLoc", 0],
        load(),
        ["VecMutBorrow", m.signature([u64])],
        ["StLoc", 1],
        ["CopyLoc", 0],
        load(),
        ["VecPushBack", m.signature([u64])],
        ...perhapsTo(4),
        ...overwrite(["MoveLoc", 1]),
        ret,
      ],
    }),
  ],
  [
    "conflicting_write",
    "a variant changed in a loop under a reference to its field",
    (m) => ({
      parameters: [mutable(m.type("Shape"))],
      locals: [mutable()],
      code: [
        ["CopyLoc", 0],
        ["UnpackVariantMutRef", m.variant("Shape", 1)],
        ["StLoc", 1],
        ["PackVariant", m.variant("Shape", 0)],
        ["CopyLoc", 0],
        ["WriteRef"],
        ...perhapsTo(3),
        ...overwrite(["MoveLoc", 1]),
        ret,
      ],
    }),
  ],
  [
    "conflicting_write",
    "a struct written under what a call made of it, round after round",
    (m) => {
      const call = identity(m, m.type("Pair"));
      return {
        parameters: [mutable(m.type("Pair"))],
        locals: [mutable(m.type("Pair"))],
        code: [
          ["CopyLoc", 0],
          call,
          ["StLoc", 1],
          ["LdTrue"],
          ["BrTrue", 9],
          ["MoveLoc", 1],
          call,
          ["StLoc", 1],
          ["Branch", 3],
          ...overwritePair(m, ["MoveLoc", 0]),
          ["MoveLoc", 1],
          ["Pop"],
          ret,
        ],
      };
    },
  ],
  [
    "borrowed_argument",
    "a reference passed on in a loop under one to a field",
    (m) => ({
      parameters: [mutable(m.type("Pair"))],
      locals: [mutable()],
      code: [
        ...fieldOfReference(m),
        ["CopyLoc", 0],
        load(),
        ["Call", m.function("set")],
        ...perhapsTo(3),
        ...overwrite(["MoveLoc", 1]),
        ret,
      ],
    }),
  ],
  [
    "borrowed_local_overwritten",
    "a local stored over in a loop under a reference to its field",
    (m) => ({
      locals: [m.type("Pair"), mutable()],
      code: [
        ...fieldOfLocal(m),
        load(),
        load(),
        ["Pack", m.struct("Pair")],
        ["StLoc", 0],
        ...perhapsTo(7),
        ...overwrite(["MoveLoc", 1]),
        ret,
      ],
    }),
  ],
  [
    "borrowed_local_moved",
    "a local moved after a loop under a reference to its field",
    (m) => ({
      locals: [m.type("Pair"), mutable()],
      results: [m.type("Pair")],
      code: [...fieldOfLocal(m), ...perhapsTo(7), ["MoveLoc", 0], ret],
    }),
  ],
  [
    "dangling_reference",
    "a reference to a local's field returned after a loop",
    (m) => ({
      locals: [m.type("Pair"), mutable()],
      results: [mutable()],
      code: [...fieldOfLocal(m), ...perhapsTo(7), ["MoveLoc", 1], ret],
    }),
  ],
];

describe("references round a loop", () => {
  it.each(LOOPS)("%s: %s", (fault, _what, make) => {
    expect(outcomeOf(make)).toBe(fault);
  });
});
