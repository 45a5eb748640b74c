import { expect } from "vitest";
import { compileTestPackage } from "./compile-package.ts";
import { ModuleEditor, mutable, type NewFunction, type Step } from "./module-editor.ts";
import type { TypeToken } from "../src/format/compiled-module.ts";
import { decodeModule } from "../src/format/decode-module.ts";
import { VERIFICATION_FAULTS, VerificationError, type VerificationFault } from "../src/verifier/verification-error.ts";
import { VerificationMeter } from "../src/verifier/verification-meter.ts";
import { verifyModule } from "../src/verifier/verify-package.ts";

/** A module of something of every kind, to which hostile functions are added. */
const parts = (await compileTestPackage("verified")).map(decodeModule).find((module) => module.identifiers.includes("arithmetic8"));

export type Make = (m: ModuleEditor) => NewFunction;
/** What the verifier answers to a module with one more function. */
export type CodeCase = readonly [fault: VerificationFault | "accepted", what: string, make: Make];

export const ret: Step = ["Ret"];
export const load = (value = 1n): Step => ["LdU64", 0, value];
export const plain =
  (...code: Step[]): Make =>
  () => ({ code });
export const repeat = (count: number, ...code: Step[]): Step[] => Array.from({ length: count }, () => code).flat();

/** A new pair, written to where the reference in a local points. */
export const overwritePair = (m: ModuleEditor, reference: Step): Step[] => [
  load(),
  load(),
  ["Pack", m.struct("Pair")],
  reference,
  ["WriteRef"],
];
export const overwrite = (reference: Step): Step[] => [load(), reference, ["WriteRef"]];
/** Back to an instruction, or on: the verifier takes both to be possible. */
export const perhapsTo = (target: number): Step[] => [["LdTrue"], ["BrTrue", target]];
/** Puts a reference to the first field of the pair that local 0 refers to, or is, into local 1. */
export const fieldOfReference = (m: ModuleEditor): Step[] => [
  ["CopyLoc", 0],
  ["MutBorrowField", m.field("Pair", 0)],
  ["StLoc", 1],
];
export const fieldOfLocal = (m: ModuleEditor): Step[] => [
  load(),
  load(),
  ["Pack", m.struct("Pair")],
  ["StLoc", 0],
  ["MutBorrowLoc", 0],
  ["MutBorrowField", m.field("Pair", 0)],
  ["StLoc", 1],
];
/** A function that answers the reference it is given. */
export const identity = (m: ModuleEditor, type: TypeToken): Step => [
  "Call",
  m.add("identity", { parameters: [mutable(type)], results: [mutable(type)], code: [["MoveLoc", 0], ret] }),
];

/** Two ways that meet after them, by the boolean in a local; the first of the steps is instruction `at`. */
export function eitherWay(condition: Step, first: readonly Step[], second: readonly Step[], at = 0): Step[] {
  const meeting = at + 3 + first.length + second.length;
  return [condition, ["BrTrue", at + 3 + first.length], ...first, ["Branch", meeting], ...second];
}
/** Puts a mutable reference to a field of the struct that local 0 refers to into a local. */
export const fieldInto = (m: ModuleEditor, struct: string, field: number, local: number): Step[] => [
  ["CopyLoc", 0],
  ["MutBorrowField", m.field(struct, field)],
  ["StLoc", local],
];
/** Puts a mutable reference to an element of the vector that local 0 refers to into a local. */
export const elementInto = (m: ModuleEditor, element: TypeToken, local: number): Step[] => [
  ["CopyLoc", 0],
  load(0n),
  ["VecMutBorrow", m.signature([element])],
  ["StLoc", local],
];

/** The fault that the verifier finds in the function `hostile`, or "accepted"; `limit` is in units of its meter. */
export function outcomeOf(make: Make, limit?: number): string {
  return faultOf(make, limit)?.fault ?? "accepted";
}

/** With what the verifier refuses a module with the function; `undefined` if it accepts it. */
export function faultOf(make: Make, limit?: number): VerificationError | undefined {
  if (parts === undefined) throw new Error("the test package has no such module");
  const editor = new ModuleEditor(parts);
  editor.add("hostile", make(editor));
  try {
    verifyModule(editor.module, new VerificationMeter(limit));
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    expect(error.code).toBe(VERIFICATION_FAULTS[error.fault]);
    expect(error.module).toBe(`0x${"7".padStart(64, "0")}::parts`);
    if (error.function !== undefined) expect(error.function).toBe("hostile");
    return error;
  }
  return undefined;
}
