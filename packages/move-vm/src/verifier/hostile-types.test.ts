import { describe, expect, it } from "vitest";
import { type CodeCase, load, outcomeOf, plain, ret } from "../../test-data/hostile-code.ts";
import { bool, borrowed, mutable, parameter, u64, vector } from "../../test-data/module-editor.ts";
import { ABILITY } from "../runtime/runtime-type.ts";

const TYPES: readonly CodeCase[] = [
  ["accepted", "logic", plain(["LdTrue"], ["LdFalse"], ["And"], ["LdTrue"], ["Or"], ["Pop"], ret)],
  ["type_mismatch", "a sum of two types", plain(load(), ["LdU8"], ["Add"], ["Pop"], ret)],
  ["type_mismatch", "a sum of booleans", plain(["LdTrue"], ["LdTrue"], ["Add"], ["Pop"], ret)],
  ["type_mismatch", "a shift by 64 bits", plain(load(), load(), ["Shl"], ["Pop"], ret)],
  ["type_mismatch", "a boolean shifted", plain(["LdTrue"], ["LdU8"], ["Shr"], ["Pop"], ret)],
  ["type_mismatch", "logic of integers", plain(load(), load(), ["And"], ["Pop"], ret)],
  ["type_mismatch", "logic of an integer and a bool", plain(load(), ["LdTrue"], ["And"], ["Pop"], ret)],
  ["type_mismatch", "logic of a bool and an integer", plain(["LdTrue"], load(), ["Or"], ["Pop"], ret)],
  ["type_mismatch", "not of an integer", plain(load(), ["Not"], ["Pop"], ret)],
  ["type_mismatch", "an order of booleans", plain(["LdTrue"], ["LdTrue"], ["Lt"], ["Pop"], ret)],
  ["type_mismatch", "equality of two types", plain(load(), ["LdU8"], ["Eq"], ["Pop"], ret)],
  ["type_mismatch", "a cast of a boolean", plain(["LdTrue"], ["CastU8"], ["Pop"], ret)],
  ["type_mismatch", "a branch on an integer", plain(load(), ["BrTrue", 2], ret)],
  ["type_mismatch", "an abort with a boolean", plain(["LdTrue"], ["Abort"])],
  ["type_mismatch", "a result of another type", () => ({ results: [u64], code: [["LdTrue"], ret] })],
  ["type_mismatch", "results in another order", () => ({ results: [u64, bool], code: [["LdTrue"], load(), ret] })],
  ["type_mismatch", "a local of another type", () => ({ locals: [bool], code: [load(), ["StLoc", 0], ret] })],
  ["type_mismatch", "a number for a struct", (m) => ({ code: [load(), ["Unpack", m.struct("Pair")], ["Pop"], ["Pop"], ret] })],
  ["type_mismatch", "a field of another type", (m) => ({ code: [load(), ["LdTrue"], ["Pack", m.struct("Pair")], ["Pop"], ret] })],
  [
    "type_mismatch",
    "one struct for another",
    (m) => ({ parameters: [m.type("Coin")], results: [m.type("Pair")], code: [["MoveLoc", 0], ret] }),
  ],
  [
    "type_mismatch",
    "one instance for another",
    (m) => ({ parameters: [m.type("Tag", u64)], results: [m.type("Tag", bool)], code: [["MoveLoc", 0], ret] }),
  ],
  [
    "type_mismatch",
    "unpacked as another instance",
    (m) => ({
      parameters: [m.type("Box", u64)],
      results: [bool],
      code: [["MoveLoc", 0], ["UnpackGeneric", m.structInstance("Box", bool)], ret],
    }),
  ],
  ["type_mismatch", "an argument of another type", (m) => ({ code: [["LdTrue"], load(), ["Call", m.function("make")], ["Pop"], ret] })],
  [
    "type_mismatch",
    "a type argument that is not the argument's",
    (m) => ({ code: [load(), ["CallGeneric", m.functionInstance("box", bool)], ["Pop"], ret] }),
  ],
  [
    "type_mismatch",
    "an immutable reference for a mutable one",
    (m) => ({ parameters: [borrowed(m.type("Pair"))], code: [["MoveLoc", 0], load(), ["Call", m.function("set")], ret] }),
  ],
  [
    "type_mismatch",
    "a write through an immutable reference",
    () => ({ parameters: [borrowed()], code: [load(), ["MoveLoc", 0], ["WriteRef"], ret] }),
  ],
  ["type_mismatch", "a write of another type", () => ({ parameters: [mutable()], code: [["LdTrue"], ["MoveLoc", 0], ["WriteRef"], ret] })],
  ["type_mismatch", "a read of a value", plain(load(), ["ReadRef"], ["Pop"], ret)],
  [
    "type_mismatch",
    "an immutable reference frozen",
    () => ({ parameters: [borrowed()], code: [["MoveLoc", 0], ["FreezeRef"], ["Pop"], ret] }),
  ],
  [
    "type_mismatch",
    "a mutable field of an immutable reference",
    (m) => ({ parameters: [borrowed(m.type("Pair"))], code: [["MoveLoc", 0], ["MutBorrowField", m.field("Pair", 0)], ["Pop"], ret] }),
  ],
  [
    "type_mismatch",
    "a field of another struct",
    (m) => ({ parameters: [borrowed(m.type("Coin"))], code: [["MoveLoc", 0], ["ImmBorrowField", m.field("Pair", 0)], ["Pop"], ret] }),
  ],
  ["type_mismatch", "elements of two types", (m) => ({ code: [load(), ["LdTrue"], ["VecPack", m.signature([u64]), 2n], ["Pop"], ret] })],
  [
    "type_mismatch",
    "a vector of another type",
    (m) => ({ parameters: [borrowed(vector(bool))], results: [u64], code: [["MoveLoc", 0], ["VecLen", m.signature([u64])], ret] }),
  ],
  [
    "type_mismatch",
    "an element pushed to an immutable vector",
    (m) => ({ parameters: [borrowed(vector(u64))], code: [["MoveLoc", 0], load(), ["VecPushBack", m.signature([u64])], ret] }),
  ],
  [
    "type_mismatch",
    "an index that is no u64",
    (m) => ({ parameters: [borrowed(vector(u64))], code: [["MoveLoc", 0], ["LdU8"], ["VecImmBorrow", m.signature([u64])], ["Pop"], ret] }),
  ],
  [
    "type_mismatch",
    "a mutable variant of an immutable reference",
    (m) => ({
      parameters: [borrowed(m.type("Shape"))],
      code: [["MoveLoc", 0], ["UnpackVariantMutRef", m.variant("Shape", 1)], ["Pop"], ret],
    }),
  ],
  [
    "type_mismatch",
    "a variant of another enum",
    (m) => ({ parameters: [borrowed(m.type("Choice", u64))], code: [["MoveLoc", 0], ["UnpackVariantImmRef", m.variant("Shape", 0)], ret] }),
  ],
  ["borrow_of_reference", "a reference to a reference", () => ({ parameters: [borrowed()], code: [["ImmBorrowLoc", 0], ["Pop"], ret] })],
  [
    "wrong_switch_type",
    "a switch on another enum",
    (m) => ({
      parameters: [borrowed(m.type("Choice", u64))],
      code: [["MoveLoc", 0], ["VariantSwitch", 0], ret],
      jumpTables: [{ enum: m.enum("Shape"), targets: [2, 2, 2] }],
    }),
  ],
  [
    "type_mismatch",
    "a switch on a mutable reference",
    (m) => ({
      parameters: [mutable(m.type("Shape"))],
      code: [["MoveLoc", 0], ["VariantSwitch", 0], ret],
      jumpTables: [{ enum: m.enum("Shape"), targets: [2, 2, 2] }],
    }),
  ],
  [
    "incomplete_jump_table",
    "a switch without a variant",
    (m) => ({
      parameters: [borrowed(m.type("Shape"))],
      code: [["MoveLoc", 0], ["VariantSwitch", 0], ret],
      jumpTables: [{ enum: m.enum("Shape"), targets: [2, 2] }],
    }),
  ],
  ["unused_jump_table", "a table without a switch", (m) => ({ code: [ret], jumpTables: [{ enum: m.enum("Shape"), targets: [0, 0, 0] }] })],
  ["lacks_drop", "a coin popped", (m) => ({ parameters: [m.type("Coin")], code: [["MoveLoc", 0], ["Pop"], ret] })],
  [
    "lacks_drop",
    "a type parameter popped",
    () => ({ typeParameters: [ABILITY.copy], parameters: [parameter(0)], code: [["MoveLoc", 0], ["Pop"], ret] }),
  ],
  [
    "lacks_drop",
    "a coin written over",
    (m) => ({ parameters: [m.type("Coin"), mutable(m.type("Coin"))], code: [["MoveLoc", 0], ["MoveLoc", 1], ["WriteRef"], ret] }),
  ],
  [
    "lacks_drop",
    "coins compared",
    (m) => ({ parameters: [m.type("Coin"), m.type("Coin")], results: [bool], code: [["MoveLoc", 0], ["MoveLoc", 1], ["Eq"], ret] }),
  ],
  ["lacks_drop", "a box of coins popped", (m) => ({ parameters: [m.type("Box", m.type("Coin"))], code: [["MoveLoc", 0], ["Pop"], ret] })],
  ["accepted", "a tag of coins popped", (m) => ({ parameters: [m.type("Tag", m.type("Coin"))], code: [["MoveLoc", 0], ["Pop"], ret] })],
  ["lacks_copy", "a coin copied", (m) => ({ parameters: [m.type("Coin")], results: [m.type("Coin")], code: [["CopyLoc", 0], ret] })],
  [
    "lacks_copy",
    "a coin read",
    (m) => ({ parameters: [borrowed(m.type("Coin"))], results: [m.type("Coin")], code: [["MoveLoc", 0], ["ReadRef"], ret] }),
  ],
  [
    "lacks_copy",
    "a signer read",
    () => ({ parameters: [borrowed({ kind: "signer" })], results: [{ kind: "signer" }], code: [["MoveLoc", 0], ["ReadRef"], ret] }),
  ],
];

describe("code that is wrong in types", () => {
  it.each(TYPES)("%s: %s", (fault, _what, make) => {
    expect(outcomeOf(make)).toBe(fault);
  });
});
