import { ExecutionError, VECTOR_FAULT } from "../runtime/execution-error.ts";
import type { MoveValue } from "../runtime/runtime-type.ts";
import { ElementReference } from "../values/primitive-reference.ts";
import type { NativeFactory } from "./native-function.ts";

/** `std::vector`: the compiler turns calls of these into instructions; they are here for whoever calls them by name. */
export const VECTOR_NATIVES: Record<string, NativeFactory> = {
  empty: () => () => [],
  length: () => (vector: MoveValue[]) => vector.length,
  borrow: () => borrow,
  borrow_mut: () => borrow,
  push_back: () => (vector: MoveValue[], element: MoveValue) => {
    vector.push(element);
  },
  pop_back: () => (vector: MoveValue[]) => {
    const last = vector.pop();
    if (last === undefined)
      throw new ExecutionError("vector_error", "the vector is empty", undefined, undefined, VECTOR_FAULT.popFromEmpty);
    return last;
  },
  destroy_empty: () => (vector: MoveValue[]) => {
    if (vector.length !== 0)
      throw new ExecutionError("vector_error", "the vector is not empty", undefined, undefined, VECTOR_FAULT.unpackOfOtherLength);
  },
  swap: () => (vector: MoveValue[], first: number | bigint, second: number | bigint) => {
    const left = at(vector, first);
    const right = at(vector, second);
    vector[Number(first)] = right;
    vector[Number(second)] = left;
  },
};

function borrow(vector: MoveValue[], index: number | bigint): MoveValue | ElementReference {
  const element = at(vector, index);
  return typeof element === "object" ? element : new ElementReference(vector, Number(index));
}

function at(vector: readonly MoveValue[], index: number | bigint): MoveValue {
  const element = vector[Number(index)];
  if (element !== undefined) return element;
  const detail = `index ${index} of a vector of ${vector.length}`;
  throw new ExecutionError("vector_error", detail, undefined, undefined, VECTOR_FAULT.indexOutOfBounds);
}
