import { type MoveLocation, type ProgramOutcome, readCleverCode } from "@sycee/move-vm";
import type { StackFrame } from "../source-marks/mark-recorder.ts";
import { moduleKey } from "./expected-failure.ts";
import { printModule } from "./match-failure.ts";
import type { SourceModule } from "../source/source-module.ts";

/** How a test ended, in a sentence, and where in the source; `frame` is the statement it was at, if that is known. */
export function describeOutcome(outcome: ProgramOutcome, modules: ReadonlyMap<string, SourceModule>, frame?: StackFrame): string {
  if (outcome.kind === "executed") return "It succeeded.";
  const { location } = outcome;
  if (outcome.kind === "failed")
    return `It failed with ${outcome.code}${outcome.subStatus === undefined ? "" : ` (sub-status ${outcome.subStatus})`}${describePlace(location, modules, lineIn(location, frame))}: ${outcome.detail}`;
  const text = outcome.text === undefined ? "" : ` "${outcome.text}"`;
  const clever = readCleverCode(outcome.abortCode);
  const numbered = clever?.errorCode === undefined ? "" : ` (code ${clever.errorCode})`;
  const unnamed = clever === undefined ? `code ${outcome.abortCode}` : "no code";
  const named = outcome.name === undefined ? unnamed : `${outcome.name}${numbered}${text}`;
  return `It aborted with ${named}${describePlace(location, modules, clever?.line ?? lineIn(location, frame))}`;
}

/** The line of a frame, if it is of the function at a location (a macro's code is elsewhere). */
function lineIn(location: MoveLocation | undefined, frame: StackFrame | undefined): number | undefined {
  const isThere = location !== undefined && frame?.function === `${moduleKey(location)}::${location.function}`;
  return isThere ? frame.line : undefined;
}

/** ` in 0x2::wallet::pay, instruction 12 (sources/wallet.move:40)`: the line of the abort if known, else of the function. */
function describePlace(location: MoveLocation | undefined, modules: ReadonlyMap<string, SourceModule>, line?: number): string {
  if (location === undefined) return "";
  const place = ` in ${printModule(location)}::${location.function}, instruction ${location.offset}`;
  const source = modules.get(moduleKey(location));
  const declared = source?.functions.find((candidate) => candidate.name === location.function);
  if (source === undefined || declared === undefined) return place;
  return `${place} (${source.path}:${line ?? declared.line})`;
}
