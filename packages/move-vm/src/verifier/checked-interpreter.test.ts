import { expect, it } from "vitest";
import { borrowed, ModuleEditor, mutable, type NewFunction, u64, vector } from "../../test-data/module-editor.ts";
import { runChecked } from "../../torture/interpreter/checked-interpreter.ts";
import { compileSources } from "../../torture/programs/compile-sources.ts";
import { decodeModule } from "../format/decode-module.ts";
import { linkInto } from "../runtime/link-modules.ts";
import { TypeRegistry } from "../runtime/type-registry.ts";

/*
 * The interpreter that judges what the verifier accepts must itself notice each kind of unsound code. Here such code, which no
 * verifier lets through, runs in it.
 */

const SOURCE = `#[allow(all)]
module gen::unsound;
public struct Pair has copy, drop { left: u64, right: u64 }
public struct Hot { value: u64 }
public enum Shape has copy, drop { Dot, Line(u64) }
fun two(a: &mut u64, b: &u64) { *a = *b }
fun lend(p: &mut Pair): &mut u64 { &mut p.left }
fun only_copy<T: copy>(t: T): T { t }
`;
const modules = (await compileSources({ "sources/unsound.move": SOURCE })).map(decodeModule);
const unsound = modules.find((module) => module.identifiers.includes("only_copy"));

type Case = readonly [what: string, message: RegExp, make: (m: ModuleEditor) => NewFunction];

const load = ["LdU64", 0, 5n] as const;
const pair = [load, load] as const;
const elements = (m: ModuleEditor) => m.signature([u64]);

