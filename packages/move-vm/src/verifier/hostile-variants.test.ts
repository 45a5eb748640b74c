import { describe, expect, it } from "vitest";
import { type CodeCase, elementInto, identity, load, outcomeOf, overwrite, ret } from "../../test-data/hostile-code.ts";
import { borrowed, type ModuleEditor, mutable, type Step, vector } from "../../test-data/module-editor.ts";

const SHAPE = "Shape";
const line = (m: ModuleEditor): Step[] => [load(), ["PackVariant", m.variant(SHAPE, 1)]];
const dot = (m: ModuleEditor): Step => ["PackVariant", m.variant(SHAPE, 0)];
/** Puts a reference to the length of the line that a reference on the stack is to into a local. */
const lengthInto = (m: ModuleEditor, local: number): Step[] => [
  ["UnpackVariantMutRef", m.variant(SHAPE, 1)],
  ["StLoc", local],
];
const elements = (m: ModuleEditor): number => m.signature([m.type(SHAPE)]);
/** The same for the first element of the vector that local 0 refers to, into local 1. */
const lengthOfElement = (m: ModuleEditor): Step[] => [["CopyLoc", 0], load(0n), ["VecMutBorrow", elements(m)], ...lengthInto(m, 1)];
/** Another variant written by way of a local, then the length that was of the one before. */
const changed = (m: ModuleEditor, reference: number, length: number): Step[] => [
  dot(m),
  ["MoveLoc", reference],
  ["WriteRef"],
  ...overwrite(["MoveLoc", length]),
  ret,
];

/** Ways to get at an enum a second time while a reference to a field of its variant is there. */
const VARIANTS: readonly CodeCase[] = [
  [
    "borrowed_local_overwritten",
    "another variant stored over",
    (m) => ({
      locals: [m.type(SHAPE), mutable()],
      code: [...line(m), ["StLoc", 0], ["MutBorrowLoc", 0], ...lengthInto(m, 1), dot(m), ["StLoc", 0], ...overwrite(["MoveLoc", 1]), ret],
    }),
  ],
  [
    "conflicting_write",
    "another variant written by way of a second borrow of the local",
    (m) => ({
      locals: [m.type(SHAPE), mutable()],
      code: [
        ...line(m),
        ["StLoc", 0],
        ["MutBorrowLoc", 0],
        ...lengthInto(m, 1),
        dot(m),
        ["MutBorrowLoc", 0],
        ["WriteRef"],
        ...overwrite(["MoveLoc", 1]),
        ret,
      ],
    }),
  ],
  [
    "conflicting_borrow",
    "a variant taken apart under a copy of its reference",
    (m) => ({
      parameters: [mutable(m.type(SHAPE))],
      locals: [mutable(m.type(SHAPE)), mutable()],
      code: [["CopyLoc", 0], ["StLoc", 1], ["MoveLoc", 0], ...lengthInto(m, 2), ...changed(m, 1, 2)],
    }),
  ],
  [
    "conflicting_borrow",
    "a variant taken apart under what a call made of its reference",
    (m) => ({
      parameters: [mutable(m.type(SHAPE))],
      locals: [mutable(m.type(SHAPE)), mutable()],
      code: [["CopyLoc", 0], identity(m, m.type(SHAPE)), ["StLoc", 1], ["MoveLoc", 0], ...lengthInto(m, 2), ...changed(m, 1, 2)],
    }),
  ],
  [
    "conflicting_borrow",
    "an element borrowed once more under the first",
    (m) => ({
      parameters: [mutable(vector(m.type(SHAPE)))],
      locals: [mutable(m.type(SHAPE)), mutable(m.type(SHAPE)), mutable()],
      code: [
        ...elementInto(m, m.type(SHAPE), 1),
        ["MoveLoc", 0],
        load(0n),
        ["VecMutBorrow", elements(m)],
        ["StLoc", 2],
        ["MoveLoc", 1],
        ...lengthInto(m, 3),
        ...changed(m, 2, 3),
      ],
    }),
  ],
  ...(["VecSwap", "VecPopBack", "VecPushBack"] as const).map(
    (op): CodeCase => [
      "conflicting_write",
      `${op} under a reference into an element's variant`,
      (m) => ({
        parameters: [mutable(vector(m.type(SHAPE)))],
        locals: [mutable()],
        code: [
          ...lengthOfElement(m),
          ["CopyLoc", 0],
          ...(op === "VecSwap" ? [load(0n), load(1n)] : op === "VecPushBack" ? [dot(m)] : []),
          [op, elements(m)],
          ...(op === "VecPopBack" ? ([["Pop"]] as const) : []),
          ...overwrite(["MoveLoc", 1]),
          ret,
        ],
      }),
    ],
  ),
  [
    "conflicting_write",
    "a vector written under a reference into an element's variant",
    (m) => ({
      parameters: [mutable(vector(m.type(SHAPE)))],
      locals: [mutable()],
      code: [...lengthOfElement(m), ["VecPack", elements(m), 0n], ["MoveLoc", 0], ["WriteRef"], ...overwrite(["MoveLoc", 1]), ret],
    }),
  ],
  [
    "borrowed_local_moved",
    "a vector taken apart under a reference into an element's variant",
    (m) => ({
      parameters: [vector(m.type(SHAPE))],
      locals: [mutable()],
      code: [
        ["MutBorrowLoc", 0],
        load(0n),
        ["VecMutBorrow", elements(m)],
        ...lengthInto(m, 1),
        ["MoveLoc", 0],
        ["VecUnpack", elements(m), 0n],
        ...overwrite(["MoveLoc", 1]),
        ret,
      ],
    }),
  ],
  [
    "accepted",
    "two fields of one variant written in turns",
    (m) => ({
      parameters: [mutable(m.type(SHAPE))],
      locals: [mutable(), mutable()],
      code: [
        ["MoveLoc", 0],
        ["UnpackVariantMutRef", m.variant(SHAPE, 2)],
        ["StLoc", 1],
        ["StLoc", 2],
        ...overwrite(["CopyLoc", 1]),
        ...overwrite(["MoveLoc", 2]),
        ...overwrite(["MoveLoc", 1]),
        ret,
      ],
    }),
  ],
  [
    "accepted",
    "another variant written once nothing refers to the one before",
    (m) => ({
      parameters: [mutable(m.type(SHAPE))],
      locals: [mutable()],
      code: [["CopyLoc", 0], ...lengthInto(m, 1), ...overwrite(["MoveLoc", 1]), dot(m), ["MoveLoc", 0], ["WriteRef"], ret],
    }),
  ],
  [
    "type_mismatch",
    "a field written by way of an immutable variant",
    (m) => ({
      parameters: [borrowed(m.type(SHAPE))],
      code: [load(), ["MoveLoc", 0], ["UnpackVariantImmRef", m.variant(SHAPE, 1)], ["WriteRef"], ret],
    }),
  ],
];

