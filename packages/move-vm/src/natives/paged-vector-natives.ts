import { chargeGas } from "../runtime/charge-gas.ts";
import { chargeMemory } from "../runtime/charge-memory.ts";
import type { ExecutionContext } from "../runtime/execution-context.ts";
import type { MoveValue, RuntimeType, StructValue } from "../runtime/runtime-type.ts";
import { STATE_GAS } from "../state/state-gas.ts";
import { heldBytes, VECTOR_BYTES } from "../values/memory-size.ts";
import { operationsOf } from "../values/operations-of.ts";
import { ElementReference, LocalReference } from "../values/primitive-reference.ts";
import type { NativeEnvironment, NativeFactory } from "./native-function.ts";
import { runningTransaction } from "./running-transaction.ts";
import { onlyTypeArgument } from "./type-arguments.ts";

/** Elements of a page. */
const PAGE = 64;

/**
 * `std::paged_vector`: elements in pages, each an entry of state named by the vector's handle, its first field; its second
 * is its length. The module has checked that every index is below it.
 */
export const PAGED_VECTOR_NATIVES: Record<string, NativeFactory> = {
  new_handle:
    ({ context }) =>
    () =>
      runningTransaction(context).newHandle(),
  native_get: pages(({ context }, type, elementType) => (vector: StructValue, index: number) => {
    const page = runningTransaction(context).pageBorrow(handleOf(vector), type, pageOf(index));
    const element = elementOf(page, index);
    return typeof element === "object" ? copied(context, elementType, element) : element;
  }),
  native_set: pages(({ context }, type) => (vector: StructValue, index: number, value: MoveValue) => {
    const page = runningTransaction(context).pageBorrowMut(handleOf(vector), type, pageOf(index));
    elementOf(page, index);
    page[index % PAGE] = value;
  }),
  native_borrow: pages(({ context }, type) => (vector: StructValue, index: number) => {
    const page = runningTransaction(context).pageBorrow(handleOf(vector), type, pageOf(index));
    const element = elementOf(page, index);
    return typeof element === "object" ? element : new LocalReference(element);
  }),
  native_borrow_mut: pages(({ context }, type) => (vector: StructValue, index: number) => {
    const page = runningTransaction(context).pageBorrowMut(handleOf(vector), type, pageOf(index));
    const element = elementOf(page, index);
    return typeof element === "object" ? element : new ElementReference(page, index % PAGE);
  }),
  native_push_back: pages(({ context }, type, element) => (vector: StructValue, value: MoveValue) => {
    const transaction = runningTransaction(context);
    const end = lengthOf(vector);
    chargeMemory(context, (end % PAGE === 0 ? VECTOR_BYTES : 0) + heldBytes(element));
    if (end % PAGE === 0) transaction.pageAdd(handleOf(vector), type, pageOf(end), [value]);
    else transaction.pageBorrowMut(handleOf(vector), type, pageOf(end)).push(value);
  }),
  native_pop_back: pages(
    ({ context }, type) =>
      (vector: StructValue) =>
        popBack(context, type, vector),
  ),
  native_swap: pages(({ context }, type) => (vector: StructValue, left: number, right: number) => {
    const transaction = runningTransaction(context);
    const here = transaction.pageBorrowMut(handleOf(vector), type, pageOf(left));
    const there = transaction.pageBorrowMut(handleOf(vector), type, pageOf(right));
    const first = elementOf(here, left);
    here[left % PAGE] = elementOf(there, right);
    there[right % PAGE] = first;
  }),
};

type PageOperation = (environment: NativeEnvironment, type: RuntimeType, element: RuntimeType) => (...values: never[]) => unknown;

/** A native for one type of elements; `type` is that of their pages. */
function pages(make: PageOperation): NativeFactory {
  return (environment, typeArguments) => {
    const element = onlyTypeArgument(typeArguments);
    return make(environment, environment.vectorOf(element), element);
  };
}

function copied(context: ExecutionContext, type: RuntimeType, value: MoveValue): MoveValue {
  const operations = operationsOf(type);
  chargeGas(context, STATE_GAS.copiedByte * operations.size(value));
  chargeMemory(context, operations.memory(value));
  return operations.copy(value);
}

/** Takes the last element off; the vector's length is already that without it. */
function popBack(context: ExecutionContext, type: RuntimeType, vector: StructValue): MoveValue {
  const transaction = runningTransaction(context);
  const last = lengthOf(vector);
  const page =
    last % PAGE === 0
      ? transaction.pageRemove(handleOf(vector), type, pageOf(last))
      : transaction.pageBorrowMut(handleOf(vector), type, pageOf(last));
  const element = page.pop();
  if (element === undefined) throw new Error("a page without elements");
  return element;
}

function pageOf(index: number): number {
  return Math.floor(index / PAGE);
}

function elementOf(page: readonly MoveValue[], index: number): MoveValue {
  const element = page[index % PAGE];
  if (element === undefined) throw new Error("a page ends before its vector");
  return element;
}

function handleOf(vector: StructValue): string {
  const handle = vector.f0;
  if (typeof handle !== "string") throw new Error("a paged vector without a handle");
  return handle;
}

/** No vector grows to where lengths are big integers. */
function lengthOf(vector: StructValue): number {
  const length = vector.f1;
  if (typeof length !== "number") throw new Error("a paged vector without a length");
  return length;
}
