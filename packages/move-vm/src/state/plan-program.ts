import { BcsError, BcsReader } from "@sycee/bcs";
import type { MoveValue, RuntimeType } from "../runtime/runtime-type.ts";
import type { Program, ProgramArgument, ProgramCall, ProgramFault } from "../runtime/virtual-machine.ts";
import { LocalReference } from "../values/primitive-reference.ts";
import type { CallParameter, CallResult, CallTarget, CallTargets } from "./call-target.ts";
import { type LiteralReader, literalReader } from "./literal-reader.ts";
import { ProgramRefusal } from "./program-refusal.ts";
import type { StateGas } from "./state-gas.ts";

/** A value that a call returns and later calls use. Primitives are boxed, so that a borrowed one can change. */
export interface ResultCell {
  readonly result: CallResult;
  /** Absent until the call has run. */
  value: unknown;
  /** While planning: a call has taken it. */
  isMoved: boolean;
}

/** A call ready to run: `values` in parameter order, complete but for the results of earlier calls, which it moves or borrows. */
export interface PlannedCall {
  readonly target: CallTarget;
  readonly values: unknown[];
  readonly uses: readonly { readonly parameter: number; readonly cell: ResultCell; readonly how: "none" | "immutable" | "mutable" }[];
  readonly results: readonly ResultCell[];
}

/** A program that fits the modules. */
export interface ProgramPlan {
  readonly calls: readonly PlannedCall[];
  /** Gas to charge before the first call. */
  readonly baseGas: number;
}

/** Checks all of a program that can be checked before it runs. Throws {@link ProgramRefusal}. `gas` says what it costs before it runs. */
export function planProgram(targets: CallTargets, program: Program, gas: StateGas): ProgramPlan {
  // Of its length from the beginning, as lists of values are: one that grows from nothing takes room for 17.
  const calls = new Array<PlannedCall>(program.calls.length);
  let baseGas = gas.program;
  let planned = 0;
  for (const call of program.calls) {
    baseGas += gas.call;
    for (const argument of call.arguments) if (argument.kind === "literal") baseGas += gas.argumentByte * argument.bytes.length;
    calls[planned] = planCall({ index: 0, call: planned, target: targets.find(call) }, call, program, calls);
    planned += 1;
  }
  for (const call of calls) {
    const left = call.results.findIndex((cell) => !cell.isMoved && !cell.result.canDrop);
    if (left < 0) continue;
    const which = `result ${left} of call ${calls.indexOf(call)}, ${call.target.name}`;
    throw new ProgramRefusal("unused_result", `${which}, must be taken by a later call`);
  }
  return { calls, baseGas };
}

/** Where an argument stands, for the sentences of refusals. */
interface ArgumentPlace {
  index: number;
  readonly call: number;
  readonly target: CallTarget;
}

// `place` is that of the call's first argument; of `earlier` there are as many as calls before it.
function planCall(place: ArgumentPlace, call: ProgramCall, program: Program, earlier: readonly PlannedCall[]): PlannedCall {
  const { target } = place;
  if (call.arguments.length !== target.argumentCount) {
    const counts = `${target.argumentCount} arguments, not ${call.arguments.length}`;
    throw new ProgramRefusal("wrong_argument_count", `${target.name} takes ${counts}`);
  }
  const values = new Array<unknown>(target.parameters.length);
  const uses: PlannedCall["uses"][number][] = [];
  let parameter = -1;
  for (const expected of target.parameters) {
    parameter += 1;
    if (expected.kind === "ledger") {
      values[parameter] = expected.value;
      continue;
    }
    const argument = call.arguments[place.index];
    if (argument === undefined) throw new Error("fewer arguments than were counted");
    if (argument.kind === "result") {
      const cell = useResult(expected, argument, earlier, uses, place);
      uses.push({ parameter, cell, how: expected.kind === "value" ? expected.reference : "none" });
    } else {
      values[parameter] =
        argument.kind === "literal" ? literal(expected, argument.bytes, place) : signer(expected, argument.index, program, place);
    }
    place.index++;
  }
  return { target, values, uses, results: target.results.map((result) => ({ result, value: undefined, isMoved: false })) };
}

function literal(expected: CallParameter, bytes: Uint8Array, place: ArgumentPlace): unknown {
  const reader = expected.kind === "value" ? literalReader(expected.type) : undefined;
  if (expected.kind !== "value" || reader === undefined) {
    throw refusal("wrong_argument_type", place, `cannot be written out: its type is ${typeOf(expected)}`);
  }
  const value = decode(reader, bytes, expected.type, place);
  return expected.reference === "none" ? value : boxed(value);
}

function decode(read: LiteralReader, bytes: Uint8Array, type: RuntimeType, place: ArgumentPlace): MoveValue {
  try {
    const reader = new BcsReader(bytes);
    const value = read(reader);
    reader.finish();
    return value;
  } catch (error) {
    if (!(error instanceof BcsError)) throw error;
    throw refusal("wrong_argument_type", place, `is not a ${type.key} in BCS: ${error.message}`);
  }
}

function signer(expected: CallParameter, index: number, program: Program, place: ArgumentPlace): unknown {
  if (expected.kind !== "signer") throw refusal("wrong_argument_type", place, `is not a signer: its type is ${typeOf(expected)}`);
  const address = program.signers[index];
  if (address === undefined) throw refusal("wrong_argument_type", place, `names signer ${index} of ${program.signers.length}`);
  return expected.isReference ? new LocalReference(address) : address;
}

function useResult(
  expected: CallParameter,
  argument: Extract<ProgramArgument, { kind: "result" }>,
  earlier: readonly PlannedCall[],
  usesOfCall: PlannedCall["uses"],
  place: ArgumentPlace,
): ResultCell {
  const cell = earlier[argument.call]?.results[argument.value];
  const which = `names result ${argument.value} of call ${argument.call}`;
  if (cell === undefined) throw refusal("result_unavailable", place, `${which}, which no earlier call returns`);
  if (cell.isMoved) throw refusal("result_unavailable", place, `${which}, which was moved already`);
  if (expected.kind !== "value" || expected.type !== cell.result.type) {
    throw refusal("wrong_argument_type", place, `${which}, a ${cell.result.type.key}, and must be a ${typeOf(expected)}`);
  }
  const isShared = usesOfCall.every((use) => use.cell !== cell || (use.how === "immutable" && expected.reference === "immutable"));
  if (!isShared) throw refusal("result_unavailable", place, `${which}, which the same call borrows already`);
  cell.isMoved = expected.reference === "none";
  return cell;
}

function refusal(fault: ProgramFault, { index, call, target }: ArgumentPlace, what: string): ProgramRefusal {
  return new ProgramRefusal(fault, `argument ${index} of call ${call}, ${target.name}, ${what}`);
}

function boxed(value: MoveValue): unknown {
  return typeof value === "object" ? value : new LocalReference(value);
}

function typeOf(parameter: CallParameter): string {
  return parameter.kind === "value" ? parameter.type.key : parameter.kind;
}
