import type { MoveLocation, ProgramOutcome } from "@sycee/move-vm";
import type { ExpectedFailure } from "./expected-failure.ts";
import type { ModuleName } from "../source/source-module.ts";

/** `undefined` if a test ended as it should; otherwise a sentence that says what should have happened. */
export function matchOutcome(expected: ExpectedFailure | undefined, outcome: ProgramOutcome): string | undefined {
  if (expected === undefined) return outcome.kind === "executed" ? undefined : "The test should have succeeded.";
  return isExpected(expected, outcome) ? undefined : `The test should have failed: ${describeExpectation(expected)}.`;
}

function isExpected(expected: ExpectedFailure, outcome: ProgramOutcome): boolean {
  if (outcome.kind === "executed") return false;
  if (expected.kind === "any") return true;
  if (expected.location !== undefined && !isAt(expected.location, outcome.location)) return false;
  if (outcome.kind === "failed") {
    const isCode = expected.kind === "failed" && outcome.code === expected.code;
    return isCode && (expected.subStatus === undefined || outcome.subStatus === expected.subStatus);
  }
  if (expected.kind === "any-abort") return true;
  if (expected.kind === "abort-name") return outcome.name === expected.name;
  return expected.kind === "abort-code" && outcome.name === undefined && outcome.abortCode === expected.code;
}

function isAt(expected: ModuleName, location: MoveLocation | undefined): boolean {
  return location !== undefined && location.address === expected.address && location.module === expected.module;
}

function describeExpectation(expected: ExpectedFailure): string {
  if (expected.kind === "any") return "in any way";
  const place = expected.location === undefined ? "" : ` in ${printModule(expected.location)}`;
  if (expected.kind === "any-abort") return `abort${place}`;
  if (expected.kind === "failed") {
    return `${expected.code}${expected.subStatus === undefined ? "" : ` (sub-status ${expected.subStatus})`}${place}`;
  }
  return `abort with ${expected.kind === "abort-name" ? expected.name : `code ${expected.code}`}${place}`;
}

/** `0x2::wallet`, with the address in its short form. */
export function printModule(name: { readonly address: string; readonly module: string }): string {
  return `${name.address.replace(/^0x0*(?=.)/, "0x")}::${name.module}`;
}
