import { chargeGas } from "../runtime/charge-gas.ts";
import { chargeMemory } from "../runtime/charge-memory.ts";
import type { ExecutionContext } from "../runtime/execution-context.ts";
import type { MoveValue, RuntimeType, StructValue } from "../runtime/runtime-type.ts";
import { PageElementReference } from "../state/page-journal.ts";
import type { PlainPage } from "../state/plain-page.ts";
import { STATE_GAS } from "../state/state-gas.ts";
import { heldBytes, VECTOR_BYTES } from "../values/memory-size.ts";
import { operationsOf } from "../values/operations-of.ts";
import { LocalReference } from "../values/primitive-reference.ts";
import type { NativeEnvironment, NativeFactory } from "./native-function.ts";
import { runningTransaction } from "./running-transaction.ts";
import { onlyTypeArgument } from "./type-arguments.ts";

/** Elements of a page. */
const PAGE = 64;

/**
 * `std::paged_vector`: elements in pages, each an entry of state named by the vector's handle, its first field; its second
 * is its length. The module has checked that every index is below it. Primitives are changed in place, see `PlainPage`.
 */
export const PAGED_VECTOR_NATIVES: Record<string, NativeFactory> = {
  new_handle:
    ({ context }) =>
    () =>
      runningTransaction(context).newHandle(),
  native_get: pages(
    ({ context }, type) =>
      (vector: StructValue, index: number) =>
        elementOf(plainPage(context, type, vector, index).elements, index),
    ({ context }, type, elementType) =>
      (vector: StructValue, index: number) =>
        copied(context, elementType, elementOf(shared(context, type, vector, index), index)),
  ),
  native_set: pages(
    ({ context }, type) =>
      (vector: StructValue, index: number, value: MoveValue) => {
        const page = plainPage(context, type, vector, index);
        elementOf(page.elements, index);
        runningTransaction(context).writeElement(page, index % PAGE, value);
      },
    ({ context }, type) =>
      (vector: StructValue, index: number, value: MoveValue) => {
        const page = exclusive(context, type, vector, index);
        elementOf(page, index);
        page[index % PAGE] = value;
      },
  ),
  native_borrow: pages(
    ({ context }, type) =>
      (vector: StructValue, index: number) =>
        new LocalReference(elementOf(plainPage(context, type, vector, index).elements, index)),
    ({ context }, type) =>
      (vector: StructValue, index: number) =>
        elementOf(shared(context, type, vector, index), index),
  ),
  native_borrow_mut: pages(
    ({ context }, type) =>
      (vector: StructValue, index: number) => {
        const page = plainPage(context, type, vector, index);
        elementOf(page.elements, index);
        return new PageElementReference(runningTransaction(context), page, index % PAGE);
      },
    ({ context }, type) =>
      (vector: StructValue, index: number) =>
        elementOf(exclusive(context, type, vector, index), index),
  ),
  native_push_back: pages(
    ({ context }, type, element) =>
      (vector: StructValue, value: MoveValue) => {
        const end = lengthOf(vector);
        chargeMemory(context, memoryOfElement(element, end));
        runningTransaction(context).writeElement(plainPage(context, type, vector, end), end % PAGE, value);
      },
    ({ context }, type, element) =>
      (vector: StructValue, value: MoveValue) => {
        const end = lengthOf(vector);
        chargeMemory(context, memoryOfElement(element, end));
        if (end % PAGE === 0) runningTransaction(context).pageAdd(handleOf(vector), type, pageOf(end), [value]);
        else exclusive(context, type, vector, end).push(value);
      },
  ),
  native_pop_back: pages(
    ({ context }, type) =>
      (vector: StructValue) =>
        runningTransaction(context).popElement(plainPage(context, type, vector, lengthOf(vector))),
    ({ context }, type) =>
      (vector: StructValue) => {
        const last = lengthOf(vector);
        const page =
          last % PAGE === 0
            ? runningTransaction(context).pageRemove(handleOf(vector), type, pageOf(last))
            : exclusive(context, type, vector, last);
        const element = page.pop();
        if (element === undefined) throw new Error("a page without elements");
        return element;
      },
  ),
  native_swap: pages(
    ({ context }, type) =>
      (vector: StructValue, left: number, right: number) => {
        const transaction = runningTransaction(context);
        const here = plainPage(context, type, vector, left);
        const there = plainPage(context, type, vector, right);
        const first = elementOf(here.elements, left);
        transaction.writeElement(here, left % PAGE, elementOf(there.elements, right));
        transaction.writeElement(there, right % PAGE, first);
      },
    ({ context }, type) =>
      (vector: StructValue, left: number, right: number) => {
        const here = exclusive(context, type, vector, left);
        const there = exclusive(context, type, vector, right);
        const first = elementOf(here, left);
        here[left % PAGE] = elementOf(there, right);
        there[right % PAGE] = first;
      },
  ),
};

type PageOperation = (environment: NativeEnvironment, type: RuntimeType, element: RuntimeType) => (...values: never[]) => unknown;

/** A native for one type of elements, primitives or others; `type` is that of their pages. */
function pages(plain: PageOperation, other: PageOperation): NativeFactory {
  return (environment, typeArguments) => {
    const element = onlyTypeArgument(typeArguments);
    const isPlain = element.kind !== "vector" && element.kind !== "struct" && element.kind !== "enum";
    return (isPlain ? plain : other)(environment, environment.vectorOf(element), element);
  };
}

function plainPage(context: ExecutionContext, type: RuntimeType, vector: StructValue, index: number): PlainPage {
  return runningTransaction(context).plainPage(handleOf(vector), type, pageOf(index));
}

function shared(context: ExecutionContext, type: RuntimeType, vector: StructValue, index: number): MoveValue[] {
  return runningTransaction(context).pageBorrow(handleOf(vector), type, pageOf(index));
}

function exclusive(context: ExecutionContext, type: RuntimeType, vector: StructValue, index: number): MoveValue[] {
  return runningTransaction(context).pageBorrowMut(handleOf(vector), type, pageOf(index));
}

function memoryOfElement(element: RuntimeType, end: number): number {
  return heldBytes(element) + (end % PAGE === 0 ? VECTOR_BYTES : 0);
}

function copied(context: ExecutionContext, type: RuntimeType, value: MoveValue): MoveValue {
  const operations = operationsOf(type);
  chargeGas(context, STATE_GAS.copiedByte * operations.size(value));
  chargeMemory(context, operations.memory(value));
  return operations.copy(value);
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
