import type { MoveLocation } from "../../src/runtime/execution-error.ts";
import type { MoveType } from "./move-type.ts";
import { valueLiteral } from "./value-literal.ts";

/** How a program ended on our machine. */
export type ProgramEnd =
  | { readonly kind: "values"; readonly values: readonly unknown[]; readonly gasUsed: number }
  | {
      readonly kind: "abort";
      readonly code: bigint;
      readonly constant: string | undefined;
      readonly location: MoveLocation;
      readonly gasUsed?: number;
    }
  | {
      readonly kind: "fault";
      readonly code: string;
      readonly subStatus: number | undefined;
      readonly location: MoveLocation;
      readonly gasUsed?: number;
    };

/** Source of a test that passes if and only if program `p<index>` of `module` ends in that way. */
export function emitTest(module: string, index: number, results: readonly MoveType[], end: ProgramEnd): string {
  const name = `t${index}`;
  if (end.kind === "values") {
    const names = results.map((_, at) => `z${at}`);
    const pattern = names.length === 1 ? names[0] : `(${names.join(", ")})`;
    const asserts = results.map((type, at) => `assert!(z${at} == ${valueLiteral(type, end.values[at])}, ${1000 + at});`);
    return `#[test] fun ${name}() { let ${pattern} = p${index}(); ${asserts.join(" ")} }`;
  }
  const place = end.location.module === module ? "Self" : `gen::${end.location.module}`;
  const expected = end.kind === "abort" ? `abort_code = ${abortCode(end, place)}` : faultText(end.code, end.subStatus);
  return `#[test, expected_failure(${expected}, location = ${place})] fun ${name}() { p${index}(); }`;
}

function abortCode(end: ProgramEnd & { kind: "abort" }, place: string): string {
  if (end.constant === undefined) return `${end.code}`;
  return place === "Self" ? end.constant : `${place}::${end.constant}`;
}

function faultText(code: string, subStatus: number | undefined): string {
  if (code === "arithmetic_error") return "arithmetic_error";
  if (code === "vector_error") return `vector_error, minor_status = ${subStatus}`;
  throw new Error(`a generated program ended with ${code}`);
}
