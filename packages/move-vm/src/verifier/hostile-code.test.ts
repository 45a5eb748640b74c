import { describe, expect, it } from "vitest";
import { compileTestPackage } from "../../test-data/compile-package.ts";
import {
  bool,
  borrowed,
  ModuleEditor,
  mutable,
  type NewFunction,
  parameter,
  type Step,
  u64,
  vector,
} from "../../test-data/module-editor.ts";
import type { CompiledModule } from "../format/compiled-module.ts";
import { decodeModule } from "../format/decode-module.ts";
import { ABILITY } from "../runtime/runtime-type.ts";
import { VERIFICATION_FAULTS, VerificationError, type VerificationFault } from "./verification-error.ts";
import { verifyModule } from "./verify-package.ts";

const parts = (await compileTestPackage("verified")).map(decodeModule).find((module) => module.identifiers.includes("arithmetic8"));

type Make = (m: ModuleEditor) => NewFunction;
type Case = readonly [fault: VerificationFault | "accepted", what: string, make: Make];

const ret: Step = ["Ret"];
const load = (value = 1n): Step => ["LdU64", 0, value];
const plain =
  (...code: Step[]): Make =>
  () => ({ code });
const repeat = (count: number, ...code: Step[]): Step[] => Array.from({ length: count }, () => code).flat();

/** Loops in each other, each around the next. */
function nestedLoops(depth: number): Step[] {
  const heads = Array.from({ length: depth }, (): Step => ["Nop"]);
  // Each loop is a block of its own: its head is reached from outside and from its end.
  const ends = Array.from({ length: depth }, (_, index): Step[] => [["LdTrue"], ["BrTrue", depth - 1 - index]]).flat();
  return [...heads, ...ends, ret];
}

const FLOW: readonly Case[] = [
  ["accepted", "a branch of each kind", plain(["LdTrue"], ["BrTrue", 3], ["Nop"], ["LdFalse"], ["BrFalse", 0], ["Branch", 6], ret)],
  ["falls_off_end", "no return", plain(load(), ["Pop"])],
  ["falls_off_end", "a conditional branch at the end", plain(["LdTrue"], ["BrTrue", 0])],
  ["falls_off_end", "no code at all", plain()],
  ["index_out_of_bounds", "a branch beyond the end", plain(["Branch", 2], ret)],
  ["irreducible_flow", "a loop entered in two places", plain(["LdTrue"], ["BrTrue", 3], ["Nop"], ["LdTrue"], ["BrTrue", 2], ret)],
  ["accepted", "five loops in each other", plain(...nestedLoops(5))],
  ["loop_too_deep", "six loops in each other", plain(...nestedLoops(6))],
  ["too_many_blocks", "1,026 blocks", plain(...Array.from({ length: 1025 }, (_, index): Step => ["Branch", index + 1]), ret)],
  ["accepted", "code that is never reached", plain(ret, load(), ["Pop"], ret)],
];

const STACK: readonly Case[] = [
  ["stack_underflow", "nothing to pop", plain(["Pop"], ret)],
  ["stack_underflow", "one operand for two", plain(load(), ["Add"], ["Pop"], ret)],
  ["stack_not_empty", "an operand for another block", plain(load(), ["Branch", 2], ["Pop"], ret)],
  ["stack_not_empty", "a value left at a branch", plain(load(), ["Branch", 2], ret)],
  ["stack_not_empty", "a value left at a return", plain(load(), ret)],
  ["stack_not_empty", "a value left at an abort", plain(load(), load(), ["Abort"])],
  ["stack_underflow", "no result to return", () => ({ results: [u64], code: [ret] })],
  ["stack_underflow", "code that is never reached", plain(ret, ["Pop"], ret)],
  ["stack_underflow", "more elements than values", (m) => ({ code: [load(), ["VecPack", m.signature([u64]), 2n], ["Pop"], ret] })],
  ["accepted", "1,024 values at once", plain(...repeat(1024, load()), ...repeat(1024, ["Pop"]), ret)],
  ["stack_overflow", "1,025 values at once", plain(...repeat(1025, load()), ...repeat(1025, ["Pop"]), ret)],
  ["too_many_pushes", "10,001 pushes in a block", plain(...repeat(10_001, load(), ["Pop"]), ret)],
  ["count_out_of_range", "65,536 elements", (m) => ({ code: [["VecPack", m.signature([u64]), 65_536n], ["Pop"], ret] })],
  [
    "too_many_pushes",
    "65,535 elements",
    (m) => ({ parameters: [vector(u64)], code: [["MoveLoc", 0], ["VecUnpack", m.signature([u64]), 65_535n], ret] }),
  ],
];

