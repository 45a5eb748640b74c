import { chargeMemory } from "../runtime/charge-memory.ts";
import type { ExecutionContext } from "../runtime/execution-context.ts";
import { ExecutionError, VECTOR_FAULT } from "../runtime/execution-error.ts";
import type { MoveValue, RuntimeType } from "../runtime/runtime-type.ts";
import { type ByteVector, keepLastByte } from "../values/byte-array.ts";
import { heldBytes, VECTOR_BYTES } from "../values/memory-size.ts";
import { ByteReference, ElementReference } from "../values/primitive-reference.ts";
import type { NativeFactory } from "./native-function.ts";
import { onlyTypeArgument } from "./type-arguments.ts";

/** `std::vector`: the compiler turns calls of these into instructions; they are here for whoever calls them by name. */
export const VECTOR_NATIVES: Record<string, NativeFactory> = {
  empty:
    ({ context }) =>
    () => {
      chargeMemory(context, VECTOR_BYTES);
      return [];
    },
  length: () => (vector: MoveValue[]) => vector.length,
  borrow: (_, typeArguments) => (isBytes(typeArguments) ? borrowByte : borrow),
  borrow_mut: (_, typeArguments) => (isBytes(typeArguments) ? borrowByte : borrow),
  push_back: ({ context }, typeArguments) => {
    const placeBytes = heldBytes(onlyTypeArgument(typeArguments));
    if (isBytes(typeArguments)) {
      return (vector: ByteVector, byte: number) => {
        chargeForPush(context, vector, placeBytes);
        vector.push(byte);
        keepLastByte(vector);
      };
    }
    return (vector: MoveValue[], element: MoveValue) => {
      chargeForPush(context, vector, placeBytes);
      vector.push(element);
    };
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
  swap: (_, typeArguments) => (isBytes(typeArguments) ? swapBytes : swap),
};

/** As the instruction charges: while the engine moves a vector to a larger place it has both. */
function chargeForPush(context: ExecutionContext, vector: readonly MoveValue[], placeBytes: number): void {
  const length = vector.length + 1;
  if ((length & (length - 1)) === 0) chargeMemory(context, length * 2 * placeBytes);
}

function isBytes(typeArguments: readonly RuntimeType[]): boolean {
  return onlyTypeArgument(typeArguments).kind === "u8";
}

function swap(vector: MoveValue[], first: number | bigint, second: number | bigint): void {
  const left = at(vector, first);
  const right = at(vector, second);
  vector[Number(first)] = right;
  vector[Number(second)] = left;
}

function swapBytes(vector: ByteVector, first: number | bigint, second: number | bigint): void {
  swap(vector, first, second);
  vector.image = undefined;
}

function borrowByte(vector: ByteVector, index: number | bigint): ByteReference {
  at(vector, index);
  return new ByteReference(vector, Number(index));
}

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
