import { MEMORY_DETAIL, MEMORY_MAX } from "../runtime/charge-memory.ts";
import type { ExecutionContext } from "../runtime/execution-context.ts";
import { ExecutionError, type ExecutionErrorCode, type MoveLocation, VECTOR_FAULT } from "../runtime/execution-error.ts";
import type { MoveValue } from "../runtime/runtime-type.ts";
import type { ByteVector } from "../values/byte-array.ts";
import { MAX_VALUE_DEPTH } from "../values/operations-of.ts";
import { TYPE_NAMES_AT_ONCE } from "./type-names.ts";

/** The function that a piece of compiled code belongs to. */
export type CodePlace = Omit<MoveLocation, "offset">;

/** Frames there may be of functions that call others: the first, and 1,024 calls in each other. */
export const CALL_DEPTH_MAX = 1025;
/**
 * Sum of the frame sizes of nested calls. With the limit on depth it keeps compiled code within an ordinary engine stack
 * of a megabyte: eight bytes a slot and a little more than a hundred a call.
 */
export const STACK_SLOTS_MAX = 65_536;
/** Values that may wait on the operand stack, over all frames, as in Move's own machine: `1 + f()` keeps one while `f` runs. */
export const OPERANDS_MAX = 1_024;
/** The context counts waiting operands above the slots, in one number. */
export const OPERAND_UNIT = 131_072;
export const SLOTS_MASK = OPERAND_UNIT - 1;

export function arithmeticFault(place: CodePlace, offset: number): never {
  throw fault("arithmetic_error", "A number left the range of its type, or was divided by zero.", place, offset);
}

const VECTOR_DETAILS = {
  [VECTOR_FAULT.indexOutOfBounds]: "A vector was used outside its bounds.",
  [VECTOR_FAULT.popFromEmpty]: "An element was taken off an empty vector.",
  [VECTOR_FAULT.unpackOfOtherLength]: "A vector was taken apart that has another number of elements.",
} as const;

export function vectorFault(place: CodePlace, offset: number, subStatus: keyof typeof VECTOR_DETAILS): never {
  throw new ExecutionError("vector_error", VECTOR_DETAILS[subStatus], undefined, { ...place, offset }, subStatus);
}

export function valueDepthFault(place: CodePlace, offset: number): never {
  throw fault("limit_exceeded", `Values nest at most ${MAX_VALUE_DEPTH} levels deep.`, place, offset);
}

/** An instruction needs a type beyond the limits on types, as `detail` says. */
export function typeFault(detail: string, place: CodePlace, offset: number): never {
  throw fault("limit_exceeded", detail, place, offset);
}

export function typeNamesFault(place: CodePlace, offset: number): never {
  throw fault("limit_exceeded", `Types that are made at one place have at most ${TYPE_NAMES_AT_ONCE} names.`, place, offset);
}

export function enumFault(place: CodePlace, offset: number): never {
  throw fault("enum_error", "An enum value has another variant than the code expects.", place, offset);
}

export function outOfGas(place: CodePlace, offset: number): never {
  throw fault("out_of_gas", "The gas limit is used up.", place, offset);
}

export function stackFault(place: CodePlace): never {
  throw fault("limit_exceeded", `Calls nest at most ${CALL_DEPTH_MAX - 1} deep and use ${STACK_SLOTS_MAX} stack slots.`, place, 0);
}

export function operandFault(place: CodePlace, offset: number): never {
  throw fault("limit_exceeded", `At most ${OPERANDS_MAX} values wait on the operand stack.`, place, offset);
}

/** The error of an `abort`; the caller throws it. */
export function aborted(code: number | bigint, place: CodePlace, offset: number): ExecutionError {
  return new ExecutionError("aborted", `Aborted with code ${code}.`, BigInt(code), { ...place, offset });
}

/** An error that a native threw, with the place of the instruction that called it. */
export function located(error: unknown, place: CodePlace, offset: number): unknown {
  if (error instanceof ExecutionError) error.location ??= { ...place, offset };
  return error;
}

/** Takes memory for a value about to be made. */
export function hold(context: ExecutionContext, bytes: number, place: CodePlace, offset: number): void {
  context.memory += bytes;
  if (context.memory > MEMORY_MAX) throw fault("limit_exceeded", MEMORY_DETAIL, place, offset);
}

/** Exchanges two elements of a vector. */
export function swapElements(vector: MoveValue[], left: number | bigint, right: number | bigint, place: CodePlace, offset: number): void {
  if (typeof left !== "number" || typeof right !== "number") return vectorFault(place, offset, VECTOR_FAULT.indexOutOfBounds);
  const first = vector[left];
  const second = vector[right];
  if (first === undefined || second === undefined) return vectorFault(place, offset, VECTOR_FAULT.indexOutOfBounds);
  vector[left] = second;
  vector[right] = first;
}

/** Exchanges two elements of a `vector<u8>`. */
export function swapBytes(vector: ByteVector, left: number | bigint, right: number | bigint, place: CodePlace, offset: number): void {
  if (typeof left !== "number" || typeof right !== "number") return vectorFault(place, offset, VECTOR_FAULT.indexOutOfBounds);
  const first = vector[left];
  const second = vector[right];
  if (first === undefined || second === undefined) return vectorFault(place, offset, VECTOR_FAULT.indexOutOfBounds);
  vector[left] = second;
  vector[right] = first;
  const { image } = vector;
  if (image === undefined) return;
  image[left] = second;
  image[right] = first;
}

function fault(code: ExecutionErrorCode, detail: string, place: CodePlace, offset: number): ExecutionError {
  return new ExecutionError(code, detail, undefined, { ...place, offset });
}