const TYPES: readonly Case[] = [
  ["accepted", "logic", plain(["LdTrue"], ["LdFalse"], ["And"], ["LdTrue"], ["Or"], ["Pop"], ret)],
  ["type_mismatch", "a sum of two types", plain(load(), ["LdU8"], ["Add"], ["Pop"], ret)],
  ["type_mismatch", "a sum of booleans", plain(["LdTrue"], ["LdTrue"], ["Add"], ["Pop"], ret)],
  ["type_mismatch", "a shift by 64 bits", plain(load(), load(), ["Shl"], ["Pop"], ret)],
  ["type_mismatch", "a boolean shifted", plain(["LdTrue"], ["LdU8"], ["Shr"], ["Pop"], ret)],
  ["type_mismatch", "logic of integers", plain(load(), load(), ["And"], ["Pop"], ret)],
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

const LOCALS: readonly Case[] = [
  ["local_unavailable", "a local that never got a value", () => ({ locals: [u64], results: [u64], code: [["MoveLoc", 0], ret] })],
  [
    "local_unavailable",
    "a local moved twice",
    () => ({ parameters: [u64], results: [u64, u64], code: [["MoveLoc", 0], ["MoveLoc", 0], ret] }),
  ],
  [
    "local_unavailable",
    "a local copied after its move",
    () => ({ parameters: [u64], results: [u64], code: [["MoveLoc", 0], ["Pop"], ["CopyLoc", 0], ret] }),
  ],
  ["local_unavailable", "a local borrowed before its value", () => ({ locals: [u64], code: [["ImmBorrowLoc", 0], ["Pop"], ret] })],
  [
    "local_unavailable",
    "a local with a value on one way only",
    () => ({
      parameters: [bool],
      locals: [u64],
      results: [u64],
      code: [["MoveLoc", 0], ["BrTrue", 4], load(), ["StLoc", 1], ["MoveLoc", 1], ret],
    }),
  ],
  [
    "local_unavailable",
    "a local moved in a loop",
    () => ({ parameters: [u64], code: [["MoveLoc", 0], ["Pop"], ["LdTrue"], ["BrTrue", 0], ret] }),
  ],
  ["value_destroyed", "a coin left at a return", (m) => ({ parameters: [m.type("Coin")], code: [ret] })],
  ["accepted", "a coin left at an abort", (m) => ({ parameters: [m.type("Coin")], code: [load(), ["Abort"]] })],
  [
    "value_destroyed",
    "a coin left on one way only",
    (m) => ({
      parameters: [m.type("Coin"), bool],
      code: [["MoveLoc", 1], ["BrTrue", 5], ["MoveLoc", 0], ["Call", m.function("burn")], ["Pop"], ret],
    }),
  ],
  [
    "value_destroyed",
    "a coin stored over that is there on one way only",
    (m) => ({
      parameters: [m.type("Coin"), m.type("Coin"), bool],
      code: [
        ["MoveLoc", 2],
        ["BrTrue", 5],
        ["MoveLoc", 1],
        ["Call", m.function("burn")],
        ["Pop"],
        ["MoveLoc", 0],
        ["StLoc", 1],
        ["MoveLoc", 1],
        ["Call", m.function("burn")],
        ["Pop"],
        ret,
      ],
    }),
  ],
  [
    "value_destroyed",
    "a coin stored over",
    (m) => ({
      parameters: [m.type("Coin"), m.type("Coin")],
      code: [["MoveLoc", 0], ["StLoc", 1], ["MoveLoc", 1], ["Call", m.function("burn")], ["Pop"], ret],
    }),
  ],
];

const REFERENCES: readonly Case[] = [
  [
    "conflicting_read",
    "a comparison under a mutable reference",
    () => ({
      parameters: [mutable()],
      locals: [mutable()],
      results: [bool],
      code: [["CopyLoc", 0], ["StLoc", 1], ["CopyLoc", 0], ["MoveLoc", 0], ["Eq"], load(), ["MoveLoc", 1], ["WriteRef"], ret],
    }),
  ],
  [
    "dangling_reference",
    "a reference to a local returned",
    () => ({ parameters: [u64], results: [borrowed()], code: [["ImmBorrowLoc", 0], ret] }),
  ],
  [
    "dangling_reference",
    "a reference into a local returned",
    (m) => ({
      parameters: [m.type("Pair")],
      results: [borrowed()],
      code: [["ImmBorrowLoc", 0], ["ImmBorrowField", m.field("Pair", 0)], ret],
    }),
  ],
  [
    "dangling_reference",
    "a reference to a local returned by way of a call",
    (m) => ({ parameters: [m.type("Pair")], results: [mutable()], code: [["MutBorrowLoc", 0], ["Call", m.function("larger")], ret] }),
  ],
  [
    "borrowed_local_moved",
    "a local moved under a reference",
    () => ({ parameters: [u64], results: [u64], locals: [borrowed()], code: [["ImmBorrowLoc", 0], ["StLoc", 1], ["MoveLoc", 0], ret] }),
  ],
  [
    "borrowed_local_overwritten",
    "a local stored over under a reference",
    () => ({ parameters: [u64], code: [["ImmBorrowLoc", 0], load(2n), ["StLoc", 0], ["Pop"], ret] }),
  ],
  [
    "borrowed_local_copied",
    "a local copied under a mutable reference",
    () => ({
      parameters: [u64],
      results: [u64],
      locals: [mutable()],
      code: [["MutBorrowLoc", 0], ["StLoc", 1], ["CopyLoc", 0], load(), ["MoveLoc", 1], ["WriteRef"], ret],
    }),
  ],
  [
    "accepted",
    "a local copied under an immutable reference",
    () => ({
      parameters: [u64],
      results: [u64],
      locals: [borrowed()],
      code: [["ImmBorrowLoc", 0], ["StLoc", 1], ["CopyLoc", 0], ["MoveLoc", 1], ["Pop"], ret],
    }),
  ],
  [
    "conflicting_borrow",
    "a local borrowed under a mutable reference",
    () => ({
      parameters: [u64],
      locals: [mutable()],
      code: [["MutBorrowLoc", 0], ["StLoc", 1], ["ImmBorrowLoc", 0], ["Pop"], load(), ["MoveLoc", 1], ["WriteRef"], ret],
    }),
  ],
  [
    "conflicting_write",
    "a write under an immutable reference",
    () => ({
      parameters: [mutable()],
      locals: [borrowed()],
      results: [u64],
      code: [["CopyLoc", 0], ["FreezeRef"], ["StLoc", 1], load(), ["MoveLoc", 0], ["WriteRef"], ["MoveLoc", 1], ["ReadRef"], ret],
    }),
  ],
  [
    "conflicting_write",
    "a write under a copy of the reference",
    () => ({
      parameters: [mutable()],
      locals: [mutable()],
      code: [["CopyLoc", 0], ["StLoc", 1], load(), ["MoveLoc", 0], ["WriteRef"], load(), ["MoveLoc", 1], ["WriteRef"], ret],
    }),
  ],
  [
    "conflicting_write",
    "a struct written under a reference to its field",
    (m) => ({
      parameters: [mutable(m.type("Pair"))],
      locals: [borrowed()],
      results: [u64],
      code: [
        ["CopyLoc", 0],
        ["ImmBorrowField", m.field("Pair", 0)],
        ["StLoc", 1],
        load(),
        load(),
        ["Pack", m.struct("Pair")],
        ["MoveLoc", 0],
        ["WriteRef"],
        ["MoveLoc", 1],
        ["ReadRef"],
        ret,
      ],
    }),
  ],
  [
    "accepted",
    "one field written under a reference to another",
    (m) => ({
      parameters: [mutable(m.type("Pair"))],
      locals: [borrowed()],
      results: [u64],
      code: [
        ["CopyLoc", 0],
        ["ImmBorrowField", m.field("Pair", 0)],
        ["StLoc", 1],
        load(),
        ["MoveLoc", 0],
        ["MutBorrowField", m.field("Pair", 1)],
        ["WriteRef"],
        ["MoveLoc", 1],
        ["ReadRef"],
        ret,
      ],
    }),
  ],
  [
    "conflicting_borrow",
    "a field borrowed under a mutable reference to it",
    (m) => ({
      parameters: [mutable(m.type("Pair"))],
      locals: [mutable()],
      results: [u64],
      code: [
        ["CopyLoc", 0],
        ["MutBorrowField", m.field("Pair", 0)],
        ["StLoc", 1],
        ["MoveLoc", 0],
        ["ImmBorrowField", m.field("Pair", 0)],
        load(),
        ["MoveLoc", 1],
        ["WriteRef"],
        ["ReadRef"],
        ret,
      ],
    }),
  ],
  [
    "conflicting_borrow",
    "a variant borrowed under a mutable reference to another",
    (m) => ({
      parameters: [mutable(m.type("Pair")), mutable(m.type("Shape"))],
      locals: [mutable(m.type("Shape"))],
      code: [
        ["CopyLoc", 1],
        ["StLoc", 2],
        ["MoveLoc", 1],
        ["UnpackVariantMutRef", m.variant("Shape", 1)],
        ["Pop"],
        load(),
        ["MoveLoc", 2],
        ["UnpackVariantMutRef", m.variant("Shape", 1)],
        ["WriteRef"],
        ret,
      ],
    }),
  ],
  [
    "conflicting_write",
    "an enum written under a reference to a field of its variant",
    (m) => ({
      parameters: [mutable(m.type("Shape"))],
      locals: [mutable()],
      code: [
        ["CopyLoc", 0],
        ["UnpackVariantMutRef", m.variant("Shape", 1)],
        ["StLoc", 1],
        ["PackVariant", m.variant("Shape", 0)],
        ["MoveLoc", 0],
        ["WriteRef"],
        load(),
        ["MoveLoc", 1],
        ["WriteRef"],
        ret,
      ],
    }),
  ],
  [
    "conflicting_borrow",
    "two elements borrowed mutably at once",
    (m) => ({
      parameters: [mutable(vector(u64))],
      locals: [mutable()],
      code: [
        ["CopyLoc", 0],
        load(),
        ["VecMutBorrow", m.signature([u64])],
        ["StLoc", 1],
        load(),
        ["MoveLoc", 0],
        load(),
        ["VecMutBorrow", m.signature([u64])],
        ["WriteRef"],
        load(),
        ["MoveLoc", 1],
        ["WriteRef"],
        ret,
      ],
    }),
  ],
  [
    "conflicting_borrow",
    "an element borrowed under a mutable reference to one",
    (m) => ({
      parameters: [mutable(vector(u64))],
      locals: [mutable()],
      results: [u64],
      code: [
        ["CopyLoc", 0],
        load(),
        ["VecMutBorrow", m.signature([u64])],
        ["StLoc", 1],
        ["MoveLoc", 0],
        load(),
        ["VecImmBorrow", m.signature([u64])],
        load(),
        ["MoveLoc", 1],
        ["WriteRef"],
        ["ReadRef"],
        ret,
      ],
    }),
  ],
  [
    "conflicting_write",
    "an element pushed under a reference to one",
    (m) => ({
      parameters: [mutable(vector(u64))],
      locals: [borrowed()],
      results: [u64],
      code: [
        ["CopyLoc", 0],
        ["FreezeRef"],
        load(),
        ["VecImmBorrow", m.signature([u64])],
        ["StLoc", 1],
        ["MoveLoc", 0],
        load(),
        ["VecPushBack", m.signature([u64])],
        ["MoveLoc", 1],
        ["ReadRef"],
        ret,
      ],
    }),
  ],
  [
    "conflicting_read",
    "a read under a mutable reference to a part",
    (m) => ({
      parameters: [mutable(m.type("Pair"))],
      locals: [mutable()],
      results: [m.type("Pair")],
      code: [
        ["CopyLoc", 0],
        ["MutBorrowField", m.field("Pair", 0)],
        ["StLoc", 1],
        ["MoveLoc", 0],
        ["ReadRef"],
        load(),
        ["MoveLoc", 1],
        ["WriteRef"],
        ret,
      ],
    }),
  ],
  [
    "conflicting_freeze",
    "a freeze under a mutable reference",
    () => ({
      parameters: [mutable()],
      locals: [mutable(), borrowed()],
      code: [["CopyLoc", 0], ["StLoc", 1], ["MoveLoc", 0], ["FreezeRef"], ["StLoc", 2], load(), ["MoveLoc", 1], ["WriteRef"], ret],
    }),
  ],
  [
    "borrowed_argument",
    "one reference passed twice",
    (m) => ({ parameters: [mutable(m.type("Coin"))], code: [["CopyLoc", 0], ["MoveLoc", 0], ["Call", m.function("swap_coins")], ret] }),
  ],
  [
    "borrowed_result",
    "one reference returned twice",
    () => ({ parameters: [mutable()], results: [mutable(), mutable()], code: [["CopyLoc", 0], ["MoveLoc", 0], ret] }),
  ],
  [
    "conflicting_write",
    "a write under what a loop borrowed",
    () => ({
      parameters: [mutable()],
      locals: [mutable()],
      code: [
        ["CopyLoc", 0],
        ["StLoc", 1],
        load(),
        ["CopyLoc", 0],
        ["WriteRef"],
        ["LdTrue"],
        ["BrTrue", 0],
        load(),
        ["MoveLoc", 1],
        ["WriteRef"],
        ret,
      ],
    }),
  ],
  [
    "borrowed_local_overwritten",
    "a local stored over under what one way borrowed",
    () => ({
      parameters: [u64, u64, bool],
      locals: [borrowed()],
      results: [u64],
      code: [
        ["MoveLoc", 2],
        ["BrTrue", 5],
        ["ImmBorrowLoc", 0],
        ["StLoc", 3],
        ["Branch", 7],
        ["ImmBorrowLoc", 1],
        ["StLoc", 3],
        load(),
        ["StLoc", 1],
        ["MoveLoc", 3],
        ["ReadRef"],
        ret,
      ],
    }),
  ],
];

/** Where borrows meet, part and pass through calls. */
const BORROWS: readonly Case[] = [
  ...[0, 1].map(
    (stored): Case => [
      "borrowed_local_overwritten",
      `local ${stored} stored over where ways meet that borrow local 0 and local 1`,
      () => ({
        parameters: [u64, u64, bool],
        locals: [borrowed()],
        results: [u64],
        code: [
          ["MoveLoc", 2],
          ["BrTrue", 5],
          ["ImmBorrowLoc", 0],
          ["StLoc", 3],
          ["Branch", 7],
          ["ImmBorrowLoc", 1],
          ["StLoc", 3],
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
    (_, field): Case => [
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
        ["MoveLoc", 1],
        ["BrTrue", 6],
        ["Nop"],
        ["Branch", 8],
        ["MoveLoc", 2],
        ["Pop"],
        load(),
        ["MoveLoc", 0],
        ["WriteRef"],
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
        ["MoveLoc", 1],
        ["BrTrue", 7],
        ["MoveLoc", 2],
        ["Pop"],
        ["Branch", 8],
        ["Nop"],
        load(),
        ["MoveLoc", 0],
        ["WriteRef"],
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

describe.each([
  ["control flow", FLOW],
  ["the operand stack", STACK],
  ["types", TYPES],
  ["locals", LOCALS],
  ["references", REFERENCES],
  ["where borrows meet", BORROWS],
])("code that is wrong in %s", (_, cases) => {
  it.each(cases)("%s: %s", (fault, _what, make) => {
    expect(outcomeOf(make)).toBe(fault);
  });
});

function outcomeOf(make: Make): string {
  const editor = new ModuleEditor(base());
  editor.add("hostile", make(editor));
  try {
    verifyModule(editor.module);
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    expect(error.code).toBe(VERIFICATION_FAULTS[error.fault]);
    expect(error.module).toBe(`0x${"7".padStart(64, "0")}::parts`);
    if (error.function !== undefined) expect(error.function).toBe("hostile");
    return error.fault;
  }
  return "accepted";
}

function base(): CompiledModule {
  if (parts === undefined) throw new Error("the test package has no such module");
  return parts;
}