/** Enums without `drop`, and what is generic where it may not be. */
const OWNED: readonly CodeCase[] = [
  [
    "value_destroyed",
    "an enum that one way of a switch does not take apart",
    (m) => ({
      parameters: [m.type("Choice", m.type("Coin"))],
      code: [["ImmBorrowLoc", 0], ["VariantSwitch", 0], ["MoveLoc", 0], ["UnpackVariantGeneric", choiceOfCoins(m, 0)], ["Branch", 5], ret],
      jumpTables: [{ enum: m.enum("Choice"), targets: [2, 5] }],
    }),
  ],
  ["value_destroyed", "a vector of coins left", (m) => ({ parameters: [vector(m.type("Coin"))], code: [ret] })],
  [
    "value_destroyed",
    "an empty vector of coins stored over",
    (m) => ({
      parameters: [vector(m.type("Coin"))],
      code: [["VecPack", m.signature([m.type("Coin")]), 0n], ["StLoc", 0], load(), ["Abort"]],
    }),
  ],
  [
    "lacks_drop",
    "an enum of coins popped",
    (m) => ({ parameters: [m.type("Choice", m.type("Coin"))], code: [["MoveLoc", 0], ["Pop"], ret] }),
  ],
  ["generic_mismatch", "a generic variant made without types", (m) => ({ code: [["PackVariant", m.variant("Choice", 0)], ["Pop"], ret] })],
  [
    "generic_mismatch",
    "a plain variant made with types",
    (m) => ({ code: [["PackVariantGeneric", variantInstance(m, SHAPE, 0)], ["Pop"], ret] }),
  ],
  [
    "generic_mismatch",
    "a generic variant taken apart without types",
    (m) => ({ parameters: [m.type("Choice", m.type("Coin"))], code: [["MoveLoc", 0], ["UnpackVariant", m.variant("Choice", 0)], ret] }),
  ],
  [
    "type_mismatch",
    "a generic variant taken apart as another instance",
    (m) => ({
      parameters: [m.type("Choice", m.type("Pair"))],
      code: [["MoveLoc", 0], ["UnpackVariantGeneric", choiceOfCoins(m, 0)], ret],
    }),
  ],
];

function choiceOfCoins(m: ModuleEditor, variant: number): number {
  return variantInstance(m, "Choice", variant, true);
}

/** Adds an instance of a variant, of coins or without type arguments. */
function variantInstance(m: ModuleEditor, name: string, variant: number, ofCoins = false): number {
  const typeArguments = m.signature(ofCoins ? [m.type("Coin")] : []);
  const enumeration = m.module.enumInstantiations.push({ generic: m.enum(name), typeArguments }) - 1;
  return m.module.variantInstantiations.push({ enum: enumeration, variant }) - 1;
}

describe("variants, references into them and what holds them", () => {
  it.each([...VARIANTS, ...OWNED])("%s: %s", (fault, _what, make) => {
    expect(outcomeOf(make)).toBe(fault);
  });
});
