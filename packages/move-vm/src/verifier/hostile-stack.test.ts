import { describe, expect, it } from "vitest";
import { type CodeCase, load, outcomeOf, plain, repeat, ret } from "../../test-data/hostile-code.ts";
import { bool, borrowed, u64, vector } from "../../test-data/module-editor.ts";

const CASTS = ["CastU8", "CastU16", "CastU32", "CastU64", "CastU128", "CastU256"] as const;

const OPERANDS: readonly CodeCase[] = [
  ...CASTS.map((cast): CodeCase => ["stack_underflow", `${cast} of nothing`, plain([cast], ["Pop"], ret)]),
  ...CASTS.map((cast): CodeCase => ["stack_not_empty", `${cast} left at a return`, plain(load(), [cast], ret)]),
  ["stack_underflow", "an abort without a code", plain(["Abort"])],
  ["stack_underflow", "an argument too few", (m) => ({ code: [load(), ["Call", m.function("make")], ["Pop"], ret] })],
  [
    "stack_not_empty",
    "an argument left for a call in the next block",
    (m) => ({ code: [load(), ["Branch", 2], load(), ["Call", m.function("make")], ["Pop"], ret] }),
  ],
  ["stack_not_empty", "an argument too many", (m) => ({ code: [load(), load(), load(), ["Call", m.function("make")], ["Pop"], ret] })],
  ["stack_not_empty", "a result that nothing takes", (m) => ({ code: [load(), load(), ["Call", m.function("make")], ret] })],
  [
    "stack_not_empty",
    "one of two results that nothing takes",
    (m) => ({
      parameters: [borrowed()],
      code: [["MoveLoc", 0], ["CallGeneric", m.functionInstance("twice", u64)], ["Pop"], ret],
    }),
  ],
  [
    "stack_underflow",
    "a third of two results",
    (m) => ({
      parameters: [borrowed()],
      code: [["MoveLoc", 0], ["CallGeneric", m.functionInstance("twice", u64)], ["Pop"], ["Pop"], ["Pop"], ret],
    }),
  ],
  ["stack_underflow", "a result too few to return", () => ({ results: [u64, u64], code: [load(), ret] })],
  ["stack_not_empty", "a result too many to return", () => ({ results: [u64], code: [load(), load(), ret] })],
  ["stack_underflow", "a field too few", (m) => ({ code: [load(), ["Pack", m.struct("Pair")], ["Pop"], ret] })],
  ["stack_not_empty", "a field too many", (m) => ({ code: [load(), load(), load(), ["Pack", m.struct("Pair")], ["Pop"], ret] })],
  ["stack_underflow", "a field of a variant too few", (m) => ({ code: [load(), ["PackVariant", m.variant("Shape", 2)], ["Pop"], ret] })],
  [
    "stack_not_empty",
    "a field for a variant without one",
    (m) => ({ code: [load(), ["PackVariant", m.variant("Shape", 0)], ["Pop"], ret] }),
  ],
  [
    "stack_not_empty",
    "a field that nothing takes out of a struct",
    (m) => ({ parameters: [m.type("Pair")], code: [["MoveLoc", 0], ["Unpack", m.struct("Pair")], ["Pop"], ret] }),
  ],
  [
    "stack_underflow",
    "a field more than a struct has",
    (m) => ({ parameters: [m.type("Pair")], code: [["MoveLoc", 0], ["Unpack", m.struct("Pair")], ...repeat(3, ["Pop"]), ret] }),
  ],
  [
    "stack_not_empty",
    "a field that nothing takes out of a variant",
    (m) => ({ parameters: [m.type("Shape")], code: [["MoveLoc", 0], ["UnpackVariant", m.variant("Shape", 1)], ret] }),
  ],
  [
    "stack_underflow",
    "a field of a variant without one",
    (m) => ({ parameters: [m.type("Shape")], code: [["MoveLoc", 0], ["UnpackVariant", m.variant("Shape", 0)], ["Pop"], ret] }),
  ],
  [
    "stack_not_empty",
    "an element that nothing takes out of a vector",
    (m) => ({ parameters: [vector(u64)], code: [["MoveLoc", 0], ["VecUnpack", m.signature([u64]), 2n], ["Pop"], ret] }),
  ],
  [
    "stack_underflow",
    "an element more than a vector is unpacked to",
    (m) => ({ parameters: [vector(u64)], code: [["MoveLoc", 0], ["VecUnpack", m.signature([u64]), 1n], ["Pop"], ["Pop"], ret] }),
  ],
  [
    "stack_underflow",
    "a switch on nothing",
    (m) => ({ code: [["VariantSwitch", 0], ret], jumpTables: [{ enum: m.enum("Shape"), targets: [1, 1, 1] }] }),
  ],
  [
    "stack_not_empty",
    "a value left at a switch",
    (m) => ({
      parameters: [borrowed(m.type("Shape"))],
      code: [load(), ["MoveLoc", 0], ["VariantSwitch", 0], ret],
      jumpTables: [{ enum: m.enum("Shape"), targets: [3, 3, 3] }],
    }),
  ],
  [
    "stack_not_empty",
    "one value in each of two ways that meet",
    () => ({ parameters: [bool], results: [u64], code: [["MoveLoc", 0], ["BrTrue", 4], load(), ["Branch", 5], load(), ret] }),
  ],
  [
    "type_mismatch",
    "a reference compared with a value",
    () => ({ parameters: [borrowed(), u64], results: [bool], code: [["MoveLoc", 0], ["MoveLoc", 1], ["Eq"], ret] }),
  ],
  ["type_mismatch", "code of a wrong type that is never reached", plain(ret, ["LdTrue"], ["CastU8"], ["Pop"], ret)],
  [
    "accepted",
    "a local without a value in code that is never reached",
    () => ({ locals: [u64], code: [ret, ["MoveLoc", 0], ["Pop"], ret] }),
  ],
];

describe("operands too few and too many", () => {
  it.each(OPERANDS)("%s: %s", (fault, _what, make) => {
    expect(outcomeOf(make)).toBe(fault);
  });
});