const CASES: readonly Case[] = [
  ["an operand of another type", /is no integer/, () => ({ code: [["LdTrue"], load, ["Add"], ["Pop"], ["Ret"]] })],
  ["operands of two widths", /calculated with/, () => ({ code: [["LdU8", 0, 1n], load, ["Add"], ["Pop"], ["Ret"]] })],
  ["nothing on the stack", /stack is empty/, () => ({ code: [["Pop"], ["Ret"]] })],
  ["a result too many", /too much or too little/, () => ({ code: [load, ["Ret"]] })],
  ["a local read before it is written", /used but empty/, () => ({ locals: [u64], code: [["CopyLoc", 0], ["Pop"], ["Ret"]] })],
  [
    "a local moved twice",
    /used but empty/,
    () => ({ locals: [u64], code: [load, ["StLoc", 0], ["MoveLoc", 0], ["Pop"], ["MoveLoc", 0], ["Pop"], ["Ret"]] }),
  ],
  ["a value stored in a local of another type", /stored as/, () => ({ locals: [u64], code: [["LdTrue"], ["StLoc", 0], ["Ret"]] })],
  ["a value without drop popped", /is lost: popped/, (m) => ({ code: [load, ["Pack", m.struct("Hot")], ["Pop"], ["Ret"]] })],
  [
    "a value without drop left in a local",
    /is lost: its function/,
    (m) => ({ locals: [m.type("Hot")], code: [load, ["Pack", m.struct("Hot")], ["StLoc", 0], ["Ret"]] }),
  ],
  [
    "a value without copy copied",
    /is copied/,
    (m) => ({
      locals: [m.type("Hot")],
      code: [load, ["Pack", m.struct("Hot")], ["StLoc", 0], ["CopyLoc", 0], ["Unpack", m.struct("Hot")], ["Pop"], ["Ret"]],
    }),
  ],
  [
    "a value without drop written over",
    /written over/,
    (m) => ({
      locals: [m.type("Hot")],
      code: [load, ["Pack", m.struct("Hot")], ["StLoc", 0], load, ["Pack", m.struct("Hot")], ["MutBorrowLoc", 0], ["WriteRef"], ["Ret"]],
    }),
  ],
  [
    "another struct unpacked",
    /stands where/,
    (m) => ({ code: [load, ["Pack", m.struct("Hot")], ["Unpack", m.struct("Pair")], ["Pop"], ["Pop"], ["Ret"]] }),
  ],
  [
    "a write through an immutable reference",
    /immutable reference/,
    () => ({ locals: [u64], code: [load, ["StLoc", 0], load, ["ImmBorrowLoc", 0], ["WriteRef"], ["Ret"]] }),
  ],
  [
    "a reference to a local that was moved away",
    /outlives its place/,
    () => ({ locals: [u64], code: [load, ["StLoc", 0], ["ImmBorrowLoc", 0], ["MoveLoc", 0], ["Pop"], ["ReadRef"], ["Pop"], ["Ret"]] }),
  ],
  [
    "a reference to a local that was stored over",
    /outlives its place/,
    () => ({ locals: [u64], code: [load, ["StLoc", 0], ["ImmBorrowLoc", 0], load, ["StLoc", 0], ["ReadRef"], ["Pop"], ["Ret"]] }),
  ],
  [
    "a reference to a local returned",
    /outlives its place/,
    () => ({ locals: [u64], results: [borrowed()], code: [load, ["StLoc", 0], ["ImmBorrowLoc", 0], ["Ret"]] }),
  ],
  [
    "a reference to an element that was popped",
    /outlives its place/,
    (m) => ({
      locals: [vector(u64)],
      code: [
        load,
        ["VecPack", elements(m), 1n],
        ["StLoc", 0],
        ["ImmBorrowLoc", 0],
        ["LdU64", 0, 0n],
        ["VecImmBorrow", elements(m)],
        ["MutBorrowLoc", 0],
        ["VecPopBack", elements(m)],
        ["Pop"],
        ["ReadRef"],
        ["Pop"],
        ["Ret"],
      ],
    }),
  ],
  [
    "a reference read after another wrote to its place",
    /another reference wrote/,
    () => ({
      locals: [u64],
      code: [load, ["StLoc", 0], ["ImmBorrowLoc", 0], load, ["MutBorrowLoc", 0], ["WriteRef"], ["ReadRef"], ["Pop"], ["Ret"]],
    }),
  ],
  [
    "a reference to a field after its struct was written over",
    /outlives its place/,
    (m) => ({
      locals: [m.type("Pair"), mutable()],
      code: [
        ...pair,
        ["Pack", m.struct("Pair")],
        ["StLoc", 0],
        ["MutBorrowLoc", 0],
        ["MutBorrowField", m.field("Pair", 0)],
        ["StLoc", 1],
        ...pair,
        ["Pack", m.struct("Pair")],
        ["MutBorrowLoc", 0],
        ["WriteRef"],
        ["MoveLoc", 1],
        ["ReadRef"],
        ["Pop"],
        ["Ret"],
      ],
    }),
  ],
  [
    "one place lent twice, once to be changed",
    /share a place/,
    (m) => ({ locals: [u64], code: [load, ["StLoc", 0], ["MutBorrowLoc", 0], ["ImmBorrowLoc", 0], ["Call", m.function("two")], ["Ret"]] }),
  ],
  [
    "a type argument without the ability that is asked",
    /lack an ability/,
    (m) => ({
      code: [
        load,
        ["Pack", m.struct("Hot")],
        ["CallGeneric", m.functionInstance("only_copy", m.type("Hot"))],
        ["Unpack", m.struct("Hot")],
        ["Pop"],
        ["Ret"],
      ],
    }),
  ],
  [
    "a reference where a value should be",
    /reference stands/,
    () => ({ locals: [u64], code: [load, ["StLoc", 0], ["ImmBorrowLoc", 0], load, ["Add"], ["Pop"], ["Ret"]] }),
  ],
  [
    "a switch on a struct",
    /on another enum/,
    (m) => ({
      locals: [m.type("Pair")],
      code: [...pair, ["Pack", m.struct("Pair")], ["StLoc", 0], ["ImmBorrowLoc", 0], ["VariantSwitch", 0], ["Ret"]],
      jumpTables: [{ enum: m.enum("Shape"), targets: [6, 6] }],
    }),
  ],
];

it.each(CASES)("notices %s", (_what, message, make) => {
  if (unsound === undefined) throw new Error("the module is missing");
  const editor = new ModuleEditor(unsound);
  editor.add("broken", make(editor));
  const own = modules.map((module) => (module === unsound ? editor.module : module));
  const linked = linkInto(new Map(), own, 0);
  const broken = [...linked.values()].flatMap((module) => [...module.functions.values()]).find(({ name }) => name === "broken");
  if (broken === undefined) throw new Error("the function is missing");
  const run = { types: new TypeRegistry(), clock: { now: 0 }, fuel: 1000, gas: 0, depth: 0, opcodes: new Set<never>() };
  expect(() => runChecked(broken, [], [], run)).toThrow(message);
  expect(() => runChecked(broken, [], [], { ...run, depth: 0 })).toThrow(expect.objectContaining({ name: "Violation" }));
});
