import { BcsError, BcsReader } from "@sycee/bcs";
import type { MoveValue, RuntimeType } from "../runtime/runtime-type.ts";
import type { Program, ProgramArgument, ProgramCall } from "../runtime/virtual-machine.ts";
import { LocalReference } from "../values/primitive-reference.ts";
import type { CallParameter, CallResult, CallTarget, CallTargets } from "./call-target.ts";
import { literalReader } from "./literal-reader.ts";
import { ProgramRefusal } from "./program-refusal.ts";
import { STATE_GAS } from "./state-gas.ts";

/** A value that a call returns and later calls use. Primitives are boxed, so that a borrowed one can change. */
export interface ResultCell {
  readonly result: CallResult;
  /** Absent until the call has run. */
  value: unknown;
  /** While planning: a call has taken it. */
  isMoved: boolean;
}

/** A call ready to run: `values` in parameter order, complete but for the results of earlier calls. */
export interface PlannedCall {
  readonly target: CallTarget;
  readonly values: unknown[];
  readonly uses: readonly { readonly parameter: number; readonly cell: ResultCell; readonly isMove: boolean }[];
  readonly results: readonly ResultCell[];
}

/** A program that fits the modules. */
export interface ProgramPlan {
  readonly calls: readonly PlannedCall[];
  /** Gas to charge before the first call. */
  readonly baseGas: number;
}

/** Checks all of a program that can be checked before it runs. Throws {@link ProgramRefusal}. */
export function planProgram(targets: CallTargets, program: Program): ProgramPlan {
  const calls: PlannedCall[] = [];
  let baseGas: number = STATE_GAS.program;
  for (const call of program.calls) {
    baseGas += STATE_GAS.call;
    for (const argument of call.arguments) if (argument.kind === "literal") baseGas += STATE_GAS.argumentByte * argument.bytes.length;
    calls.push(planCall(targets.find(call), call, program, calls));
  }
  for (const [index, { results, target }] of calls.entries()) {
    const left = results.findIndex((cell) => !cell.isMoved && !cell.result.canDrop);
    if (left >= 0)
      throw new ProgramRefusal("unused_result", `result ${left} of call ${index}, ${target.name}, must be taken by a later call`);
  }
  return { calls, baseGas };
}

function planCall(target: CallTarget, call: ProgramCall, program: Program, earlier: readonly PlannedCall[]): PlannedCall {
  if (call.arguments.length !== target.argumentCount) {
    const counts = `${target.argumentCount} arguments, not ${call.arguments.length}`;
    throw new ProgramRefusal("wrong_argument_count", `${target.name} takes ${counts}`);
  }
  const values: unknown[] = [];
  const uses: PlannedCall["uses"][number][] = [];
  const borrows = new Map<ResultCell, "immutable" | "mutable">();
  let next = 0;
  for (const [parameter, expected] of target.parameters.entries()) {
    if (expected.kind === "ledger") {
      values.push(expected.value);
      continue;
    }
    const index = next++;
    const argument = call.arguments[index];
    const place = `argument ${index} of call ${earlier.length}, ${target.name},`;
    if (argument === undefined) throw new Error("fewer arguments than were counted");
    if (argument.kind !== "result") {
      values.push(
        argument.kind === "literal" ? literal(expected, argument.bytes, place) : signer(expected, argument.index, program, place),
      );
      continue;
    }
    const cell = useResult(expected, argument, earlier, borrows, place);
    uses.push({ parameter, cell, isMove: expected.kind === "value" && expected.reference === "none" });
    values.push(undefined);
  }
  return { target, values, uses, results: target.results.map((result) => ({ result, value: undefined, isMoved: false })) };
}

function literal(expected: CallParameter, bytes: Uint8Array, place: string): unknown {
  const reader = expected.kind === "value" ? literalReader(expected.type) : undefined;
  if (expected.kind !== "value" || reader === undefined) {
    throw new ProgramRefusal("wrong_argument_type", `${place} cannot be written out: its type is ${typeOf(expected)}`);
  }
  return expected.reference === "none" ? decode(reader, bytes, expected.type, place) : boxed(decode(reader, bytes, expected.type, place));
}

function decode(read: (reader: BcsReader) => MoveValue, bytes: Uint8Array, type: RuntimeType, place: string): MoveValue {
  try {
    const reader = new BcsReader(bytes);
    const value = read(reader);
    reader.finish();
    return value;
  } catch (error) {
    if (!(error instanceof BcsError)) throw error;
    throw new ProgramRefusal("wrong_argument_type", `${place} is not a ${type.key} in BCS: ${error.message}`);
  }
}

function signer(expected: CallParameter, index: number, program: Program, place: string): unknown {
  if (expected.kind !== "signer") {
    throw new ProgramRefusal("wrong_argument_type", `${place} is not a signer: its type is ${typeOf(expected)}`);
  }
  const address = program.signers[index];
  if (address === undefined) {
    throw new ProgramRefusal("wrong_argument_type", `${place} names signer ${index} of ${program.signers.length}`);
  }
  return expected.isReference ? new LocalReference(address) : address;
}

function useResult(
  expected: CallParameter,
  argument: Extract<ProgramArgument, { kind: "result" }>,
  earlier: readonly PlannedCall[],
  borrows: Map<ResultCell, "immutable" | "mutable">,
  place: string,
): ResultCell {
  const cell = earlier[argument.call]?.results[argument.value];
  const which = `result ${argument.value} of call ${argument.call}`;
  if (cell === undefined) throw new ProgramRefusal("result_unavailable", `${place} names ${which}, which no earlier call returns`);
  if (cell.isMoved) throw new ProgramRefusal("result_unavailable", `${place} names ${which}, which was moved already`);
  if (expected.kind !== "value" || expected.type !== cell.result.type) {
    throw new ProgramRefusal("wrong_argument_type", `${place} is a ${typeOf(expected)}, and ${which} is a ${cell.result.type.key}`);
  }
  const borrowed = borrows.get(cell);
  if (borrowed !== undefined && (expected.reference !== "immutable" || borrowed === "mutable")) {
    throw new ProgramRefusal("result_unavailable", `${place} names ${which}, which the same call borrows already`);
  }
  if (expected.reference === "none") cell.isMoved = true;
  else borrows.set(cell, expected.reference);
  return cell;
}

function boxed(value: MoveValue): unknown {
  return typeof value === "object" ? value : new LocalReference(value);
}

function typeOf(parameter: CallParameter): string {
  return parameter.kind === "value" ? parameter.type.key : parameter.kind;
}
